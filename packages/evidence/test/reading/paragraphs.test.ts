import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphText, paragraphsNumbered, type SourceText } from '../../src/index.js';
import { readText } from '../../src/read.js';
import { typeset, writePdf } from './pdf-writer.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'a.txt'): Promise<SourceText> => readText(utf8(text), { name });
const shown = (text: SourceText): string[] =>
  text.paragraphs.map((p) => `${p.number} ${p.kind} ${paragraphText(text, p)}`);

const WORDS =
  'the state talks border harvest dam treaty minister bank power council water army press'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 18, maxLength: 40 })
  .map((words) => `The ${words.join(' ')} agreed.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

function checkPartition(text: SourceText): void {
  let at = 0;
  let number = 0;
  text.paragraphs.forEach((p, i) => {
    expect(p.start).toBe(at);
    expect(p.end).toBeGreaterThan(p.start);
    expect(p.number).toBeGreaterThanOrEqual(number);
    expect(p.number).toBeLessThanOrEqual(number + 1);
    expect(paragraphText(text, p)).toBe(paragraphText(text, p).replace(/\s+/gu, ' ').trim());
    const last = i === text.paragraphs.length - 1;
    expect(text.text.slice(p.end, p.end + 2)).toBe(last ? '' : '\n\n');
    at = p.end + 2;
    number = p.number;
  });
  expect(at - 2).toBe(text.text.length);
}

describe('paragraphs', () => {
  it('are a partition of the text, numbered without gaps, whatever the text', async () => {
    const piece = fc.oneof(
      paragraph,
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        'By Ana Ruiz',
        '4 March 2021',
        'Related articles:',
        '- an item',
        '1. one',
        '\f',
      ),
      fc.constantFrom(
        '# Heading',
        '[1] Note, 2019.',
        '© 2020 X',
        'x | y',
        'Read more: z',
        'A - B-',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 14 }),
        fc.constantFrom('\n', '\n\n', '\n\n\n'),
        fc.constantFrom('text', 'markdown', 'html'),
        async (pieces, between, format) => {
          const bytes = utf8(`A ${pieces.join(between)}`);
          checkPartition(await readText(bytes, { format: format as 'text' }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stay the same when a page break falls inside a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('\n\n', '\n\f', '\n\n\n\n'),
        async (paragraphs, which, where, pageBreak) => {
          const whole = await read(paragraphs.join('\n\n'));
          const p = which % paragraphs.length;
          const words = paragraphs[p].split(' ');
          const cut = 1 + (where % (words.length - 1));
          // After a full stop nothing tells a page break from the end of a paragraph.
          fc.pre(!words[cut - 1].endsWith('.'));
          const broken = paragraphs.with(
            p,
            words.slice(0, cut).join(' ') + pageBreak + words.slice(cut).join(' '),
          );
          expect(shown(await read(broken.join('\n\n')))).toEqual(shown(whole));
        },
      ),
    );
  });

  it('stay the same when the canonical text is read again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 8 }), async (paragraphs) => {
        const first = await read(['A short headline', 'By Ana Ruiz', ...paragraphs].join('\n\n'));
        expect(shown(await read(first.text))).toEqual(shown(first));
      }),
    );
  });

  it('are found by number', async () => {
    const text = await read(
      'A headline\n\nBy Ana Ruiz\n\nOne is here.\n\nTwo is here.\n\nThree is here.',
    );
    const range = paragraphsNumbered(text, 1, 2)!;
    expect(text.text.slice(range.start, range.end)).toBe('One is here.\n\nTwo is here.');
    expect(paragraphsNumbered(text, 0)!.paragraphs).toHaveLength(2);
    expect(paragraphsNumbered(text, 3)!.paragraphs).toHaveLength(1);
    expect(paragraphsNumbered(text, 3, 4)).toBeNull();
    expect(paragraphsNumbered(text, 2, 1)).toBeNull();
  });
});

const LONG =
  'The upstream state has begun to fill the reservoir, and the other side has protested.';

describe('what counts as a paragraph', () => {
  it('a wire dispatch', async () => {
    const text = await read(
      `Talks on the dam resume\n\nGENEVA, March 4 (Reuters) - ${LONG}\n\n${LONG}\n\n(Reporting by A. Ruiz; editing by B. Ola)`,
    );
    expect(shown(text).map((line) => line.slice(0, 12))).toEqual([
      '0 title Talk',
      '1 body GENEV',
      '2 body The u',
      '3 body (Repo',
    ]);
  });

  it('headings, lists and quotations', async () => {
    const text = await read(
      `What is known\n\n${LONG}\n\nWhat is not\n\nThere are two questions:\n\n- who pays, and\n- who decides.\n\n"${LONG}"`,
    );
    expect(shown(text).map((line) => line.slice(0, 18))).toEqual([
      '0 title What is kn',
      '1 body The upstrea',
      '2 heading What is ',
      '2 body There are t',
      '2 body • who pays,',
      '2 body • who decid',
      '3 body "The upstre',
    ]);
  });

  it.each([
    'Read more: The bank behind the dam',
    'See also: The bank behind the dam',
    'You may also like',
    'Recommended',
    'More on this story',
    'The editors also recommend:',
  ])('a link line at the end is none: %s', async (line) => {
    const text = await read(
      `${LONG}\n\n${LONG}\n\n${line}\n\nA bank without a dam\n\nThe rains of 2020`,
    );
    expect(text.paragraphs.map((p) => `${p.number} ${p.kind}`)).toEqual([
      '1 body',
      '2 body',
      '3 related',
      '3 related',
      '3 related',
    ]);
  });

  it.each([
    'Contact: desk@valley.example',
    'For more information visit https://valley.example',
    'Follow us on social media',
    '© 2021 The Valley Review. All rights reserved.',
    'This article was first published in The Valley Review.',
    'Licensed under CC BY 4.0',
  ])('a contact or licence line at the end is none: %s', async (line) => {
    const text = await read(`${LONG}\n\n${LONG}\n\n${line}`);
    expect(text.paragraphs.map((p) => `${p.number} ${p.kind}`)).toEqual([
      '1 body',
      '2 body',
      '3 contact',
    ]);
  });

  it.each([
    'Contact between the two sides has ended, and nobody expects it to be taken up this year.',
    'To contact the rebels was thought unwise by everybody who was asked about it at the time.',
    'See also how little the bank has said about the protocol that it helped to write in 2019.',
    'Follow the money, the minister said, and the whole dispute can be understood in an hour.',
  ])('a sentence is one, whatever it begins with: %s', async (line) => {
    const text = await read(`${LONG}\n\n${line}`);
    expect(text.paragraphs.map((p) => `${p.number} ${p.kind}`)).toEqual(['1 body', '2 body']);
  });

  it('hard-wrapped lines, words cut at their ends', async () => {
    const text = await read(
      'The state has begun the disman-\ntling of its well-\nknown dam. Nobody calls\nthe dam well-known; dismantling\nit takes years.',
    );
    expect(text.text).toBe(
      'The state has begun the dismantling of its well-known dam. Nobody calls the dam well-known; dismantling it takes years.',
    );
  });

  it('captions, advertisements and links between paragraphs count with the next one', async () => {
    const text = await read(
      `${LONG}\n\nADVERTISEMENT\n\nPhoto: The dam in May.\n\nRead more: The bank\n\n${LONG}`,
    );
    expect(text.paragraphs.map((p) => `${p.number} ${p.kind}`)).toEqual([
      '1 body',
      '2 related',
      '2 caption',
      '2 related',
      '2 body',
    ]);
  });

  it('notes at the end of a text stand apart', async () => {
    const text = await read(
      `${LONG}\n\n${LONG}\n\nNotes\n\n1. A. Ruiz, The Dam, 2019.\n\n2. Ibid., p. 4.`,
    );
    expect(text.paragraphs.map((p) => `${p.number} ${p.kind}`)).toEqual([
      '1 body',
      '2 body',
      '3 note',
      '3 note',
      '3 note',
    ]);
  });

  it.each([
    [
      'By Ana Ruiz and Ben Ola\nPublished 4 March 2021 10:30 GMT',
      'Ana Ruiz and Ben Ola',
      '2021-03-04',
    ],
    ['Ana Ruiz | March 4, 2021', 'Ana Ruiz', '2021-03-04'],
    ['2021-03-04', null, '2021-03-04'],
    ['Ana Ruiz\n\nMarch 2021', 'Ana Ruiz', '2021-03'],
  ])('byline and date: %j', async (lines, author, published) => {
    const text = await read(`The dam above the valley\n\n${lines}\n\n${LONG}`);
    expect(text.metadata).toMatchObject({ title: 'The dam above the valley', author, published });
    expect(text.paragraphs.at(-1)).toMatchObject({ number: 1, kind: 'body' });
  });

  it('a PDF of two columns, column by column', async () => {
    const lines = (side: string): string[] =>
      Array.from({ length: 12 }, (_, i) => `${side} line ${i + 10} of words and words`);
    const page = [
      { text: 'The dam above the valley', x: 60, y: 760, size: 18 },
      ...lines('Left').map((text, i) => ({ text, x: 60, y: 720 - 14 * i })),
      ...lines('right').map((text, i) => ({ text, x: 310, y: 720 - 14 * i })),
    ].sort((a, b) => b.y - a.y);
    const text = await readText(writePdf([page]));
    expect(shown(text)).toEqual([
      '0 title The dam above the valley',
      `1 body ${[...lines('Left'), ...lines('right')].join(' ')}`,
    ]);
  });

  it('a PDF: headers, page numbers and notes at the foot are not in the way', async () => {
    const bodies = ['dam', 'bank', 'army'].map(
      (word) => `The ${word} that ${`the ${word} of the valley feared and `.repeat(14)}stays.`,
    );
    const pages = typeset(bodies, { perPage: 9, header: 'The Valley Review' });
    pages[0].push({ text: '1 See the protocol of 2019.', x: 60, y: 40, size: 7 });
    const text = await readText(
      writePdf(pages, { Title: 'The dam', Author: 'Ana Ruiz', CreationDate: 'D:20210304' }),
    );
    expect(shown(text)).toEqual([
      ...bodies.map((body, i) => `${i + 1} body ${body}`),
      '4 note 1 See the protocol of 2019.',
    ]);
    expect(text.metadata).toMatchObject({
      title: 'The dam',
      author: 'Ana Ruiz',
      // The day on which a file was made is not the day on which its text was published.
      published: null,
    });
  });

  it('100 000 paragraphs of one word, a line of a million words', async () => {
    const many = await read(Array.from({ length: 100_000 }, (_, i) => `Word${i}`).join('\n\n'));
    expect(many.paragraphs.at(-1)!.number).toBe(99_999);
    const one = await read('word '.repeat(1_000_000));
    expect(one.paragraphs).toEqual([{ number: 1, kind: 'body', start: 0, end: 4_999_999 }]);
  });
});
