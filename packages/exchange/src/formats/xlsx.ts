import sheets, { type CellObject, type WorkBook } from '@e965/xlsx/dist/xlsx.mini.min';
import { zipSync } from 'fflate';
import { ModelFault, type ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import { unpacked } from '../archive.js';
import type { ExchangeNote, Read, ReadOptions, Written } from '../format.js';
import { optionTable, readOptionTable } from '../option-table.js';
import { cellText, inert, TableRow } from '../table.js';

/** What a workbook may unfold to; a table of 2 000 states and 30 options has less than 5 MB. */
const MOST_BYTES = 50_000_000;
/** The sheet of that name is read where there are several. */
const SHEET = 'Model';

/** A table of options by states in a workbook. Formulas are texts here: nothing is worked out. */
export function readXlsx(file: Uint8Array, options: ReadOptions): Read {
  const { name, cells } = sheetOf(workbookIn(file));
  const formulas: ExchangeNote[] = [];
  const rows = cells.flatMap((row, r) => {
    if (row === undefined) return [];
    const placeOf = (column: number): string =>
      `cell ${sheets.utils.encode_cell({ r, c: column })}`;
    const texts = Array.from(row, (cell, column) => {
      if (cell?.f !== undefined)
        formulas.push({
          place: placeOf(column),
          message: 'A formula: it is taken as a text and not worked out',
        });
      return textOf(cell);
    });
    const read = new TableRow(texts, placeOf);
    return read.last < 0 ? [] : [read];
  });
  if (rows.length === 0)
    throw new ModelFault(`sheet ${JSON.stringify(name)}`, 'a table', 'nothing');
  const { model, notes } = readOptionTable(rows, options);
  return { model, notes: [...formulas, ...notes] };
}

/** The same, written: one sheet, in which every text is a text. */
export function writeXlsx(model: ConflictModel, options: PrepareOptions): Written<Uint8Array> {
  const { rows, notes } = optionTable(model, options);
  const book = sheets.utils.book_new();
  const sheet = sheets.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))),
  );
  sheet['!cols'] = [{ wch: 22 }, { wch: 30 }];
  sheets.utils.book_append_sheet(book, sheet, SHEET);
  const written = sheets.write(book, {
    type: 'array',
    bookType: 'xlsx',
    compression: true,
  }) as ArrayBuffer;
  return { content: new Uint8Array(written), notes };
}

function workbookIn(file: Uint8Array): WorkBook {
  // The library unfolds whatever it is given: it gets what was unfolded within bounds.
  const files = unpacked(file, MOST_BYTES);
  if (!files.has('[Content_Types].xml'))
    throw new ModelFault('', 'a workbook', 'an archive of something else');
  const plain = zipSync(Object.fromEntries(files), { level: 0 });
  try {
    return sheets.read(plain, { type: 'array', dense: true, cellHTML: false, cellFormula: true });
  } catch (error) {
    throw new ModelFault('', 'a workbook that can be read', (error as Error).message);
  }
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

function sheetOf({ SheetNames, Sheets }: WorkBook): {
  readonly name: string;
  readonly cells: Cells;
} {
  const name = SheetNames.find((one) => one === SHEET) ?? SheetNames[0];
  const sheet = Object.hasOwn(Sheets, name ?? '') ? Sheets[name] : undefined;
  if (sheet === undefined) throw new ModelFault('', 'a workbook with a sheet', 'none');
  return { name, cells: Array.from((sheet['!data'] ?? []) as Cells) };
}

function textOf(cell: CellObject | undefined): string {
  if (cell?.f !== undefined) return `=${cell.f}`;
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  // A number as it is, not as the sheet shows it: "2.50 €" is no number to whoever reads it here.
  if (cell.t === 'e') return cell.w ?? '#';
  if (cell.t === 'b') return cell.v === true ? 'Y' : 'N';
  return cellText(String(cell.v));
}
