import { describe, expect, it } from 'vitest';
import type { CompareResult } from '../src/compare/answer.js';
import { compare } from '../src/compare/solve.js';
import { tellCompare } from '../src/compare/tell.js';
import { Words } from '../src/told/words.js';
import { modelOf } from '../../situation/test/situations.js';

const BEFORE = `
situation "Two prisoners" as of 1950-01-01
source priest "Talk"
actor A "Anna" { option c "Anna keeps silent"  prefers { B.c  not c } }
actor B "Ben"  { option c "Ben keeps silent"   prefers { A.c  not c } }
scenario silence "Both keep silent" = A.c and B.c
promise pact "Anna if Ben" : A.c when B.c to B
`;

const named = (name: string, text: string) => ({ name, model: modelOf(text) });
const before = named('before', BEFORE);

function step(text: string): CompareResult['steps'][number] {
  return compare([before, named('after', text)]).steps[0];
}

describe('compare', () => {
  it.each([
    [
      ['a/talk.standoff', 'b/talk.standoff'],
      ['a/talk', 'b/talk'],
    ],
    [
      ['talk.standoff', 'old/talk.standoff'],
      ['talk', 'old/talk'],
    ],
    [
      ['a/talk.standoff', 'a/two.standoff'],
      ['talk', 'two'],
    ],
    [
      ['x/a/talk', 'x/b/talk', 'y/b/talk'],
      ['a/talk', 'x/b/talk', 'y/b/talk'],
    ],
  ])('tells models of one name and day apart by their folders: %j', (names, heads) => {
    const models = names.map((name) => named(name, BEFORE));
    const [{ model }, ...others] = models;
    const blocks = tellCompare(new Words(model), compare(models), model, others);
    const [table] = blocks.filter((block) => block.block === 'table');
    expect(table.columns.slice(1).map(({ head }) => head)).toEqual(heads.map((head) => [head]));
  });

  it('finds nothing in a model and itself, laid out and grounded otherwise', () => {
    const same = BEFORE.replace('not c }', '\n not c  because "why not" }').replace(
      '= A.c and B.c',
      '= A.c and B.c @priest',
    );
    expect(step(same)).toMatchObject({ differences: [], changes: [], told: [] });
  });

  it('tries each difference alone: by hand', () => {
    // Anna wants to be silent: then only Ben talks, silence does not last, and her word is good.
    const { differences, changes } = step(
      BEFORE.replace('{ B.c  not c }', '{ c  B.c }').replace(
        'promise',
        'never B.c and not A.c\npromise',
      ),
    );
    expect(differences.map(({ kind, of, gone, added }) => [kind, of, gone, added])).toEqual([
      ['preference', 'A', ['not c'], ['c']],
      ['constraint', 'never B.c and not A.c', [], ['never B.c and not A.c']],
    ]);
    expect(differences[0].changes).toEqual([
      { what: 'status quo', of: '', then: 'no' },
      { what: 'scenario holds', of: 'silence', then: 'no' },
      { what: 'commitment', of: 'pact', then: '2 of 2' },
      { what: 'course', of: '', then: '1' },
    ]);
    // Where she cannot break it, the one state in which it is due has it kept.
    expect(differences[1].changes).toEqual([{ what: 'commitment', of: 'pact', then: '1 of 1' }]);
    expect(changes.map(({ what }) => what)).toEqual([
      'status quo',
      'scenario holds',
      'commitment',
      'course',
    ]);
  });

  it('tells order, irreversibility, where things stand, words and pictures apart', () => {
    const kinds = (text: string) =>
      step(text).differences.map(({ kind, reordered, changes }) => [
        kind,
        reordered,
        changes === null ? 'not alone' : changes.map(({ what }) => what).join(),
      ]);
    expect(kinds(BEFORE.replace('{ B.c  not c }', '{ not c  B.c }'))).toEqual([
      ['preference', true, 'scenario holds'],
    ]);
    // She could not answer Ben’s talking by talking too; and where both are silent she is bound.
    expect(kinds(BEFORE.replace('option c "Anna keeps silent"', '$& irreversible'))).toEqual([
      ['option', false, 'scenario holds,commitment'],
    ]);
    expect(kinds(BEFORE.replace('option c "Anna keeps silent"', '$& taken'))).toEqual([
      ['status quo', false, 'status quo'],
    ]);
    expect(kinds(BEFORE.replace('A.c and B.c', 'A.c'))).toEqual([['scenario', false, '']]);
    expect(kinds(BEFORE.replace('A.c when B.c', 'A.c when not B.c'))).toEqual([
      ['commitment', false, ''],
    ]);
    expect(kinds(`${BEFORE}\nA perceives B { prefers { c } }`)).toEqual([
      ['perception', false, 'not alone'],
    ]);
    expect(kinds(`${BEFORE}\nactor C { option d prefers { d } }`)).toEqual([
      ['actors and options', false, 'not alone'],
    ]);
  });

  it('does not make alone what speaks of something that the other does not have', () => {
    const { differences } = step(
      `${BEFORE.replace('{ B.c  not c }', '{ C.d }')}\nactor C { option d prefers { d } }`,
    );
    expect(differences.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['actors and options', null],
      ['preference', null],
    ]);
  });

  it('says so where a difference alone leaves no answer', () => {
    const { differences } = step(
      `${BEFORE.replace('option c "Ben keeps silent"', '$& taken')}\nnever not B.c`,
    );
    expect(differences.map(({ kind, changes }) => [kind, changes?.length ?? null])).toEqual([
      ['status quo', 1],
      ['constraint', null],
    ]);
  });

  it('puts dates in order and counts what changes no result', () => {
    const result = compare([
      named('later', `${BEFORE.replace('1950-01-01', '1950-02')}\nrelation A "knows" B`),
      before,
    ]);
    expect(result.models.map(({ name }) => name)).toEqual(['before', 'later']);
    expect(result.steps).toHaveLength(1);
    expect(result.steps[0].told).toEqual([{ what: 'relations', gone: 0, added: 1 }]);
    expect(result.models[0]).toMatchObject({
      feasible: 4,
      equilibria: 2,
      now: [],
      conclusions: {
        statusQuoHolds: true,
        scenarios: { silence: { holds: true, reached: false } },
        commitments: { pact: { due: 2, kept: 0 } },
      },
    });
  });

  it('refuses one model alone, and models that have nothing in common', () => {
    expect(() => compare([before])).toThrow(/nothing to be compared/);
    const other = named('other', 'situation "Else"\nactor X { option y prefers { y } }');
    expect(() => compare([before, other])).toThrow(/no actor in common/);
  });
});
