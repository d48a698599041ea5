import sheets from '@e965/xlsx/dist/xlsx.mini.min';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { modelOf, PRISONERS } from '../../situation/test/situations.js';
import { read, written } from './formats.js';

type Sheet = (string | number | boolean | null | { readonly f: string; readonly v: unknown })[][];

/** A workbook with these cells, as another program writes it. */
function workbook(rows: Sheet, name = 'Sheet 1'): Uint8Array {
  const book = sheets.utils.book_new();
  const sheet = sheets.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (isFormula(cell) ? null : cell))),
  );
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (isFormula(cell))
        sheet[sheets.utils.encode_cell({ r, c })] = { t: 'n', f: cell.f, v: cell.v as number };
    }),
  );
  sheets.utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(sheets.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const isFormula = (
  cell: Sheet[number][number],
): cell is { readonly f: string; readonly v: unknown } => typeof cell === 'object' && cell !== null;

describe('xlsx', () => {
  it('reads a sheet as it stands: numbers, words, empty cells', async () => {
    const { model, notes } = await read(
      'xlsx',
      workbook([
        ['decision maker', 'option', 1, 'Peace'],
        [],
        ['North', 'Pump', 1, 0],
        [null, 'Sell', 'no', true],
        ['status quo', null, null, 'x'],
        ['payoff', 'North', 2.5, -1],
      ]),
    );
    expect(model.options.map(({ label, initially }) => [label, initially])).toEqual([
      ['Pump', 'open'],
      ['Sell', 'taken'],
    ]);
    expect(model.states.map(({ label }) => label)).toEqual(['Peace']);
    expect(notes).toEqual([]);
  });

  it('takes a formula as a text, says so, and refuses it where Y, N or a number has to stand', async () => {
    const head = ['decision maker', 'option', 1, 2];
    const { model, notes } = await read(
      'xlsx',
      workbook([
        head,
        ['A', { f: '1+1', v: 2 }, 'Y', 'N'],
        ['rank', 'A', 1, 2],
        ['status quo', '', 'x'],
      ]),
    );
    expect(model.options[0].label).toBe('=1+1');
    expect(notes).toEqual([
      { place: 'cell B2', message: 'A formula: it is taken as a text and not worked out' },
    ]);
    await expect(
      read('xlsx', workbook([head, ['A', 'a', 'Y', { f: 'C2', v: 1 }]])),
    ).rejects.toThrow(/^cell D2: expected Y or N, found a formula: save the values of the sheet/);
    await expect(
      read(
        'xlsx',
        workbook([head, ['A', 'a', 'Y', 'N'], ['rank', 'A', 1, { f: 'HYPERLINK("x")', v: 2 }]]),
      ),
    ).rejects.toThrow(/^cell D3: expected a number, found a formula/);
  });

  it('is written without a formula, whatever things are called', async () => {
    const model = modelOf(PRISONERS.replace('"Ben keeps silent"', '"=HYPERLINK(A1)"'));
    const { content } = await written('xlsx', model);
    const files = unzipSync(content as Uint8Array);
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f>');
    const { model: again } = await read('xlsx', content);
    expect(again.options.map(({ label }) => label)).toEqual(
      model.options.map(({ label }) => label),
    );
    // As a text, which stays one where the sheet is saved as CSV.
    const texts = JSON.stringify(
      Object.values(files).map((file) => new TextDecoder().decode(file)),
    );
    expect(texts).toContain('&apos;=HYPERLINK');
  });

  const plain = workbook([
    ['m', 'o', 1],
    ['A', 'a', 'Y'],
  ]);
  const within = (extra: Record<string, Uint8Array>): Uint8Array =>
    zipSync({ ...unzipSync(plain), ...extra });
  it.each([
    [new Uint8Array(), /expected a ZIP archive that is whole/],
    [strToU8('m,o,1\nA,a,Y\n'), /expected a ZIP archive that is whole/],
    [
      plain.subarray(0, plain.length / 2),
      /expected a ZIP archive that is whole, found one that is damaged/,
    ],
    [zipSync({ 'a.txt': strToU8('a') }), /expected a workbook, found an archive of something else/],
    [
      within({ '../../evil': strToU8('x') }),
      /^"\.\.\/\.\.\/evil": expected a place within the archive/,
    ],
    [within({ '/etc/evil': strToU8('x') }), /^"\/etc\/evil": expected a place within/],
    [within({ 'C:\\evil': strToU8('x') }), /expected a place within the archive/],
    [
      within({ 'xl/bomb.xml': new Uint8Array(60_000_000) }),
      /^"xl\/bomb\.xml": expected at most 50 MB in all, unfolded, found more/,
    ],
    [workbook([]), /^sheet "Sheet 1": expected a table, found nothing/],
    [
      workbook([
        ['m', 'o', 1],
        ['A', 'a', 'maybe'],
      ]),
      /^cell C2: expected Y or N, found "maybe"/,
    ],
    [
      workbook([
        ['m', 'o', 1],
        ['A', 'a', 'Y'],
        ['rank', 'A', '#REF!'],
      ]),
      /^cell C3: expected a number/,
    ],
    [
      workbook([
        ['m', 'o', ...Array<number>(2001).fill(1)],
        ['A', 'a'],
      ]),
      /at most 2000 columns of states/,
    ],
  ])('%# is refused with its place', async (file, message) => {
    await expect(read('xlsx', file)).rejects.toThrow(message);
  });
});
