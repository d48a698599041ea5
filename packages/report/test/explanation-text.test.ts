import { expect, it } from 'vitest';
import {
  explanationsText,
  extensionExplanationsText,
  foresightExplanationsText,
} from '../src/index.js';
import { analysis, explanations } from './fixtures.js';

it('tells all actors and concepts compactly', async () => {
  await expect(
    explanationsText(analysis('river'), explanations('river-explained'), { caseName: 'river' }),
  ).toMatchFileSnapshot('golden/river-explained.txt');
});

it('tells one actor in full', async () => {
  await expect(
    explanationsText(analysis('river'), explanations('river-upland')),
  ).toMatchFileSnapshot('golden/river-upland.txt');
});

it('says that nobody can move where there is no decision maker', () => {
  const model = { actors: [], options: [], agreements: [] };
  for (const text of [explanationsText, extensionExplanationsText, foresightExplanationsText])
    expect(text(model, [])).toBe('Nobody can move: no actor has an option.\n');
});
