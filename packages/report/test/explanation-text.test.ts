import { expect, it } from 'vitest';
import { explanationsText } from '../src/index.js';
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
