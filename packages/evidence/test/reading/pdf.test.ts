import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { linesOfPage } from '../../src/reading/pdf-lines.js';
import type { TextItem } from '../../src/reading/pdf-runs.js';
import { typeset, wrap, writePdf, type Placed } from './pdf-writer.js';

const FIRST =
  'The keeper of the lock will close it in June, and the owners of the barges say that nobody will pass the weir without a pilot before the floods come down from the hills.';
const SECOND =
  'The county is against the closing. It says that the keeper has asked nobody, and that the company has known of it for years, as everybody on either bank of the canal does.';
const THIRD =
  'Nothing has been decided so far. His deputy does not have the key to the house at the gate, so that the barges wait below the weir until the keeper comes back again.';

/** "P1 body: …" with the words cut after some letters. */
async function read(file: Uint8Array): Promise<string[]> {
  const { text, paragraphs } = await readText(file);
  return paragraphs.map((p) => `${p.number} ${p.kind} ${text.slice(p.start, p.end)}`);
}

/** Lines one below the other. */
function lines(text: string, y: number, letters = 70, x = 60): Placed[] {
  return wrap(text, letters).map((line, i) => ({ text: line, x, y: y - 14 * i }));
}

const all = (first = FIRST): string[] => [`1 body ${first}`, `2 body ${SECOND}`, `3 body ${THIRD}`];
const page = (first = lines(FIRST, 700)): Placed[] => [
  ...first,
  ...lines(SECOND, 620),
  ...lines(THIRD, 540),
];

describe('a page of a PDF', () => {
  it.each([1, 2, 3])('that is turned by %i quarters', async (turns) => {
    const turned = page().map(({ text, x, y: above }): Placed => {
      const y = above - 200;
      // The page shows them upright when it is turned back.
      const places = [
        [x, y],
        [600 - y, x],
        [600 - x, 800 - y],
        [y, 800 - x],
      ] as const;
      const [left, base] = places[turns];
      return { text, x: left, y: base, turns };
    });
    expect(await read(writePdf([turned], {}, turns * 90))).toEqual(all());
    expect(await read(writePdf([turned]))).toEqual(all());
  });

  it('has raised and lowered letters in their lines: notes in brackets, powers raised', async () => {
    let letters = 0;
    const shown = [
      ...(
        [
          ['On the 2', 0],
          ['nd', 4],
          [' of May, 10', 0],
          ['6', 4],
          [' tons of CO', 0],
          ['2', -2.5],
          [' went by; so it was in 1953', 0],
          ['4', 4],
        ] as const
      ).map(([text, up]): Placed => {
        const x = 60 + 6 * letters;
        letters += text.length;
        return { text, x, y: 700 + up, size: up === 0 ? 10 : 6 };
      }),
      { text: 'and the county has never been against it in all the years since.', x: 60, y: 686 },
      ...lines(SECOND, 620),
      { text: '4', x: 60, y: 93, size: 6 },
      { text: ' Minutes of the county, 1953.', x: 64, y: 90, size: 7 },
    ];
    expect(await read(writePdf([shown]))).toEqual([
      '1 body On the 2nd of May, 10⁶ tons of CO2 went by; so it was in 1953[4] and the county has never been against it in all the years since.',
      `2 body ${SECOND}`,
      '3 note [4] Minutes of the county, 1953.',
    ]);
  });

  it('may draw its letters twice, or over a layer of recognised text', async () => {
    const twice = lines(FIRST, 700).flatMap((line) => [line, { ...line, x: line.x + 0.4 }]);
    expect(await read(writePdf([page(twice)]))).toEqual(all());
    const letters = lines(FIRST, 700).flatMap((line) =>
      [...line.text].flatMap((text, i) =>
        [0, 0.4].map((by) => ({ text, x: line.x + 6 * i + by, y: line.y })),
      ),
    );
    expect(await read(writePdf([page(letters)]))).toEqual(all());
    const layer = lines(FIRST, 700).flatMap((line) => [
      { ...line, text: line.text.replace(/e/gu, 'c'), y: line.y + 0.5 },
      line,
    ]);
    expect(await read(writePdf([page(layer)]))).toEqual(all());
  });

  it('may have letters set apart', async () => {
    const apart = lines(FIRST, 700, 40).map((line) => ({ ...line, apart: 4 }));
    expect(await read(writePdf([page(apart)]))).toEqual(all());
  });

  it('may be stamped', async () => {
    const stamps = [
      { text: 'DRAFT', x: 150, y: 500, size: 60, turns: 0.4 },
      { text: 'SECRET', x: 100, y: 608, size: 40 },
    ];
    expect(await read(writePdf([[...page(), ...stamps]]))).toEqual(all());
  });

  it('may count its lines', async () => {
    const numbered = page().flatMap((line, i) => [line, { text: String(i + 1), x: 30, y: line.y }]);
    expect(await read(writePdf([numbered]))).toEqual(all());
  });

  it.each(['right', 'left'])('may have a box on the %s of its text', async (side) => {
    const box = lines('The lock in brief: it was built by the two counties long ago.', 622, 18, 0);
    const text = lines(SECOND, 620, 44, 0);
    const [left, right] = side === 'right' ? [text, box] : [box, text];
    const width = 6 * (side === 'right' ? 48 : 22);
    const shown = [
      ...lines(FIRST, 700),
      ...left.map((line) => ({ ...line, x: 60 })),
      ...right.map((line) => ({ ...line, x: 60 + width })),
      ...lines(THIRD, 540),
    ];
    expect(await read(writePdf([shown]))).toEqual([
      `1 body ${FIRST}`,
      `2 body ${SECOND}`,
      '3 body The lock in brief: it was built by the two counties long ago.',
      `4 body ${THIRD}`,
    ]);
  });

  it('may hold a table, which is one paragraph', async () => {
    const row = (cells: readonly string[], y: number): Placed[] =>
      cells.map((text, i) => ({ text, x: 60 + 120 * i, y }));
    const shown = [
      ...lines(FIRST, 700),
      ...row(['Month', 'Barges', 'Tons'], 640),
      ...row(['May', '120', '9,000'], 626),
      ...row(['June', '98', '7,400'], 612),
      ...lines(THIRD, 590),
    ];
    expect(await read(writePdf([shown]))).toEqual([
      `1 body ${FIRST}`,
      '2 body Month | Barges | Tons',
      '2 body May | 120 | 9,000',
      '2 body June | 98 | 7,400',
      `3 body ${THIRD}`,
    ]);
  });

  it('may have headings in bold letters of the same size, and a byline without space below it', async () => {
    const shown = [
      { text: 'The quarrel about the lock', x: 60, y: 740, size: 18 },
      { text: 'By Ada Sample', x: 60, y: 720 },
      { text: '2 June 2021', x: 60, y: 708 },
      { text: 'The closing', x: 60, y: 684, bold: true },
      ...lines(FIRST, 670),
      { text: 'The county', x: 60, y: 614, bold: true },
      ...lines(SECOND, 600),
    ];
    expect(await read(writePdf([shown]))).toEqual([
      '0 title The quarrel about the lock',
      '0 byline By Ada Sample',
      '0 date 2 June 2021',
      '1 heading The closing',
      `1 body ${FIRST}`,
      '2 heading The county',
      `2 body ${SECOND}`,
    ]);
  });
});

