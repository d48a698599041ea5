import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Gold } from '../gold/score.js';
import { readText } from '../src/reading/read-text.js';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.resolve(import.meta.dirname, '../gold');

/** The annotations stand at offsets of the canonical text: it must still be the one they were made on. */
async function check(goldFile: string, textFile: string) {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Gold;
  const bytes = readFileSync(textFile);
  expect(sha256(bytes)).toBe(gold.sha256);
  const { text, paragraphs } = await readText(bytes, { name: gold.text });
  expect(text.length).toBe(gold.canonical.length);
  expect(sha256(text)).toBe(gold.canonical.sha256);
  expect(gold.annotations.length).toBeGreaterThan(0);
  for (const { start, end } of gold.annotations) {
    expect(end).toBeGreaterThan(start);
    expect(start).toBeGreaterThanOrEqual(gold.canonical.start);
    expect(end).toBeLessThanOrEqual(gold.canonical.end);
    const within = paragraphs.filter((each) => each.start <= start && end <= each.end);
    expect(within, `${gold.text} ${start}-${end}`).toHaveLength(1);
  }
}

describe('the texts as read are those that were annotated', () => {
  const texts = ['building', 'measured', 'apart', 'acts/seen', 'acts/apart'].flatMap((set) =>
    readdirSync(path.join(folder, set))
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(set, name)),
  );
  it.each(texts)('%s', async (name) => {
    const file = path.join(folder, name);
    await check(file, file.replace(/\.json$/, '.txt'));
  });

  // Somebody else's text: beside the checkout on some machines, never inside it.
  const article = ['../shared/seed/article.txt', '../../shared/seed/article.txt']
    .map((file) => path.resolve(root, file))
    .find((file) => existsSync(file));
  it.skipIf(article === undefined)('the article, which is not in the repository', () =>
    check(path.join(folder, 'article/article.json'), article!),
  );
});
