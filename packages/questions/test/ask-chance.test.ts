import { parseSituation } from '@standoff/language/parse';
import { prepare } from '@standoff/situation';
import { expect, test } from 'vitest';
import { ask } from '../src/ask/solve.js';
import { tellAsked } from '../src/ask/tell.js';
import { Words } from '../src/told/words.js';

const { model } = parseSituation(`situation "S"
actor A "Ann" { option stay "Stay in"  prefers { stay iff rain } }
chance rain "It rains" 30 %
scenario inside "Ann stays in" = A.stay
`);

test('what is left to chance is asked about, and its answer settles where the course leads', () => {
  const result = ask(prepare(model!));
  expect(result.worlds).toMatchObject({ count: '2', looked: 2, method: 'all' });
  const [question] = result.questions;
  expect(question).toMatchObject({
    actor: null,
    about: 'chance',
    statements: [{ id: 'chance.rain', text: 'It rains' }],
    arises: 1,
  });
  expect(question.information.told).toBeGreaterThan(0.8);
  expect(
    question.answers.map(({ answer, probability, decides }) => [
      answer,
      Number(probability.toFixed(6)),
      decides.find(({ verdict }) => verdict.of === 'scenario' && verdict.what === 'reached')?.value,
    ]),
  ).toEqual([
    ['yes', 0.3, true],
    ['no', 0.7, false],
  ]);
  expect(JSON.stringify(tellAsked(new Words(model!), question, model!))).toContain('It rains');
});

test('an end of which no wish tells whether chance has fallen is not told as if it had', () => {
  const { model: divided } = parseSituation(`situation "S"
actor A "Ann" { option stay "Stay in"
  faction f { prefers { stay } }
  faction g { prefers { not stay } }
}
chance rain "It rains" 30 %
`);
  const { questions } = ask(prepare(divided!));
  expect(
    questions[0].answers.map(({ answer, ends }) => [answer, ends.map(({ state }) => state.taken)]),
  ).toEqual([
    ['f', [['A.stay']]],
    ['g', [[]]],
  ]);
});
