import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { wrap, writePdf, type Placed } from './pdf-writer.js';
import { writeTaggedPdf, type Tagged } from './tagged-pdf-writer.js';

const FIRST =
  'The keeper of the lock will close it in June, and the owners of the barges say that nobody will pass the weir without a pilot before the floods come down from the hills.';
const SECOND =
  'The county is against the closing. It says that the keeper has asked nobody, and that the company has known of it for years, as everybody on either bank of the canal does.';
const THIRD =
  'Nothing has been decided so far. His deputy does not have the key to the house at the gate, so that the barges wait below the weir until the keeper comes back again.';
const TEXTS = [FIRST, SECOND, THIRD];

async function shown(file: Uint8Array): Promise<string[]> {
  const { text, paragraphs } = await readText(file);
  return paragraphs.map((one) => `${one.number} ${one.kind} ${text.slice(one.start, one.end)}`);
}

const bodies = (texts: readonly string[]): string[] =>
  texts.map((text, i) => `${i + 1} body ${text}`);

/** Paragraphs below each other: their lines, a letter of Courier being six points wide. */
function column(texts: readonly string[], x = 60, top = 740, letters = 70): Placed[] {
  let y = top;
  return texts.flatMap((text) => {
    const lines = wrap(text, letters).map((line) => ({ text: line, x, y: (y -= 14) }));
    y -= 10;
    return lines;
  });
}

describe('words of a line', () => {
  it('are those beside a raised mark that is drawn after all of them', async () => {
    const lines = column(TEXTS);
    const [line] = lines;
    const mark = { text: '1', x: line.x + 6 * 10, y: line.y + 4, size: 6 };
    const halves = [
      { ...line, text: line.text.slice(0, 10) },
      { ...line, text: line.text.slice(10), x: line.x + 6 * 10 + 3.6 },
    ];
    const file = writePdf([[...halves, ...lines.slice(1), mark]]);
    const [first] = await shown(file);
    expect(first).toBe(`1 body The keeper[1]${FIRST.slice(10)}`);
  });

  it('may be one whose letters stand apart', async () => {
    const lines = column([FIRST, SECOND, 'It is wide.']);
    const y = lines.at(-1)!.y;
    const wide = [
      { text: 'It is', x: 60, y },
      { text: 'very', x: 96, y, apart: 2.5 },
      { text: 'wide.', x: 136, y },
    ];
    expect((await shown(writePdf([[...lines.slice(0, -1), ...wide]]))).at(-1)).toBe(
      '3 body It is very wide.',
    );
  });

  it('are there once where each letter is drawn twice', async () => {
    const twice = column(TEXTS).flatMap(({ text, x, y }) =>
      [...text].flatMap((letter, i) =>
        letter === ' ' ? [] : [0, 0.35].map((by) => ({ text: letter, x: x + 6 * i + by, y })),
      ),
    );
    expect(await shown(writePdf([twice]))).toEqual(bodies(TEXTS));
  });
});

describe('numbers that count the lines', () => {
  const FORMS: readonly (readonly [string, (line: Placed, at: number) => Placed[]])[] = [
    ['hardly apart', (line, at) => [{ ...line, text: String(at).padStart(2, '0'), x: 44 }, line]],
    ['with a point', (line, at) => [{ ...line, text: `${at}.`, x: 30 }, line]],
    ['typed before them', (line, at) => [{ ...line, text: `${at} ${line.text}` }]],
    ['beside their ends', (line, at) => [line, { ...line, text: String(at), x: 540 }]],
  ];
  it.each(FORMS)('%s', async (_, form) => {
    const lines = column(TEXTS).flatMap((line, i) => form(line, i + 1));
    expect(await shown(writePdf([lines]))).toEqual(bodies(TEXTS));
  });

  it('are other than those that count paragraphs', async () => {
    const texts = [...TEXTS, ...TEXTS.map((text) => text.replace(/^\w+/u, 'Then'))];
    const starts = texts.map((text) => wrap(text, 70)[0]);
    const lines = column(texts).flatMap((line) =>
      starts.includes(line.text)
        ? [{ ...line, text: `[${starts.indexOf(line.text) + 1}]`, x: 36 }, line]
        : [line],
    );
    expect((await shown(writePdf([lines]))).map((one) => one.slice(0, 11))).toEqual([
      '1 body [1] ',
      '2 body [2] ',
      '3 body [3] ',
      '4 body [4] ',
      '5 body [5] ',
      '6 body [6] ',
    ]);
  });
});

describe('a table whose cells have several lines', () => {
  const cells = (rows: readonly (readonly [x: number, y: number, text: string])[]): Placed[] => [
    ...column([FIRST]),
    ...rows.map(([x, y, text]) => ({ x, y: 660 + y, text })),
    ...column([SECOND], 60, 540),
  ];
  const EXPECTED = [
    `1 body ${FIRST}`,
    '2 body Who | What it wants | What it can do',
    '2 body The county | to keep the lock open | go to court',
    '2 body The keeper | to be heard | close it in June and leave',
    `3 body ${SECOND}`,
  ];

  it.each<[string, [number, number, number, number]]>([
    ['set high', [-20, -20, -52, -52]],
    ['set in the middle', [-26, -26, -64, -64]],
    ['set low', [-32, -32, -76, -76]],
  ])('%s', async (_, [a, b, c, d]) => {
    const rows: [number, number, string][] = [
      [60, 0, 'Who'],
      [160, 0, 'What it wants'],
      [300, 0, 'What it can do'],
      [60, a, 'The county'],
      [160, -20, 'to keep the'],
      [160, -32, 'lock open'],
      [300, b, 'go to court'],
      [60, c, 'The keeper'],
      [160, d, 'to be heard'],
      [300, -52, 'close it in'],
      [300, -64, 'June and'],
      [300, -76, 'leave'],
    ];
    expect(await shown(writePdf([cells(rows)]))).toEqual(EXPECTED);
  });
});

