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

/** A mistake for which the statement is left out while the others are read. */
const OTHER = 'always d -> b';

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
    ['never a ≠ b', 'never a xor b'],
    ['never a ↔ b', 'never a iff b'],
    ['event 27th of April 2018 "E"', 'event 2018-04-27 "E"'],
    ['event 2018 April 27 "E"', 'event 2018-04-27 "E"'],
    ['event 2018年4月27日 "E"', 'event 2018-04-27 "E"'],
    ['event 2018–04–27 "E"', 'event 2018-04-27 "E"'],
    ['event 2018-04-27T10:00 "E"', 'event 2018-04-27 "E"'],
    ['event 27.4.18 "E"', 'event 2018-04-27 "E"'],
    ['event 27 juillet 2018 "E"', 'event 2018 "E"'],
    ['event Q2 2018 "E"', 'event 2018 "E"'],
    ['never a = true', 'never a'],
    ['never a == false', 'never not a'],
    ['scenario x == a', 'scenario x = a'],
    ['never a // a comment, or two', 'never a # a comment, or two'],
    ['/* a comment */', '# a comment '],
    ["actor D 'Delta'", 'actor D "Delta"'],
    ['actor D { option e "E" today }', 'actor D { option e "E" taken }'],
    ['actor D { option e initially true }', 'actor D { option e taken }'],
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
    ['if a then { b }', 'when a then { b }'],
    ['when a then b', 'when a then { b }'],
    ['when a { b }', 'when a then { b }'],
    ['when a and b: { d }', 'when a and b then { d }'],
    ['whenever a then { b }', 'when a then { b }'],
    ['by 27.04.2018 unless a then { b }', 'by 2018-04-27 unless a then { b }'],
    ['by 2018-05-01 { a }', 'by 2018-05-01 then { a }'],
    ['by 2018-05-01, a', 'by 2018-05-01 then { a }'],
    ['by 2018-05-01 if not a then { b }', 'by 2018-05-01 unless a then { b }'],
    ['before 2018-05-01 then { a }', 'by 2018-05-01 then { a }'],
    ['by 2018-05-01 unless a { b }', 'by 2018-05-01 unless a then { b }'],
    ['by 2018-05-01: { b }', 'by 2018-05-01 then { b }'],
    ['deadline 2018-05-01 then { b }', 'by 2018-05-01 then { b }'],
    ['by 2018-05-01 unless a then b', 'by 2018-05-01 unless a then { b }'],
    ['chance r "Rain" 0.3', 'chance r "Rain" 30 %'],
    ['chance r "Rain" 30', 'chance r "Rain" 30 %'],
    ['chance 30 % r "Rain"', 'chance r "Rain" 30 %'],
    ['chance r "Rain" 30 percent', 'chance r "Rain" 30 %'],
    ['probability r 30 %', 'chance r 30 %'],
    ['chance r "Rain": 30 %', 'chance r "Rain" 30 %'],
    ['choice x one of A.a, A.c', 'choice x one of {A.a, A.c}'],
    ['choice x {A.a, A.c}', 'choice x one of {A.a, A.c}'],
    ['choice x exactly one of {A.a, A.c}', 'choice x one of {A.a, A.c}'],
    ['choice x one of [A.a, A.c]', 'choice x one of {A.a, A.c}'],
    ['choice x "C" = one of {A.a, A.c}', 'choice x "C" one of {A.a, A.c}'],
    ['choice x one of {A.a or A.c}', 'choice x one of {A.a, A.c}'],
    ['choice one of {A.a, A.c}', 'choice which one of {A.a, A.c}'],
    ['choice x at most 1 of {A.a, A.c}', 'choice x at most one of {A.a, A.c}'],
    ['offer o by A to B { a }', 'offer o by A to B: { a }'],
    ['offer o from A to B: { a }', 'offer o by A to B: { a }'],
    ['offer o between A, B: { a }', 'offer o by A to B: { a }'],
    ['offer o by A to B: a', 'offer o by A to B: { a }'],
    ['offer o by A to B: { a } before 2018-01-01', 'offer o by A to B: { a } until 2018-01-01'],
    ['offer o by A to B: { a and b }', 'offer o by A to B: { a, b }'],
    ['offer o by A to B until 2018-01-01: { a }', 'offer o by A to B: { a } until 2018-01-01'],
    ['offer o A to B: { a }', 'offer o by A to B: { a }'],
    ['actor D { prefers { red-line a } }', 'actor D { prefers { red line a } }'],
    ['maybe never a', 'perhaps never a'],
    ['possibly never a', 'perhaps never a'],
    ['perhaps 0.7 never a', 'perhaps 70 % never a'],
    ['70 % never a', 'perhaps 70 % never a'],
    [
      'actor D { option e from 2018-04-01 to 2018-06-30 }',
      'actor D { option e from 2018-04-01 until 2018-06-30 }',
    ],
    [
      'actor D { option e between 2018-04-01 and 2018-06-30 }',
      'actor D { option e from 2018-04-01 until 2018-06-30 }',
    ],
    ['actor D { option e from April 2018 }', 'actor D { option e from 2018-04 }'],
    [
      'actor D { option e 2018-04-01 until 2018-06-30 }',
      'actor D { option e from 2018-04-01 until 2018-06-30 }',
    ],
    ['actor D { option e after 2018-04-01 }', 'actor D { option e from 2018-04-01 }'],
    ['actor D { option e before 2018-04-01 }', 'actor D { option e until 2018-04-01 }'],
    ['leave out "x"', 'left out "x"'],
    ['left-out "x"', 'left out "x"'],
    ['omitted "x"', 'left out "x"'],
    ['left out: "x"', 'left out "x"'],
    ['leftout "x"', 'left out "x"'],
    ['event 2018-03-05 - 2018-03-08 "Talks"', 'event 2018-03-05 to 2018-03-08 "Talks"'],
    ['event 2018-03-05-2018-03-08 "Talks"', 'event 2018-03-05 to 2018-03-08 "Talks"'],
    ['event ~2018-03 "x"', 'event about 2018-03 "x"'],
    ['event circa 2018-03 "x"', 'event about 2018-03 "x"'],
    ['event 2018-03-05 until 2018-03-08 "x"', 'event 2018-03-05 to 2018-03-08 "x"'],
    ['event from 2018-03-05 to 2018-03-08 "x"', 'event 2018-03-05 to 2018-03-08 "x"'],
    [
      'offer o by A to B: { a }\nevent 2018-03 "x" { B refuse o }',
      'offer o by A to B: { a }\nevent 2018-03 "x" { B refuses o }',
    ],
    [
      'claim q "x" stated, quantity 80-90 "% of y"',
      'claim q "x" stated, quantity 80 to 90 "% of y"',
    ],
    ['claim q "x" stated, quantity 80 "%" to 90 "%"', 'claim q "x" stated, quantity 80 to 90 "%"'],
    ['claim q "x" stated, quantity 80%', 'claim q "x" stated, quantity 80 "%"'],
    ['actor D { prefers { equal { a b } } }', 'actor D { prefers { equally { a b } } }'],
    ['actor D { prefers { equally a, b } }', 'actor D { prefers { equally {\na\nb\n} } }'],
    ['actor D { prefers { a as Peace } }', 'actor D { prefers { a as "Peace" } }'],
    ['agreement t between 2 of A, B', 'agreement t between at least 2 of A, B'],
    ['agreement t between at least two of A, B', 'agreement t between at least 2 of A, B'],
    ['agreement t between at least 2 of {A, B}', 'agreement t between at least 2 of A, B'],
    ['agreement t "T" by A, B', 'agreement t "T" between A, B'],
    ['promise a if b to B', 'promise a when b to B'],
    ['actor D [ option e ]', 'actor D { option e }'],
    ['actor D { option e: "Label" }', 'actor D { option e "Label" }'],
    ['actor D { option e = "Label" }', 'actor D { option e "Label" }'],
    ['actor D { option e "Label"; option f "F" }', 'actor D { option e "Label"\noption f "F" }'],
    ['scenario x: a', 'scenario x = a'],
    ['states x = { a }', 'state x = { a }'],
    ['never (a and b', 'never (a and b)'],
    ['never a and (b or d', 'never a and (b or d)'],
    ['never A:a', 'never A.a'],
    ['never A/a', 'never A.a'],
    ["never A's a", 'never A.a'],
    ['exactly one {a, b}', 'exactly one of {a, b}'],
    ['actor D { option e\n', 'actor D { option e\n}\n'],
    ['- never a', 'never a'],
    ['* never a', 'never a'],
    ['1. never a', 'never a'],
    ['**never a**', 'never a'],
    ['never `a`', 'never a'],
    ['never "a"', 'never a'],
    ['let x = a', 'scenario x = a'],
    ['define x = a', 'scenario x = a'],
    ['actor D {}}', 'actor D {}'],
    ['<<<<<<< HEAD\nnever a\n=======\n>>>>>>> b\n', 'never a\n'],
    ['never a\n>>>>>>> theirs\n', 'never a\n\n'],
    ['never a @s P1', 'never a @s:P1'],
    ['never a (@s:P1)', 'never a @s:P1'],
    ['never a because x', 'never a because "x"'],
    ['never a because: "x"', 'never a because "x"'],
    ['never a -- comment', 'never a # comment'],
    ['never a /* c */', 'never a # c '],
    ['never a,', 'never a'],
    ['never a.', 'never a'],
    ['never a = b', 'never a iff b'],
    ['always a => b', 'always a implies b'],
    ['always a ⇒ b', 'always a implies b'],
    ['always a → b', 'always a implies b'],
    ['never a ∧ b', 'never a and b'],
    ['never ¬a', 'never not a'],
    ['never a & b', 'never a and b'],
    ['never a | b', 'never a or b'],
    ['never ~a', 'never not a'],
    ['never a + b', 'never a and b'],
    ['at most 1 {a, b}', 'at most 1 of {a, b}'],
    ['most one of {a, b}', 'at most one of {a, b}'],
    ['only one of {a, b}', 'exactly one of {a, b}'],
    ['any of {a, b}', 'exactly one of {a, b}'],
    ['a excludes b', 'never a and b'],
    ['a and b are exclusive', 'at most one of {a, b}'],
    ['a needs b', 'a requires b'],
    ['a depends on b', 'a requires b'],
    ['a required b', 'a requires b'],
    ['choice x one of {A.a; A.c}', 'choice x one of {A.a, A.c}'],
    ['never a;never b', 'never a\nnever b'],
    ['never a @s:7', 'never a @s:P7'],
    ['never a @s:P1-3', 'never a @s:P1-P3'],
    ['never a @s:p1', 'never a @s:P1'],
    ['graph g {up, down}', 'graph g of {up, down}'],
    ['graph g of up, down', 'graph g of {up, down}'],
    ['graph g: {up, down}', 'graph g of {up, down}'],
    ['graph of {up, down}', 'graph places of {up, down}'],
    ['graph g of {up "Up" initially, down}', 'graph g of {up "Up" taken, down}'],
    ['states {up, down}', 'graph places of {up, down}'],
    [
      'graph g of {up, down}\nA can move up to down',
      'graph g of {up, down}\nA can move from up to down',
    ],
    [
      'graph g of {up, down}\nA moves from up to down',
      'graph g of {up, down}\nA can move from up to down',
    ],
    ['graph g of {up, down}\nA: up -> down', 'graph g of {up, down}\nA can move from up to down'],
    [
      'graph g of {up, down}\nmove A from up to down',
      'graph g of {up, down}\nA can move from up to down',
    ],
    [
      "graph g of {up, down}\nA can't move from up to down",
      'graph g of {up, down}\nA cannot move from up to down',
    ],
    [
      'graph g of {up, down}\nA can move from {up, down} to down',
      'graph g of {up, down}\nA can move from up or down to down',
    ],
    ['scenario x = a as a single state', 'scenario x = a as one state'],
    ['scenario x as one state = a', 'scenario x = a as one state'],
    ['scenario x = a, as one state', 'scenario x = a as one state'],
    ['merge x = a', 'scenario x = a as one state'],
    [
      'actor K acts with at least 2 of {A, B} { option k }',
      'actor K acts with at least 2 of A, B { option k }',
    ],
    [
      'actor K acts with 2 of A, B { option k }',
      'actor K acts with at least 2 of A, B { option k }',
    ],
    [
      'actor K acts with a majority of A, B { option k }',
      'actor K acts with at least 2 of A, B { option k }',
    ],
    ['actor K acts with all of A, B { option k }', 'actor K acts with A, B { option k }'],
    [
      'actor K acts with 1/2 of A, B { option k }',
      'actor K acts with at least 1 of A, B { option k }',
    ],
    [
      'council K of at least 1 of A, B { option k }',
      'actor K acts with at least 1 of A, B { option k }',
    ],
    ['actor K acts with A and B { option k }', 'actor K acts with A, B { option k }'],
    [
      'actor K acts with at least 1 of A, B with veto A { option k }',
      'actor K acts with at least 1 of A, B among them A { option k }',
    ],
    [
      'agreement t between at least 1 of A, B veto A',
      'agreement t between at least 1 of A, B among them A',
    ],
    ['actor D { wants { a } }', 'actor D { prefers { a } }'],
    ['actor D { options e, f\n}', 'actor D { option e\noption f\n}'],
    ['actor D { can sign "Sign" }', 'actor D { option sign "Sign" }'],
    ['party D "Delta"', 'actor D "Delta"'],
    ['treaty t "T" between A, B', 'agreement t "T" between A, B'],
    ['promise A to B: a when b', 'promise a when b'],
    ['demand A.a from A by B', 'demand A.a to A by B'],
    ['assurance a to B, if b', 'assurance a to B when b'],
    ['event on 2018-01-01 "E" { a }', 'event 2018-01-01 "E" { a }'],
    ['event 2018-01-01 "E" a', 'event 2018-01-01 "E" { a }'],
    ['event 2018-01-01T12:00 "E"', 'event 2018-01-01 "E"'],
    ['event 2018-01-01 "E" { +A.a, -B.b }', 'event 2018-01-01 "E" { A.a, not B.b }'],
    ['scenario Peace talks = a', 'scenario PeaceTalks "Peace talks" = a'],
    ['scenario x = a, b', 'scenario x = a and b'],
    ['state x = a and b', 'state x = { a, b }'],
    ['relation A and B allied', 'relation A allied with B'],
    ['relation A is allied with B', 'relation A allied with B'],
    ['relation A -> B "friends"', 'relation A "friends" B'],
    ['A sees B { prefers { b } }', 'A perceives B { prefers { b } }'],
    ['source t "T" { date 2018 }', 'source t "T" { published 2018 }'],
    ['source t "T" { author: "X" }', 'source t "T" { author "X" }'],
    ['source t "T" author "X"', 'source t "T" { author "X" }'],
    ['claim x "It rains" said by A', 'claim x "It rains" claimed by A'],
    ['never (a, b)', 'never a and b'],
    ['mutex {a, b}', 'at most one of {a, b}'],
    ['forbid a and b', 'never a and b'],
    ['a => b', 'a requires b'],
    ['by end of 2018 then { a }', 'by 2018 then { a }'],
    ['never a (s, P1)', 'never a @s:P1'],
    ['never a see @s:P1', 'never a @s:P1'],
    ['actor D { ranks a, b, others }', 'actor D { ranks a > b > others }'],
    ['actor D { ranks a = b > others }', 'actor D { ranks a ~ b > others }'],
    ['actor D { weighs { a = 3 } }', 'actor D { weighs { a: 3 } }'],
    ['actor D { weighs { 3: a } }', 'actor D { weighs { a: 3 } }'],
    ['actor D { prefers { if b then a } }', 'actor D { prefers { a if b } }'],
    ['actor D { prefers { a when b } }', 'actor D { prefers { a if b } }'],
    ['actor D { red line: not a }', 'actor D { prefers { red line not a } }'],
    ['actor D { prefers { probably a } }', 'actor D { prefers { perhaps a } }'],
    ['source t "T" {\n  author: "X"\n}', 'source t "T" {\n  author "X"\n}'],
    ['actor D { want not a }', 'actor D { prefers { not a } }'],
    [
      'actor D { faction g "G" 60 % { prefers { a } } faction h }',
      'actor D { prevails g 60 %\nfaction g "G"{ prefers { a } } faction h }',
    ],
    ['drought with probability 0.3', 'chance drought 30 %'],
    ['A threatens A.a if B.b', 'threat A.a when B.b by A'],
    ['threat A.a when B.b against B', 'threat A.a when B.b to B'],
    ['<<<<<<< ours\nnever a\n=======\nnever b\n>>>>>>> theirs\n', 'never a\n'],
  ])('%s', (written, ...wanted) => {
    const text = `${TWO}${written}`;
    const errors = parseSituation(text).diagnostics.filter((d) => d.severity === 'error');
    expect(errors.map(({ message }) => message)).toHaveLength(1);
    expect(errors[0].hint).toBeDefined();
    expect(mended(text, errors[0])[0]).toBe(`${TWO}${wanted.at(-1)!}`);
    const after = parseSituation(mended(text, errors[0])[0]);
    expect(after.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    // Another mistake behind it is told too, and what mends the one keeps the other.
    const both = `${text}\n${OTHER}\n`;
    for (const one of parseSituation(both).diagnostics)
      for (const fixed of mended(both, one))
        if (!one.message.includes('`->`')) expect(fixed).toContain(OTHER);
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
