import { printBlocks, Page } from '@standoff/document';
import { parseSituation } from '@standoff/language/parse';
import { situationOf } from '@standoff/situation';
import { expect, it } from 'vitest';
import { answerTo, QUESTIONS, Words } from '../src/index.js';

/** What the briefing says of chance. */
async function forks(text: string): Promise<string[]> {
  const model = parseSituation(text).model!;
  const answer = await answerTo(QUESTIONS.briefing, situationOf(model));
  const tell = await QUESTIONS.briefing.tell();
  const page = new Page({});
  printBlocks(page, tell(new Words(model), answer, model));
  return page
    .toString()
    .split('\n')
    .filter((line) => line.trim().startsWith('If “A drought”'))
    .map((line) => line.trim());
}

it('tells both falls: what comes of a drought, and that nothing else does', async () => {
  const base = `situation "River" as of 2020-01
actor Town { option ration "Ration water" prefers { WISH } }
chance drought "A drought" 30 %
scenario rationed "Water is rationed" = Town.ration
`;
  expect(await forks(base.replace('WISH', 'ration iff drought'))).toEqual([
    'If “A drought” comes (30 %): it ends in “Water is rationed”.',
    'If “A drought” does not come (70 %): everything stays as it is.',
  ]);
  expect(await forks(base.replace('WISH', 'not ration'))).toEqual([
    'If “A drought” comes (30 %): everything else stays as it is.',
    'If “A drought” does not come (70 %): everything stays as it is.',
  ]);
});

it('counts ways from each fall of chance as often as it comes', async () => {
  const model = parseSituation(`situation "River" as of 2020-01
actor Town { option ration "Ration water" prefers { ration iff drought } }
chance drought "A drought" 30 %
scenario rationed "Water is rationed" = Town.ration`).model!;
  const briefed = await answerTo(QUESTIONS.briefing, situationOf(model));
  expect(briefed.ends.map(({ pull }) => pull.toFixed(9))).toEqual(['0.700000000', '0.300000000']);
  const { ends, scenarios } = await answerTo(QUESTIONS.robustness, situationOf(model));
  expect(ends.map(({ pull }) => pull.toFixed(9))).toEqual(['0.700000000', '0.300000000']);
  expect(scenarios[0].pull).toBeCloseTo(0.3, 9);
});
