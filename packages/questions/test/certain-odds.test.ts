// Odds of 0 % and 100 % leave nothing open: what is asked and told is as if it were written as a fact.
import { prepare, situationOf } from '@standoff/situation';
import { expect, test } from 'vitest';
import { modelOf } from '../../situation/test/situations.js';
import { ask } from '../src/ask/solve.js';
import { briefing } from '../src/briefing/solve.js';
import { tellBriefing } from '../src/briefing/tell.js';
import { robustness } from '../src/robustness/solve.js';
import { toldText } from '../src/told/telling.js';
import { Words } from '../src/told/words.js';

function told(text: string): string {
  const model = modelOf(text);
  const result = briefing(situationOf(model));
  return toldText(result.situation, 'in brief', tellBriefing(new Words(model), result, model), {});
}

const ACTORS = `situation "S"
actor A "Ann" { option stay "Stay in"
  faction f "Timid" { prefers { stay } }
  faction g "Bold" { prefers { stay iff rain } }
  FACTION
}
CHANCE
`;
const written = (faction: string, chance: string): string =>
  ACTORS.replace('FACTION', faction).replace('CHANCE', chance);

test.each([
  ['prevails g 100 %', 'chance rain 0 %'],
  ['prevails f 0 %', 'chance rain 0 %'],
  ['prevails f 0 %\n prevails g 100 %', 'chance rain 100 %'],
])('%s and %s: nothing is open', (faction, chance) => {
  const prepared = prepare(modelOf(written(faction, chance)));
  expect(prepared.statusQuo).toHaveLength(1);
  expect(ask(prepared)).toMatchObject({ worlds: { count: '1' }, questions: [] });
  expect(robustness(prepared)).toMatchObject({ worlds: { count: '1' } });
  const text = told(written(faction, chance));
  expect(text).not.toMatch(/who prevails|What chance decides|What is known leaves/);
  if (chance.includes(' 0 %')) expect(text).toContain('Things stay as they are');
  else expect(text).toContain('Ann would stay in');
});

test('odds in between leave it open, and the likeliest is assumed, also of those of which nothing is said', () => {
  const model = modelOf(written('prevails f 10 %', 'chance rain 30 %'));
  expect(model.actors[0].prevails).toBe('g');
  expect(ask(prepare(model)).worlds.count).toBe('4');
  // Of two that are as likely the one that is named.
  expect(modelOf(written('prevails g 50 %', 'chance rain')).actors[0].prevails).toBe('g');
});

test('a chance of nothing for what today cannot be without is told as what today breaks', () => {
  const text = `situation "S"
actor A "Ann" { option stay "Stay in" }
chance rain 0 %
always A.stay or rain
`;
  expect(() => prepare(modelOf(text))).toThrow('the status quo breaks "always A.stay or rain"');
});

test('the only one who can move and has no reason to is said to have none', () => {
  const text = `situation "S"
actor A "Ann" { option stay "Stay in" prefers { not stay } }
`;
  expect(told(text)).toContain('Things stay as they are: Ann has no better move.');
});