describe('what pages repeat', () => {
  const page = (texts: readonly string[], y: number, foot: string): Placed[] => [
    { text: 'THE LOCK REVIEW', x: 60, y },
    ...column(texts),
    { text: foot, x: 280, y: 30 },
  ];
  const MORE = TEXTS.map((text) => text.replace(/^\w+ (\w+)/u, 'Every other $1'));

  it('may stand a little lower on the first page, and be all there is on the last', async () => {
    const pages = [page(TEXTS, 760, '1'), page(MORE, 768, '2'), page([], 768, '3')];
    expect(await shown(writePdf(pages))).toEqual(bodies([...TEXTS, ...MORE]));
  });
});

describe('columns and boxes', () => {
  const NARROW = [...TEXTS, ...TEXTS.map((text) => text.replace(/^\w+ (\w+)/u, 'Every other $1'))];

  it('are three below a title that goes over two of them', async () => {
    const title = { text: 'The lock and its keeper', x: 60, y: 760, size: 22 };
    const columns = [60, 240, 420].flatMap((x, i) =>
      column(NARROW.slice(2 * i, 2 * i + 2), x, 740, 25),
    );
    expect(await shown(writePdf([[title, ...columns]]))).toEqual([
      '0 title The lock and its keeper',
      ...bodies(NARROW),
    ]);
  });

  it('begin where their lines do, whatever short line stands above', async () => {
    const box = wrap('The lock was built in 1880 by a company of barges.', 20).map((text, i) => ({
      text,
      x: 64,
      y: 656 - 10 * i,
      size: 8,
    }));
    const lines = [
      ...column([FIRST], 60, 740),
      ...column([SECOND], 220, 674, 44),
      ...box,
      ...column([THIRD], 60, 590),
    ];
    expect(await shown(writePdf([lines]))).toEqual(
      bodies([FIRST, SECOND, 'The lock was built in 1880 by a company of barges.', THIRD]),
    );
  });

  it('may have a title of two lines above, and be narrower than it', async () => {
    const title = [
      { text: 'The lock and', x: 60, y: 770, size: 22 },
      { text: 'its keepers', x: 60, y: 740, size: 22 },
    ];
    const text =
      'It is against the law. It says that the keeper has asked nobody, and that the county has known of it.';
    const narrow = wrap(text, 22).map((line, i) => ({ text: line, x: 60, y: 700 - 14 * i }));
    expect(await shown(writePdf([[...title, ...narrow]]))).toEqual([
      '0 title The lock and its keepers',
      `1 body ${text}`,
    ]);
  });
});

describe('a tagged PDF', () => {
  const paragraph = (of: number, text: string, top: number, size = 10): Tagging =>
    wrap(text, 70).map((line, i) => ({ text: line, y: top - 14 * i, of, size }));
  type Tagging = { text: string; y: number; of: number; size: number; x?: number }[];
  const tag = (role: string, ...kids: (number | Tagged)[]): Tagged => ({ role, page: 0, kids });

  it('has no text in what is stamped over it, nor body in notes and dates', async () => {
    const lines = [
      ...paragraph(0, '3 May 2021', 780),
      ...paragraph(1, 'The lock and its keeper', 760, 18),
      ...paragraph(2, FIRST, 700),
      ...paragraph(3, SECOND, 630),
      { text: 'DRAFT', y: 690, of: 4, size: 60 },
      { text: '1', y: 103, of: 5, size: 5 },
      { text: 'Minutes of the county, kept at the gate.', x: 66, y: 100, of: 6, size: 7 },
    ];
    const tree = tag(
      'Document',
      tag('P', 0),
      tag('H1', 1),
      tag('P', 2),
      tag('P', 3),
      tag('Div', 4),
      tag('NonStruct', tag('NonStruct', 5), tag('NonStruct', 6)),
    );
    expect(await shown(writeTaggedPdf([lines], tree))).toEqual([
      '0 date 3 May 2021',
      '0 title The lock and its keeper',
      `1 body ${FIRST}`,
      `2 body ${SECOND}`,
      '3 note [1] Minutes of the county, kept at the gate.',
    ]);
  });

  it('may set its parts by a table', async () => {
    const lines = [
      ...paragraph(0, 'The lock and its keeper', 760, 18),
      ...paragraph(1, FIRST, 700),
      ...paragraph(2, SECOND, 630),
    ];
    const cell = tag('TD', tag('H1', 0), tag('P', 1), tag('P', 2));
    expect(
      await shown(writeTaggedPdf([lines], tag('Document', tag('Table', tag('TR', cell))))),
    ).toEqual(['0 title The lock and its keeper', `1 body ${FIRST}`, `2 body ${SECOND}`]);
  });
});
