import { parseSituation, readExpression } from '@standoff/language/parse';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { expressionOf, listOf, pickGroups, picksOf } from '../src/forms/picks.js';

const KOREA = caseText('korea-2018/korea.standoff');
const model = parseSituation(KOREA).model!;
const picksIn = (words: string) => {
  const picks = picksOf(readExpression(KOREA, words, null).proposition!);
  return picks && Object.fromEntries(picks);
};

describe('picks', () => {
  test.each([
    ['US.attack', { 'US.attack': true }],
    ['not (US.attack or treaty)', { 'US.attack': false, treaty: false }],
    [
      'NK.open and none of {US.meet, US.attack}',
      { 'NK.open': true, 'US.meet': false, 'US.attack': false },
    ],
    ['all of {NK.open, not US.meet}', { 'NK.open': true, 'US.meet': false }],
    ['not at least one of {NK.open, US.meet}', { 'NK.open': false, 'US.meet': false }],
    ['NK.treaty', { 'NK.treaty': true }],
    ['NK.open or US.meet', null],
    ['NK.open and not NK.open', null],
    ['not (NK.open and US.meet)', null],
    ['war', null],
    ['NK.open implies US.meet', null],
    ['exactly one of {NK.open, US.meet}', null],
    ['at least one of {NK.open, US.meet}', null],
  ])('%s', (words, picks) => expect(picksIn(words)).toEqual(picks));

  test('what is written of any picks is read as the same', () => {
    const ids = [...model.options.map(({ id }) => id), 'treaty'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (chosen, taken) => {
          const picks = new Map(chosen.map((id, k) => [id, taken[k]]));
          expect(picksIn(expressionOf(picks))).toEqual(Object.fromEntries(picks));
          expect(picksIn(`all of {${listOf(picks)}}`)).toEqual(Object.fromEntries(picks));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('are made among the options of each actor and the agreements', () => {
    const groups = pickGroups(model, new Map());
    expect(groups.map(({ title }) => title)).toEqual([
      'North Korea',
      'United States',
      'South Korea',
      'China',
      'Russia',
      'Japan',
      'Agreements',
    ]);
    expect(groups[0].options.map(({ id }) => id)).not.toContain('NK.treaty');
    const picked = pickGroups(model, new Map([['NK.treaty', false]]));
    expect(picked[0].options.map(({ id }) => id)).toContain('NK.treaty');
  });
});
