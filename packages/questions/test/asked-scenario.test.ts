import { readdirSync, readFileSync } from 'node:fs';
import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { answerTo, QUESTIONS, Words } from '@standoff/questions';
import { CASES } from '../../../test/cases.js';
import { printed } from './told/printed.js';

const { model } = parseSituation(`
situation "Two roads"
actor A "Ann" { option go "Go" option sing "Sing" prefers { not go if not B.pay  sing  go } }
actor B "Ben" { option pay "Pay" prefers { pay iff A.go } }
scenario gone "Gone" = A.go
`);

test('a scenario of several states is told by its nearest and its firmest', async () => {
  const situation = situationOf(model!);
  const words = new Words(model!);
  const explained = await answerTo(QUESTIONS.explain, situation, { state: 'gone' });
  const grounded = await answerTo(QUESTIONS.grounds, situation, { state: 'gone' });
  for (const answer of [explained, grounded]) {
    expect(answer.scenario).toMatchObject({ id: 'gone', states: 4, firmest: 'another' });
    expect(answer.state.taken).toEqual(['A.go']);
    expect(answer.firmest!.state.taken).toEqual(['A.go', 'A.sing', 'B.pay']);
  }
  for (const told of [
    (await QUESTIONS.explain.tell())(words, explained, model!),
    (await QUESTIONS.grounds.tell())(words, grounded, model!),
  ])
    expect(printed(told)).toMatch(
      /^“Gone” is 4 states\. Told is the nearest, [^]* and after it the\s+firmest/,
    );
});

test('a state is told alone', async () => {
  const answer = await answerTo(QUESTIONS.explain, situationOf(model!), { state: 'A.go' });
  expect(answer).not.toHaveProperty('scenario');
  expect(answer).not.toHaveProperty('firmest');
});

test('which of two matters more is asked for each two of those in no order', async () => {
  const asked = parseSituation(`
situation "Order"
actor A { option a option b option c option d prefers { in no order { a  b  c  d if B.x } } }
actor B { option x prefers { x if A.a } }
`).model!;
  const { questions } = await answerTo(QUESTIONS.ask, situationOf(asked));
  expect(questions).toHaveLength(6);
  for (const { about, statements, answers } of questions) {
    expect(about).toBe('order');
    expect(statements).toHaveLength(2);
    expect(answers).toHaveLength(2);
    for (const { probability } of answers) expect(probability).toBeCloseTo(0.5);
  }
});

const LISTED = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'sarel-basin')
  .map(({ name }) => name);

function caseOf(name: string): NonNullable<typeof model> {
  const folder = new URL(`${name}/`, CASES);
  const file = readdirSync(folder).find((one) => one.endsWith('.standoff'))!;
  return parseSituation(readFileSync(new URL(file, folder), 'utf8')).model!;
}

test.each(LISTED)('each scenario of %s can be asked about', async (name) => {
  const own = caseOf(name);
  const situation = situationOf(own);
  for (const { id, holds } of own.scenarios) {
    const count = situation.states.where(holds).count;
    const answer = await answerTo(QUESTIONS.explain, situation, { state: id });
    const { decimal } = answer.state.name;
    expect(situation.states.where(holds).has(BigInt(decimal))).toBe(true);
    if (count > 1n) expect(answer.scenario).toMatchObject({ id, states: Number(count) });
    else expect(answer).not.toHaveProperty('scenario');
  }
});

test('the table tells the Korean scenarios apart, by how they hold and how much leads there', async () => {
  const own = caseOf('korea-2018');
  const answer = await answerTo(QUESTIONS.scenarios, situationOf(own));
  const [table] = (await QUESTIONS.scenarios.tell())(new Words(own), answer, own).filter(
    ({ block }) => block === 'table',
  );
  const rows = table.block === 'table' ? table.groups.flatMap((group) => group.rows) : [];
  const said = rows.map((cells) => JSON.stringify(cells.slice(1)));
  expect(said).toHaveLength(13);
  expect(new Set(said).size).toBe(13);
});
