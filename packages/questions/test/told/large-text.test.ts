import { readFileSync } from 'node:fs';
import { analyseLarge } from '../../src/large/solve.js';
import { parseSituation } from '@standoff/language/parse';
import { beforeAll, describe, expect, test } from 'vitest';
import { largeText } from '../../src/large/tell.js';

/** A basin with half the riparians of the case: told in the same words, in a hundredth of the time. */
const BASIN = readFileSync(new URL('../basin.standoff', import.meta.url), 'utf8');

function told(situation: string, memory = 2 ** 30, width?: number): string {
  const result = analyseLarge(parseSituation(situation).model!, { why: 'there are many', memory });
  return largeText(result, width === undefined ? {} : { width });
}

/** The text without line breaks, to look for sentences in. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a basin of 32 options', () => {
  let text: string;
  beforeAll(() => {
    text = told(BASIN);
  });

  test('says first that and why the states were not listed, what is answered and what is not', () => {
    const start = flat(text.split('Who can do what')[0]);
    expect(start).toContain('Its states are not looked at one by one: there are many.');
    expect(start).toContain('241,864,704 satisfy the constraints');
    expect(start).toContain('Answered:');
    expect(start).toContain('Not answered: which other outcomes hold');
  });

  test('tells the outcomes, the way to the first, and the others by what differs', () => {
    expect(flat(text)).toContain(
      '8 outcomes in which nobody has a better move (Nash). From today, improvements alone lead to 4 of them, moves of any kind to 4.',
    );
    expect(flat(text)).toContain('agree on 30 of the 32 options');
    expect(text).toMatch(/^ {2}1\. A scramble for the water$/m);
    expect(text).toMatch(/each an improvement for the one who moves:\n {4}1\. /);
    expect(text).toMatch(/^ {2}2\. As 1, with /m);
    expect(flat(text)).toContain('In each of its 995,328 states somebody has a better move');
  });

  test('fits the width', () => {
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

test('without the memory for sets it says what is only known in part', () => {
  // More have something to do than are looked at together, and one of them has to move twice.
  const crowd = Array.from(
    { length: 4 },
    (_, k) => `actor C${k} { option o option p option q option r  prefers { o  p  q  r } }`,
  );
  const text = flat(
    told(
      `situation "Crowd"
        actor A { option a option b  prefers { b  a } }
        actor B { option c  prefers { c } }
        A.b requires B.c  B.c requires A.a
        ${crowd.join('\n')}
        scenario done "Done" = A.b and C0.o
        scenario parted "Parted" = A.b and not C0.o`,
      0,
    ),
  );
  expect(text).toContain('some answers come from exploring around today’s state');
  expect(text).toMatch(/lead to at least [\d,]+ other states/);
  expect(text).toContain('Whether');
  expect(text).not.toContain('combinations of options');
  expect(text).toMatch(
    /At least \d+ outcomes? in which nobody has a better move \(Nash\)\. From today, improvements alone lead to at least/,
  );
  expect(text).toContain('A way there, there may be shorter ones');
});

test('where everybody has a better move in every state, it says so', () => {
  const pennies = `situation "Pennies"
    actor A { option x prefers { x iff B.x } }
    actor B { option x prefers { x xor A.x } }
    scenario both "Both" = A.x and B.x`;
  const text = flat(told(pennies));
  expect(text).toContain('None: in every state some decision maker has a better move.');
  expect(text).toContain('A stays: none of its moves would make matters better for it.');
  expect(text).toContain(
    'B is held back: its one better move takes up “x”, but others could answer',
  );
  expect(text).toContain('Both (both) In each of its 1 states somebody has a better move');
});

test('an unknown status quo is told for each state it may be', () => {
  const text = flat(
    told(`situation "U" actor A { option x unknown option y taken prefers { x  not y } }
      actor W "A witness" { prefers { A.x } }
      worst for W is missing scenario missing "x is missing" = not A.x`),
  );
  expect(text).toContain('What is known leaves 2 states in which things may stand.');
  expect(text).toContain('Or else New: x (A).');
  expect(text).toContain('The worst that can happen to A witness, as the author says.');
});
