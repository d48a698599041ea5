import { describe, expect, it } from 'vitest';
import { LIMITS, paragraphText, type SourceText } from '../../src/index.js';
import { readText } from '../../src/read.js';

const read = (text: string): Promise<SourceText> =>
  readText(new TextEncoder().encode(text), { format: 'markdown' });

const WORDS = 'The talks began on Monday, and the ferry runs again.';
const DEEP =
  'The Markdown nests lists and quotations more than 40 deep: it was read as plain text.';

function kinds(text: SourceText): string[] {
  return text.paragraphs.map((p) => `${p.number} ${p.kind} ${paragraphText(text, p)}`);
}

describe('the structure of Markdown', () => {
  it('lists in lists, quotations in items, and what follows in an item', async () => {
    const text = await read(
      `# Ferry talks\n\n${WORDS}\n\n3. First point\n\n   More of it.\n   - within *it*\n4. > quoted\n5. \`code\`\n\n> ${WORDS}\n`,
    );
    expect(kinds(text)).toEqual([
      '0 title Ferry talks',
      `1 body ${WORDS}`,
      '2 body 3. First point',
      '2 body More of it.',
      '2 body • within it',
      '3 body quoted',
      '4 body 5. code',
      `5 body ${WORDS}`,
    ]);
  });

  it('the words of links, pictures, escapes and entities, whatever they lead to', async () => {
    const text = await read(
      '[words](javascript:alert(1)) ![a *picture*](data:x) \\* &amp; <https://a.example/%20> [r] <b>bold</b>  \nends.\n\n[r]: https://b.example\n',
    );
    expect(text.text).toBe('words a picture * & https://a.example/%20 r bold ends.');
  });

  it('code and HTML within', async () => {
    const text = await read(
      `${WORDS}\n\n    indented = 1.\n\n<div>In a tag.</div>\n\n<script>\nno = 1;\n</script>\n`,
    );
    expect(text.text).toBe(`${WORDS}\n\nindented = 1.\n\nIn a tag.`);
  });
});

describe('what Markdown costs', () => {
  const stairs = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- ${WORDS}\n`);

  it.each([
    ['markers of lists in one line', `${'- '.repeat(10_000)}${WORDS}`],
    ['numbers in one line', `${'1. '.repeat(10_000)}${WORDS}`],
    ['lists 400 deep', stairs.join('')],
    ['quotations', `${'>'.repeat(20_000)} ${WORDS}`],
    ['quotations, again and again', `${'>'.repeat(50)} ${WORDS}\n\n`.repeat(1000)],
    ['quotations in lists', `${'- > '.repeat(5000)}${WORDS}`],
    ['a lazy line after quotations', `${'> '.repeat(300)}a\n${WORDS}\n`.repeat(100)],
  ])('%s: nested too deep, read as plain text', async (_, markdown) => {
    const text = await read(markdown);
    expect(text.warnings).toEqual([DEEP]);
    expect(text.text).toContain(WORDS);
  });

  it('lines that forty quotations may go on in are counted', async () => {
    const text = await readText(
      new TextEncoder().encode(`${'>'.repeat(39)} a\n${'b\n'.repeat(500)}`),
      {
        format: 'markdown',
        limits: { ...LIMITS, markdown: { ...LIMITS.markdown, lines: 10_000 } },
      },
    );
    expect(text.warnings[0]).toMatch(/^The Markdown has more than 10 000 lines/u);
  });

  it('forty deep is read', async () => {
    const text = await read(`${'> '.repeat(40)}${WORDS}`);
    expect([text.text, text.warnings]).toEqual([WORDS, []]);
  });

  it('what the file says of itself is not lost with the structure', async () => {
    const text = await read(`---\ntitle: Ferry talks\n---\n${'- '.repeat(100)}${WORDS}`);
    expect([text.metadata.title, text.warnings]).toEqual(['Ferry talks', [DEEP]]);
  });

  it('too many marks in one paragraph, or blocks, are read as plain text', async () => {
    const limits = { ...LIMITS, markdown: { ...LIMITS.markdown, marks: 1000, blocks: 1000 } };
    const few = { format: 'markdown', limits } as const;
    const marks = await readText(new TextEncoder().encode('*a '.repeat(1000)), few);
    expect(marks.warnings).toEqual([
      'The Markdown has more than 1 000 marks in one paragraph: it was read as plain text.',
    ]);
    const blocks = await readText(new TextEncoder().encode('- a\n'.repeat(1000)), few);
    expect(blocks.warnings).toEqual([
      'The Markdown has more than 1 000 beginnings and ends of blocks: it was read as plain text.',
    ]);
  });

  it.each([
    ['brackets that nothing closes', '['],
    ['pictures that nothing closes', '!['],
    ['brackets that nothing opens', ']'],
    ['links that nothing ends', '[a](<b'],
    ['references', '[a]['],
    ['stars', '*a **b '],
    ['stars without words', '*'],
    ['stars and lines', '*a_ '],
    ['code that nothing ends', '`a``b```'],
    ['tags that nothing ends', '<a b="'],
    ['comments', 'a <!-- '],
    ['cells', '|a'],
    ['notes', 'a[^1]'],
    ['links within links', '[a](b '],
    ['escapes', '\\'],
  ])('%s, 30 000 letters of them, keep the words', async (_, mark) => {
    const text = await read(`${mark.repeat(30_000 / mark.length)}\n\n${WORDS}`);
    expect(text.text.endsWith(WORDS)).toBe(true);
    expect(text.warnings).toEqual([]);
  });
});
