import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { answerTo, QUESTIONS, Words } from '@standoff/questions';
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