describe('the margins of the pages of a PDF', () => {
  const bodies = ['dam', 'weir', 'lock', 'gate'].map((word) =>
    `${FIRST} ${SECOND} ${THIRD}`.replace(/the/gu, `the ${word} and the`),
  );

  it.each([2, 4])('are left out of %i pages, odd and even apart', async (count) => {
    const pages = typeset(bodies.slice(0, count), { perPage: 8 }).map((lines, i) => [
      ...lines,
      { text: i % 2 === 0 ? 'The Valley Review' : 'A. Sample', x: 60, y: 780, size: 8 },
      { text: 'Downloaded by a reader', x: 60, y: 44, size: 8 },
      { text: 'from the archive of the review', x: 60, y: 34, size: 8 },
    ]);
    const odd = count === 2 ? pages.map((page) => page.filter(({ y }) => y !== 780)) : pages;
    expect(await read(writePdf(odd))).toEqual(
      bodies.slice(0, count).map((body, i) => `${i + 1} body ${body}`),
    );
  });
});

describe('a text that is written from the right', () => {
  const item = (str: string, x: number, width: number, dir = 'rtl'): TextItem => ({
    str,
    dir,
    transform: [10, 0, 0, 10, x, 700],
    width,
    height: 10,
    fontName: 'f',
  });
  const view = { transform: [1, 0, 0, -1, 0, 800] };

  it('has brackets that face the right way, numbers and foreign words in their order', () => {
    const items = [
      item('.', 100, 3, 'ltr'),
      item('(', 103, 4, 'ltr'),
      item('River ', 107, 30, 'ltr'),
      item('Works', 137, 30, 'ltr'),
      item(') ', 167, 6, 'ltr'),
      item('הממשלה הישנה', 173, 40),
      item(' 2021 ', 213, 30, 'ltr'),
      item('בשנת', 243, 25),
    ];
    expect(linesOfPage(items, view)[0].text).toBe('בשנת 2021 הממשלה הישנה (River Works).');
  });

  it('has letters, not the shapes that they take beside others', () => {
    expect(linesOfPage([item('ﻣﺠﻠﺲ ﻻ', 100, 40)], view)[0].text).toBe('مجلس لا');
  });
});
