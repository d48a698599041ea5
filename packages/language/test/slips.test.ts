import type { Diagnostic } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../src/index.js';
import { spansIn } from '../src/lines.js';
import { parseSituation } from '../src/parse.js';

const TWO = `situation "S"
source s "S"
actor A { option a  option c }
actor B { option b  option d }
`;

function mended(text: string, { fixes = [] }: Diagnostic): string[] {
  const spanOf = spansIn(text);
  return fixes.map(({ edits }) =>
    applyEdits(
      text,
      edits.map(({ range, text: insert }) => ({ ...spanOf(range), insert })),
    ),
  );
}

describe('the usual slips: one error, the first way to mend it, and then none', () => {
  test.each([
    ['never a -> b', 'never a implies b'],
    ['never a <-> b', 'never a iff b'],
    ['A cannot move from a -> not a', 'A cannot move from a to not a'],
    ['never a && b && d', 'never a and b and d'],
    ['never a || b', 'never a or b'],
    ['never !a', 'never not a'],
    ['never a != b', 'never a xor b'],
    ['never a = true', 'never a'],
    ['never a == false', 'never not a'],
    ['scenario x == a', 'scenario x = a'],
    ['never a // a comment, or two', 'never a # a comment, or two'],
    ['/* a comment */', '# a comment '],
    ["actor D 'Delta'", 'actor D "Delta"'],
    ['at most one of [a, b]', 'at most one of {a, b}'],
    ['never a @s:P1,P2', 'never a @s:P1 @s:P2'],
    ['never a @s:P1, 3-4', 'never a @s:P1 @s:P3-P4'],
    ['never a @s:P1, @s:P2', 'never a @s:P1 @s:P2'],
    ['never a [@s:P1]', 'never a @s:P1'],
    ['never a @s P7', 'never a @s:P7'],
    ['never a;', 'never a'],
    ['event 27.04.2018 "E"', 'event 2018-04-27 "E"'],
    ['event 4/27/2018 "E"', 'event 2018-04-27 "E"'],
    ['event 27 April 2018 "E"', 'event 2018-04-27 "E"'],
    ['event April 27, 2018 "E"', 'event 2018-04-27 "E"'],
    ['event "2018-04-27" "E"', 'event 2018-04-27 "E"'],
    ['event "E" 2018-04-27', 'event 2018-04-27 "E"'],
    ['never a AND b', 'never a and b'],
    ['Actor D', 'actor D'],
    ['actor D: "Delta"', 'actor D "Delta"'],
    ['actor "Delta force" D', 'actor D "Delta force"'],
    ['actor "Delta force"', 'actor DeltaForce "Delta force"'],
    ['scenario x "X": a', 'scenario x "X" = a'],
    ['scenario x is a', 'scenario x = a'],
    ['never a, b', 'never a and b'],
    ['actor D { prefers { a, b } }', 'actor D { prefers {\na\nb\n} }'],
    [
      'actor D {\n  prefers {\n    a,\n    b\n  }\n}',
      'actor D {\n  prefers {\n    a\n    b\n  }\n}',
    ],
    ['actor D {\n  prefers a\n}', 'actor D {\n  prefers { a }\n}'],
    ['actor D {\n  prefers a > b > others\n}', 'actor D {\n  ranks a > b > others\n}'],
    ['if a then b', 'always a implies b'],
    ['always if a then b', 'always a implies b'],
    ['threat a to B if b', 'threat a when b to B', 'threat a to B when b'],
    ['promise a by 2018-05-01', 'promise a'],
    ['at most one of a, b', 'at most one of {a, b}'],
    ['at least two of {a, b}', 'at least 2 of {a, b}'],
    ['no more than one of {a, b}', 'at most one of {a, b}'],
    ['one of {a, b}', 'exactly one of {a, b}'],
    ['never either a or b', 'never a xor b'],
    ['never both a and b', 'never a and b'],
    ['agreement t between A and B', 'agreement t between A, B'],
    ['agreement t with A and B', 'agreement t between A, B'],
    ['agreement t (A, B)', 'agreement t between A, B'],
    ['relation A allied B', 'relation A allied with B'],
    ['scenario x = a\nworst for A: x', 'scenario x = a\nworst for A is x'],
    ['scenario x = a\nworst for A x', 'scenario x = a\nworst for A is x'],
    ['actor D { option e not taken }', 'actor D { option e open }'],
    ['actor D { option e initially taken }', 'actor D { option e taken }'],
    ['actor D { prefers { 70 % a } }', 'actor D { prefers { perhaps 70 % a } }'],
    ['actor D "Delta', 'actor D "Delta"'],
    ['never (a', 'never (a)'],
    ['actor D {\n  option e', 'actor D {\n  option e\n}'],
    ['never a)', 'never a'],
    ['<<<<<<< ours\nnever a\n=======\nnever b\n>>>>>>> theirs\n', 'never a\n'],
  ])('%s', (written, ...wanted) => {
    const text = `${TWO}${written}`;
    const errors = parseSituation(text).diagnostics.filter((d) => d.severity === 'error');
    expect(errors.map(({ message }) => message)).toHaveLength(1);
    expect(errors[0].hint).toBeDefined();
    expect(mended(text, errors[0])[0]).toBe(`${TWO}${wanted.at(-1)!}`);
    const after = parseSituation(mended(text, errors[0])[0]);
    expect(after.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });
});

test('a statement with a mistake hides none of the others', () => {
  const { diagnostics } = parseSituation(`situation "S" as of 27.04.2018
actor A "A" "B" {
  option a takn
  option c
  prefers {
    a,
    not c
    c and
    not nobody
  }
}
agreement t betwen A, B
actor B { option b }
never b -> x
never y
scenario z a
always (b
actor C }
`);
  expect(diagnostics.map(({ code, range }) => `${range.start.line + 1} ${code}`))
    .toMatchInlineSnapshot(`
      [
        "1 syntax",
        "2 syntax",
        "3 unknown-word",
        "6 syntax",
        "9 unknown-name",
        "12 unknown-word",
        "14 stray-character",
        "15 unknown-name",
        "16 syntax",
        "17 unclosed-brace",
        "18 closed-too-often",
      ]
    `);
});

test('what speaks of a name from a statement with a mistake is no mistake itself', () => {
  const { diagnostics } = parseSituation(`${TWO}scenarioo y = a\nnever y\nworst for A is y\n`);
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-word']);
});

test('each slip of a text with several has its way to mend it', () => {
  const { diagnostics } = parseSituation(
    `${TWO}never a -> b\nevent 27.04.2018 "E"\nnever a && c\n`,
  );
  expect(diagnostics.map(({ fixes }) => fixes?.[0].title)).toEqual([
    'Write `implies`',
    'Write `2018-04-27`',
    'Write `and`',
  ]);
});
