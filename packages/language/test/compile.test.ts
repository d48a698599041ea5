import type { ConflictModel } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import { parseSituation } from '../src/parse.js';

const TWO = 'situation "S"\nactor A { option a option c }\nactor B { option b option c }\n';

function model(text: string): ConflictModel {
  const { model, diagnostics } = parseSituation(text);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return model!;
}
const always = (expression: string) => model(`${TWO}always ${expression}`).constraints[0].must;
const A = { op: 'option', id: 'A.a' };
const B = { op: 'option', id: 'B.b' };
const C = { op: 'option', id: 'A.c' };

describe('expressions', () => {
  test.each([
    ['a', A],
    ['not not a', { op: 'not', arg: { op: 'not', arg: A } }],
    ['a and b and A.c', { op: 'and', args: [A, B, C] }],
    [
      'a or b and not A.c',
      { op: 'or', args: [A, { op: 'and', args: [B, { op: 'not', arg: C }] }] },
    ],
    ['a xor b or A.c', { op: 'or', args: [{ op: 'xor', args: [A, B] }, C] }],
    ['(a or b) and A.c', { op: 'and', args: [{ op: 'or', args: [A, B] }, C] }],
    ['a implies b', { op: 'implies', antecedent: A, consequent: B, written: 'implies' }],
    ['a if b', { op: 'implies', antecedent: B, consequent: A, written: 'if' }],
    ['a only\nif b', { op: 'implies', antecedent: A, consequent: B, written: 'only if' }],
    [
      'a iff b implies A.c',
      { op: 'iff', args: [A, { op: 'implies', antecedent: B, consequent: C, written: 'implies' }] },
    ],
    ['all of {a, b}', { op: 'count', min: 2, max: 2, args: [A, B] }],
    ['none of {a, b}', { op: 'count', min: 0, max: 0, args: [A, B] }],
    ['at least 2 of {a, b}', { op: 'count', min: 2, max: null, args: [A, B] }],
    ['at most one of {a, b,}', { op: 'count', min: 0, max: 1, args: [A, B] }],
    ['exactly 1 of {a, b}', { op: 'count', min: 1, max: 1, args: [A, B] }],
  ])('%s', (text, must) => expect(always(text)).toEqual(must));

  test('a bare name is the own option first, then an agreement, then the only option', () => {
    const { actors, constraints } = model(`situation "S"
actor A { option x prefers { x
t
y } }
actor B { option x option y }
agreement t between A, B
never A.t and y`);
    expect(actors[0].preference).toMatchObject({
      items: [
        { wants: { op: 'option', id: 'A.x' } },
        { wants: { op: 'agreement', id: 't' } },
        { wants: { op: 'option', id: 'B.y' } },
      ],
    });
    expect(constraints[0].must).toMatchObject({ arg: { args: [{ id: 'A.t' }, { id: 'B.y' }] } });
  });

  test('words of the language are names where nothing else is meant', () => {
    const m = model(`situation "S" actor open { option open open option order taken
      prefers { open  order and not open.order } open requires order }`);
    expect(m.options.map((o) => [o.id, o.initially])).toEqual([
      ['open.open', 'open'],
      ['open.order', 'taken'],
    ]);
  });
});

test('the situation, its sources and grounds', () => {
  const m = model(`situation "Zürich, 1º Straße!" as of 2018-04 @x:P7-P9 because "so" rests on k
source x "X \\"y\\"" { author "Me" published 2018-04-27 accessed 2019 }
claim k "K" stated @x#bank`);
  expect(m.situation).toEqual({
    id: 'zurich-1o-strasse',
    title: 'Zürich, 1º Straße!',
    asOf: '2018-04',
    evidence: [{ source: 'x', paragraphs: { from: 7, to: 9 }, annotation: null }],
    because: 'so',
    restsOn: ['k'],
    at: { start: { line: 0, column: 0 }, end: { line: 0, column: 77 } },
  });
  expect(m.sources[0]).toMatchObject({ title: 'X "y"', author: 'Me', accessed: '2019', url: null });
  expect(m.claims[0].evidence).toEqual([{ source: 'x', paragraphs: null, annotation: 'bank' }]);
  expect(model('situation "日本"').situation.id).toBe('situation');
});

test('what is inferred from a source, apart from what the source says', () => {
  const m = model(`situation "S" source x "X" actor A {
  option inferred inferred from @x:P2 @x:P3
  prefers { inferred @x#s1 inferred from @x because "so"  not inferred inferred
    from @x:P7-P9 } }`);
  const [{ evidence }] = m.options;
  const whole = { source: 'x', paragraphs: null, annotation: null };
  expect(evidence).toEqual([
    { ...whole, paragraphs: { from: 2, to: 2 }, inferred: true },
    { ...whole, paragraphs: { from: 3, to: 3 } },
  ]);
  expect(m.actors[0].preference).toMatchObject({
    items: [
      {
        evidence: [
          { ...whole, annotation: 's1' },
          { ...whole, inferred: true },
        ],
        because: 'so',
      },
      { evidence: [{ paragraphs: { from: 7, to: 9 }, inferred: true }] },
    ],
  });
});

