import { describe, expect, test } from 'vitest';
import { applyEdits } from '../src/index.js';
import {
  addStatement,
  addToActor,
  attachEvidence,
  detachEvidence,
  insertElement,
  moveStatement,
  removeElement,
  removeStatement,
  rename,
  setDate,
  setFlag,
  setLabel,
  setPerhaps,
  setPrevails,
  setTitle,
  setWants,
} from '../src/edit.js';
import type { EditResult } from '../src/index.js';
import { parseSituation } from '../src/parse.js';
import { done, KOREA } from './edited.js';

function changes(text: string, result: EditResult): { less: string[]; more: string[] } {
  const [before, after] = [text, done(text, result)].map((t) => t.split('\n')) as [
    string[],
    string[],
  ];
  let from = 0;
  while (before[from] === after[from]) from += 1;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - from &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end += 1;
  }
  return {
    less: before.slice(from, before.length - end),
    more: after.slice(from, after.length - end),
  };
}

describe('in the Korean case, only the lines concerned change', () => {
  test('a flag', () => {
    expect(changes(KOREA, setFlag(KOREA, 'CN.enforce', 'taken', false))).toEqual({
      less: ['  option enforce "Enforce the sanctions on the North" taken   @cogan:P4#s8'],
      more: ['  option enforce "Enforce the sanctions on the North"   @cogan:P4#s8'],
    });
  });

  test('a new option, scenario, event and statement', () => {
    expect(changes(KOREA, addToActor(KOREA, 'JP', 'option zed "Z"'))).toEqual({
      less: [],
      more: ['  option zed "Z"'],
    });
    expect(changes(KOREA, insertElement(KOREA, 'event 2021 "E"'))).toEqual({
      less: [],
      more: ['event 2021 "E"'],
    });
    const first = changes(KOREA, insertElement(KOREA, 'source zed "Z" {\n  author "A"\n}'));
    expect(first.less).toEqual([]);
    expect(first.more).toEqual(['source zed "Z" {', '  author "A"', '}', '']);
    const last = addStatement(KOREA, 'invest @cogan:P6', {
      lastOf: { actor: 'SK', faction: 'hardline' },
    });
    expect(changes(KOREA, last)).toEqual({ less: [], more: ['      invest @cogan:P6'] });
  });

  test('a statement moves with the reason on the line below it, into and out of braces', () => {
    const moved = done(KOREA, moveStatement(KOREA, 'NK.2', { before: 'NK.1' }));
    const lines = moved.split('\n');
    const at = lines.findIndex((l) => l.startsWith('    dismantle only if'));
    expect(lines[at + 1]).toContain('because "without a promise');
    expect(lines[at + 2]).toContain('not US.attack');
    expect([...lines].sort()).toEqual(KOREA.split('\n').sort());

    const into = done(KOREA, moveStatement(KOREA, 'peopleNK.1', { after: 'peopleNK.2' }));
    expect(into).toContain(
      '@cogan:P4 rests on hardship\n      not US.attack  @cogan:P4 @cogan:P6\n',
    );
    const out = done(into, moveStatement(into, 'peopleNK.2', { beforeGroupOf: 'peopleNK.1' }));
    expect(out).toBe(KOREA);
  });

  test('a name, with a dozen uses', () => {
    const result = rename(KOREA, 'cogan', 'article');
    const after = done(KOREA, result);
    expect(after).toBe(
      KOREA.replace(/\bcogan\b/g, 'article').replace('@article:P1 to P20', '@cogan:P1 to P20'),
    );
  });

  test('which faction prevails; the comment behind it stays', () => {
    expect(changes(KOREA, setPrevails(KOREA, 'US', 'change'))).toEqual({
      less: ['  prevails deal  # the assumption of P5'],
      more: ['  prevails change  # the assumption of P5'],
    });
  });

  test('an element is found by where it stands', () => {
    const relation = parseSituation(KOREA).model!.relations[3];
    expect(changes(KOREA, removeElement(KOREA, relation.at!))).toEqual({
      less: ['relation US allied with JP                        @cogan:P8'],
      more: [],
    });
    const alone = changes(KOREA, attachEvidence(KOREA, relation.at!, 'cogan#bank'));
    expect(alone.more).toEqual([
      'relation US allied with JP                        @cogan:P8 @cogan#bank',
    ]);
  });

  test('lines end as the others do', () => {
    const windows = KOREA.replace(/\n/g, '\r\n');
    const after = done(windows, insertElement(windows, 'actor zed "Z" {\n  option a\n}'));
    expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});

describe('comments', () => {
  const text = `situation "S"

# ---------------- actors
# who
actor A { # here
  # first
  option a  # one
  option b
  # about c
  prefers {
    # most important
    a  # yes
    b
  }
}
`;
  test('go with what they stand above and behind', () => {
    const moved = done(text, moveStatement(text, 'A.1', { after: 'A.2' }));
    expect(moved).toContain('    b\n    # most important\n    a  # yes\n  }');
    expect(done(moved, moveStatement(moved, 'A.2', { before: 'A.1' }))).toBe(text);
    expect(done(text, removeStatement(text, 'A.1'))).toContain('prefers {\n    b\n');
  });

  test('of a section stay', () => {
    const bare = text.replace(/ {2}# about c[^]*$/, '}\n');
    expect(done(bare, removeElement(bare, 'A'))).toBe(
      'situation "S"\n\n# ---------------- actors\n',
    );
  });
});

describe('refused, and why', () => {
  const TEXT =
    'situation "S"\nactor A { option a  option b  prefers { a } }\nactor B { option c  prefers { a } }\nscenario s = a\n';
  const refusal = (result: EditResult) => (result.ok ? null : result.refusal.code);

  test.each<[string, EditResult, string | null]>([
    ['a text that cannot be read', setTitle('situation "S"\nactor A {', 'T'), 'unreadable'],
    ['no such element', setLabel(TEXT, 'X', 'x'), 'unknown'],
    [
      'no such place',
      removeElement(TEXT, { start: { line: 0, column: 3 }, end: { line: 0, column: 4 } }),
      'unknown',
    ],
    ['an actor that is spoken of', removeElement(TEXT, 'A'), 'in-use'],
    ['an option that is spoken of', removeElement(TEXT, 'A.a'), 'in-use'],
    ['an option that nobody speaks of', removeElement(TEXT, 'A.b'), null],
    ['a name that another has', rename(TEXT, 'A', 'B'), 'name-taken'],
    ['an option named as another', rename(TEXT, 'A.a', 'b'), 'name-taken'],
    ['an option named as a scenario used elsewhere', rename(TEXT, 's', 'a'), 'name-taken'],
    ['an option that would be meant by two', rename(TEXT, 'B.c', 'a'), 'name-taken'],
    ['a word of the language', rename(TEXT, 'A', 'not'), 'bad-name'],
    ['no name', rename(TEXT, 'A', '1 a'), 'bad-name'],
    ['two statements as one', addStatement(TEXT, 'a\nb', { after: 'A.1' }), 'ill-written'],
    [
      'a statement that closes its block',
      addStatement(TEXT, 'a } never b', { after: 'A.1' }),
      'ill-written',
    ],
    ['a statement that ends in a comment', setWants(TEXT, 'A.1', 'a # x'), 'ill-written'],
    ['two elements as one', insertElement(TEXT, 'actor C\nactor D'), 'ill-written'],
    ['a second situation', insertElement(TEXT, 'situation "T"'), 'not-here'],
    ['no reference', attachEvidence(TEXT, 'A', '@a b'), 'ill-written'],
    ['no inference', attachEvidence(TEXT, 'A', 'inferred @a'), 'ill-written'],
    ['a reference that is not there', detachEvidence(TEXT, 'A', '@a'), 'unknown'],
    ['a chance above 100', setPerhaps(TEXT, 'A.1', { percent: 101 }), 'ill-written'],
    ['a flag of an actor', setFlag(TEXT, 'A', 'slow', true), 'not-here'],
    ['no date', setDate(TEXT, 'soon'), 'ill-written'],
  ])('%s', (_, result, code) => {
    expect(refusal(result)).toBe(code);
  });

  test('edits that overlap are a mistake of the caller', () => {
    const twice = [
      { from: 0, to: 3, insert: '' },
      { from: 2, to: 4, insert: '' },
    ];
    expect(() => applyEdits('abcdef', twice)).toThrow(RangeError);
  });
});
