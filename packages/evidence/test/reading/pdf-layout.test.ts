import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { wrap, writePdf, type Placed } from './pdf-writer.js';

const WORDS =
  'keeper county lock barge weir pilot flood hill gate house clerk letter tower church winter summer boat crew'.split(
    ' ',
  );

/** Paragraphs of different words, each of one sentence. */
function sentences(count: number, length = 24): string[] {
  let seed = 7;
  const word = (): string => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return WORDS[seed % WORDS.length];
  };
  return Array.from({ length: count }, () => {
    const text = Array.from({ length }, word).join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  });
}

interface Setting {
  readonly x?: number;
  readonly top?: number;
  readonly letters?: number;
  readonly step?: number;
  readonly apart?: number;
  readonly first?: number;
  readonly rest?: number;
}

/** Paragraphs below each other from a height on, in lines of so many letters. */
function column(texts: readonly string[], setting: Setting = {}): Placed[] {
  const { x = 60, top = 740, letters = 70, step = 14, apart = 10, first = 0, rest = 0 } = setting;
  let y = top;
  return texts.flatMap((text) => {
    const lines = wrap(text, letters).map((line, i) => {
      const placed = { text: line, x: x + (i === 0 ? first : rest), y };
      y -= step;
      return placed;
    });
    y -= apart;
    return lines;
  });
}

async function body(
  pages: readonly (readonly Placed[])[],
): Promise<{ body: string[]; rest: string[] }> {
  const { text, paragraphs } = await readText(writePdf(pages));
  const words = (p: { start: number; end: number }): string => text.slice(p.start, p.end);
  return {
    body: paragraphs.filter(({ kind }) => kind === 'body').map(words),
    rest: paragraphs.filter(({ kind }) => kind !== 'body').map((p) => `${p.kind} ${words(p)}`),
  };
}

const TEXTS = sentences(9);
const LAST = sentences(11).slice(9);
const small = (texts: readonly string[], x: number, y: number): Placed[] =>
  texts.map((text, i) => ({ text, x, y: y - 10 * i, size: 7 }));

const NOTES = ['* A teaches law.', '(1) Minutes of the county.', 'iv The same.', 'b Other.'];

/** A layout, and what it should come to beside its paragraphs. */
type Pages = readonly (readonly Placed[])[];
const LAYOUTS: readonly (readonly [name: string, pages: Pages, rest?: readonly string[]])[] = [
  [
    'three columns, which begin at different heights',
    [
      [
        ...column(TEXTS.slice(0, 3), { letters: 24, top: 700 }),
        ...column(TEXTS.slice(3, 6), { x: 230, letters: 24, top: 733 }),
        ...column(TEXTS.slice(6), { x: 400, letters: 24, top: 733 }),
      ],
    ],
  ],
  [
    'two columns below what goes over both',
    [
      [
        ...column(TEXTS.slice(0, 1), { letters: 80 }),
        ...column(TEXTS.slice(1, 5), { letters: 38, top: 640 }),
        ...column(TEXTS.slice(5), { x: 305, letters: 38, top: 640 }),
      ],
    ],
  ],
  ['paragraphs whose first lines hang out', [column(TEXTS, { letters: 60, apart: 0, rest: 30 })]],
  ['paragraphs of a line each', [column(sentences(9, 10), { letters: 80, apart: 14 })]],
  [
    'notes in the margin',
    [
      [
        ...column(TEXTS, { letters: 60 }),
        ...small(['The lock', 'was built', 'in 1880.'], 500, 700),
      ],
    ],
  ],
  [
    'a number beside each fifth line, on the last page too',
    [TEXTS, LAST].map((texts, page) =>
      column(texts).flatMap((line, i) =>
        i % 5 === 4 ? [line, { text: String(i + 1 + 40 * page), x: 30, y: line.y }] : [line],
      ),
    ),
  ],
  [
    'notes at the foot, marked in several ways',
    [[...column(TEXTS), ...small(NOTES, 60, 90)]],
    NOTES.map((note) => `note ${note}`),
  ],
];

describe('the layout of a PDF', () => {
  it.each(LAYOUTS.map(([name, pages, rest = []]) => ({ name, pages, rest })))(
    '$name',
    async ({ name, pages, rest }) => {
      const found = await body(pages);
      const last = name.includes('last page') ? LAST : [];
      const expected = name.includes('a line each') ? sentences(9, 10) : [...TEXTS, ...last];
      const margin = name.includes('margin') ? ['The lock was built in 1880.'] : [];
      expect(found.body.filter((text) => !margin.includes(text))).toEqual(expected);
      expect(found.body.filter((text) => margin.includes(text))).toEqual(margin);
      expect(found.rest).toEqual(rest);
    },
  );

  it('two columns whose lines nearly touch', async () => {
    const fill = (texts: readonly string[], x: number): Placed[] =>
      column(texts, { x, letters: 38 }).map((line) => ({
        ...line,
        // Justified: every line but the last of a paragraph is full.
        ...(line.text.endsWith('.')
          ? {}
          : { apart: (38 - line.text.length) * (6 / line.text.length) }),
      }));
    const pages = [[...fill(TEXTS.slice(0, 5), 60), ...fill(TEXTS.slice(5), 60 + 38 * 6 + 9)]];
    expect((await body(pages)).body).toEqual(TEXTS);
  });

  it('a first letter as high as two lines', async () => {
    const [first, second] = sentences(2, 40);
    const lines = column([first], { x: 60, letters: 60 });
    const dropped = [
      { text: first[0], x: 60, y: lines[1].y, size: 34 },
      ...lines.map((line, i) => ({
        ...line,
        x: i < 2 ? 82 : 60,
        text: i === 0 ? line.text.slice(1) : line.text,
      })),
      ...column([second], { top: 600, letters: 60 }),
    ];
    expect((await body([dropped])).body).toEqual([first, second]);
  });
});