test('options, consents last, their flags', () => {
  const m = model(`situation "S"
agreement t "T" between B, A taken irreversible
actor A { option a "x" not resumable, slow  option b unknown irreversible }
actor B`);
  expect(m.options.map((o) => [o.id, o.direction, o.initially, o.slow, o.agreement])).toEqual([
    ['A.a', 'both', 'open', true, null],
    ['A.aGivenUp', 'forward', 'open', true, null],
    ['A.b', 'forward', 'unknown', false, null],
    ['A.t', 'forward', 'taken', false, 't'],
    ['B.t', 'forward', 'taken', false, 't'],
  ]);
  expect(m.actors.map((a) => a.options)).toEqual([['A.a', 'A.aGivenUp', 'A.b', 'A.t'], ['B.t']]);
  expect(m.agreements[0]).toMatchObject({ parties: ['B', 'A'], consents: ['B.t', 'A.t'] });
});

test('statements: ids, words, doubt, strength, factions in their place', () => {
  const { actors } = model(`situation "S"
actor A { option a option b
  prefers { perhaps 70 % strongly a   # why not
     and b
  }
  faction f { prefers { a } }
  faction g "G" { prefers { in no order { b  perhaps not a } } }
  prefers { b } prevails g }`);
  const [actor] = actors;
  expect(actor).toMatchObject({
    factions: [
      { id: 'f', label: 'f', preference: null },
      { id: 'g', label: 'G', preference: null },
    ],
    prevails: 'g',
    preference: {
      form: 'statements',
      items: [
        {
          id: 'A.1',
          text: 'a and b',
          perhaps: { probability: 0.7 },
          strongly: true,
          faction: null,
        },
        { id: 'A.2', text: 'a', faction: 'f', perhaps: null },
        {
          item: 'unordered',
          statements: [
            { id: 'A.3', faction: 'g' },
            { id: 'A.4', faction: 'g', perhaps: { probability: null } },
          ],
        },
        { id: 'A.5', text: 'b', faction: null },
      ],
    },
  });
});

test('rankings and weights, of actors and of factions', () => {
  const { actors } = model(`situation "S" actor A { option a option b
  ranks a ~ (b and not a) >> others @s > b because "x" }
actor B { faction f { weighs { A.a: 3 not A.b: -1.5 } } faction g { prefers { A.a } } }
source s "S"`);
  expect(actors[0].preference).toMatchObject({
    cells: [
      { others: false, muchWorse: false, any: [{}, { op: 'and' }] },
      { others: true, muchWorse: true, any: [], grounds: { evidence: [{ source: 's' }] } },
      { others: false, muchWorse: false, grounds: { because: 'x' } },
    ],
  });
  expect(actors[1]).toMatchObject({
    preference: { form: 'statements', items: [{ faction: 'g' }] },
    factions: [
      { preference: { form: 'weights', weights: [{ weight: 3 }, { weight: -1.5 }] } },
      { preference: null },
    ],
    prevails: 'f',
  });
});

test('constraints and moves', () => {
  const m = model(`${TWO}never a
a and b requires (A.c if b)
at most 2 of {a, b, A.c}
A cannot move from a to not a
A perceives B { unaware of b never c }`);
  expect(m.constraints.map((c) => [c.id, c.kind, c.text])).toEqual([
    ['constraint-1', 'never', 'never a'],
    ['constraint-2', 'requires', 'a and b requires (A.c if b)'],
    ['constraint-3', 'at most one of', 'at most 2 of {a, b, A.c}'],
  ]);
  expect(m.constraints[1].must).toMatchObject({ op: 'implies', written: 'requires' });
  expect(m.disallowed).toMatchObject([{ id: 'cannot-move-1', actor: 'A', from: A }]);
  expect(m.perceptions).toMatchObject([
    {
      actor: 'A',
      of: 'B',
      preference: { form: 'none' },
      unawareOf: ['B.b'],
      constraints: [{ id: 'constraint-4', must: { arg: { id: 'B.c' } } }],
    },
  ]);
});

test('commitments: whose, to whom', () => {
  const m = model(`${TWO}scenario s = a or A.c
promise a when not b to B
assurance g "Word": not s to B
demand b by A
threat a and b by B
promise B.c`);
  expect(m.commitments.map((c) => [c.id, c.label, c.kind, c.by, c.to])).toEqual([
    ['promise-1', 'promise a when not b', 'promise', 'A', ['B']],
    ['g', 'Word', 'assurance', 'A', ['B']],
    ['demand-1', 'demand b', 'demand', 'A', ['B']],
    ['threat-1', 'threat a and b', 'threat', 'B', []],
    ['promise-2', 'promise B.c', 'promise', 'B', []],
  ]);
});

