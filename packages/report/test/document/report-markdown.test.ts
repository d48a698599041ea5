import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, it } from 'vitest';
import { reportFile } from '../../src/index.js';
import { HARBOUR, partsOf } from './small.js';

const markdown = reportFile(partsOf(HARBOUR), 'markdown');

it('has a title, a section for each heading, and the model in a fence', () => {
  const { children } = fromMarkdown(markdown);
  const headings = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  expect(headings.filter((depth) => depth === 1)).toHaveLength(1);
  expect(headings.filter((depth) => depth === 2)).toHaveLength(16);
  const listing = children.find((node) => node.type === 'code');
  expect(listing?.value.split('\n').map((line) => line.slice(4).trimEnd())).toEqual(
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
  expect(markdown).toContain('**Figure.** The scenarios at a glance.');
});

it('is not ended by backticks in the model', () => {
  const text = HARBOUR.replace('# A situation', '# ````\n# A situation');
  const file = reportFile(partsOf(text), 'markdown');
  expect(fromMarkdown(file).children.filter(({ type }) => type === 'code')).toHaveLength(1);
});
