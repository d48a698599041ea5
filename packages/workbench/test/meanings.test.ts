import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meaningsIn } from '../src/tell/meanings.js';

const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');

test('each word of the glossary has its meaning, those in bold with theirs', () => {
  const meanings = meaningsIn(glossary);
  expect(meanings.get('option')).toContain('Something that its owner may do or leave');
  expect(meanings.get('firmly')).toBe('Nobody has a better move.');
  expect(meanings.get('by answers')).toMatch(/^Each better move would be answered/);
  expect(meanings.get('at once')).toBe('Each looks at the next move alone.');
  expect(meanings.has('word')).toBe(false);
});

test('all words that the table of outcomes explains are in it', () => {
  const meanings = meaningsIn(glossary);
  for (const word of ['outcome', 'holds', 'ways there', 'firmly', 'by answers', 'at any price'])
    expect(meanings.has(word), word).toBe(true);
});