test('claims, relations, states, extremes, events', () => {
  const m = model(`${TWO}agreement t between A, B
claim k "K" reported by "press", disputed by B, disputed, cause of a, quantity over 90 "%" quantity 2 "x"
relation A part of B  relation B "pays" A
state z = { t, a }  state nothing = { }
scenario s = z  worst for A is s
event 2018-04-21 "E" { not t, a } signals b`);
  expect(m.claims[0]).toMatchObject({
    strength: 'reported',
    by: 'press',
    disputed: [{ by: 'B' }, { by: null }],
    causeOf: A,
    quantities: [
      { bound: 'over', value: 90, unit: '%' },
      { bound: null, value: 2, unit: 'x' },
    ],
  });
  expect(m.relations.map((r) => [r.from, r.kind, r.to])).toEqual([
    ['A', 'part of', 'B'],
    ['B', 'pays', 'A'],
  ]);
  expect(m.states.map((s) => s.taken)).toEqual([['A.t', 'B.t', 'A.a'], []]);
  expect(m.extremes).toMatchObject([{ kind: 'worst', actor: 'A', scenario: 's' }]);
  expect(m.events[0]).toMatchObject({
    id: 'event-1',
    effects: [
      { option: 'A.t', taken: false },
      { option: 'B.t', taken: false },
      { option: 'A.a', taken: true },
    ],
    signals: B,
  });
});

test('reads how strong preferences are, degree by degree', () => {
  const { model } = parseSituation(`situation "S"
actor A { option a option very
  prefers { strongly a
    very very strongly (not a)
    very
    a xor very } }
actor B { ranks A.a >>> (A.very and not A.a) > others }
actor C { weighs { A.a: 3 } much from 4, very much from 9.5 }`);
  const [a, b, c] = model!.actors.map(({ preference }) => preference);
  expect(a.form === 'statements' && a.items.map((s) => s.item === 'statement' && s.degree)).toEqual(
    [2, 4, 1, 1],
  );
  expect(b.form === 'ranking' && b.cells.map(({ degree }) => degree)).toEqual([1, 3, 1]);
  expect(c).toMatchObject({ form: 'weights', thresholds: [4, 9.5] });
});

describe('numbers that a number does not hold', () => {
  const weighed = (weights: string, steps = '') => {
    const [actor] = model(
      `situation "S" actor A { option a weighs { ${weights} } ${steps} }`,
    ).actors;
    const { preference } = actor;
    if (preference.form !== 'weights') throw new Error(preference.form);
    return preference;
  };

  test('weights keep their digits, and are plain numbers where these have them', () => {
    const { weights } = weighed(
      'a: 3.50  a: +007  a: -0.0  a: 0.1  a: 1152921504606846976  a: -9007199254740992.50  a: 0.0000001',
    );
    expect(weights.map(({ weight, exact }) => [weight, exact])).toEqual([
      [3.5, undefined],
      [7, undefined],
      [-0, undefined],
      [0.1, undefined],
      [2 ** 60, '1152921504606846976'],
      [-(2 ** 53), '-9007199254740992.5'],
      [1e-7, '0.0000001'],
    ]);
  });

  test('differences ascend to the last digit', () => {
    const steps = 'much from 9007199254740992, very much from 9007199254740993';
    expect(weighed('a: 1', steps)).toMatchObject({
      thresholds: [2 ** 53, 2 ** 53],
      exactThresholds: ['9007199254740992', '9007199254740993'],
    });
    expect(weighed('a: 1', 'much from 4, very much from 4.5')).not.toHaveProperty(
      'exactThresholds',
    );
    const text = `situation "S" actor A { option a weighs { a: 1 }
      much from 9007199254740993, very much from 9007199254740992.5 }`;
    expect(parseSituation(text).diagnostics.map(({ message }) => message)).toEqual([
      '9007199254740992.5 is not above 9007199254740993',
    ]);
  });

  const nines = '9'.repeat(400);
  const long = `0.${'0'.repeat(300)}1`;
  test.each([
    [
      'a weight',
      `actor A { option a weighs { (a and not a): ${nines} } }`,
      /^9{20}… has 400 digits/,
    ],
    ['a negative one', `actor A { option a weighs { a: -${nines} } }`, /^-9{19}… has 400 digits/],
    ['a long one', `actor A { option a weighs { a: ${long} } }`, /^0\.0{18}… has 301 digits after/],
    ['a faction’s', `actor A { option a faction f { weighs { a: ${nines} } } }`, /400 digits/],
    ['a difference', `actor A { option a weighs { a: 1 } much from ${nines} }`, /400 digits/],
    [
      'what a picture has',
      `actor A actor B A perceives B { weighs { A: ${nines} } }`,
      /400 digits/,
    ],
    ['a quantity', `claim c "C" stated quantity ${nines} "people"`, /400 digits/],
  ])('%s beyond the largest is an error with its place', (_, rest, message) => {
    const { diagnostics } = parseSituation(`situation "S"\n${rest}`);
    const [first] = diagnostics.filter(({ code }) => code === 'number-out-of-range');
    expect(first).toMatchObject({ severity: 'error', range: { start: { line: 1 } } });
    expect(first.message).toMatch(message);
    expect(first.hint).toMatch(/^write /);
  });
});
