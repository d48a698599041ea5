import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { paragraphText } from '../../src/index.js';
import { readText } from '../../src/read.js';

// Somebody else's text: beside the checkout on some machines, never inside it.
const root = path.resolve(import.meta.dirname, '../../../..');
const article = ['../shared/seed/article.txt', '../../shared/seed/article.txt']
  .map((file) => path.resolve(root, file))
  .find((file) => existsSync(file));

describe.skipIf(article === undefined)('the article of the Korean case, as it is on disk', () => {
  const read = () => readText(readFileSync(article!), { name: 'article.txt' });

  it('has title, byline and date at 0, 19 body paragraphs, links and contact at 20', async () => {
    const text = await read();
    const kinds = text.paragraphs.map((p) => `${p.number} ${p.kind}`);
    expect(kinds).toEqual([
      ...['0 title', '0 byline', '0 date'],
      ...Array.from({ length: 19 }, (_, i) => `${i + 1} body`),
      ...['20 related', '20 related', '20 related', '20 contact', '20 contact'],
    ]);
    expect(text.metadata).toMatchObject({ author: 'James Cogan', published: '2018-04-27' });
    expect(text.warnings).toEqual([]);
  });

  it('counts a paragraph that a page break splits once', async () => {
    const text = await read();
    const body = (n: number) =>
      paragraphText(
        text,
        text.paragraphs.find((p) => p.number === n)!,
      );
    expect(body(6)).toMatch(/^Moon.s administration .* hilt, .*reunification\.$/u);
    expect(body(11)).toMatch(/^While it is .* genuine concern about human rights .* sway\.$/u);
    expect(body(17)).toMatch(/^US imperialism.* \(PACOM\), .* Seoul\.$/u);
  });
});
