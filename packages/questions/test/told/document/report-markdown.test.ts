import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { reportFile } from '../../../src/composed/report/file.js';
import { HARBOUR, partsOf } from './small.js';

const markdown = reportFile(partsOf(HARBOUR), 'markdown');
const parser = new MarkdownIt('commonmark');

it('has a title, a section for each heading, and the model in a fence', () => {
  const tokens = parser.parse(markdown, {});
  const headings = tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [tag] : []));
  expect(headings.filter((tag) => tag === 'h1')).toHaveLength(1);
  expect(headings.filter((tag) => tag === 'h2')).toHaveLength(16);
  const listing = tokens.find(({ type }) => type === 'fence');
  expect(
    listing?.content
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(4).trimEnd()),
  ).toEqual(
    HARBOUR.trimEnd()
      .split('\n')
      .map((line) => line.trimEnd()),
  );
});

it('reads as before', async () => {
  await expect(markdown.replace(/^<!-- standoff-report .*$/m, '')).toMatchFileSnapshot(
    '../golden/harbour-report.txt',
  );
});

it('tells figures in words', () => {
  expect(markdown).not.toContain('<svg');
  expect(markdown).toContain('**Figure.** The shortest ways along the course');
});

it('is not ended by backticks in the model', () => {
  const text = HARBOUR.replace('# A situation', '# ````\n# A situation');
  const file = reportFile(partsOf(text), 'markdown');
  expect(parser.parse(file, {}).filter(({ type }) => type === 'fence')).toHaveLength(1);
});
