import { widthOf } from '@standoff/document';
import { describe, expect, it } from 'vitest';
import { analysisText } from '../../src/analyse/text.js';
import { analysis } from './fixtures.js';

const names = ['harbour', 'river', 'indifference'] as const;

describe.each(names)('the text of %s', (name) => {
  it('reads as in the golden file', async () => {
    await expect(analysisText(analysis(name), { caseName: name })).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
  });

  it.each([100, 72, 50])('fits %i columns', (width) => {
    const lines = analysisText(analysis(name), { width, colour: true, caseName: name }).split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  it('says the same with colour and without', () => {
    const coloured = analysisText(analysis(name), { colour: true });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(analysisText(analysis(name)));
  });
});

it('says so where nothing would hold', () => {
  const text = analysisText({ ...analysis('harbour'), equilibria: [], tally: [] });
  expect(text).toContain('None: in each of the 6 states some decision maker has a reason to move');
});
