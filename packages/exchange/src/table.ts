import { ModelFault } from '@standoff/model';

/** A cell of a table, with its place in the file. */
export interface Cell {
  /** Without blanks at its ends; empty where there is none. */
  readonly text: string;
  /** "line 3, column 2", "cell B3" */
  readonly place: string;
}

/** A row of a table: its cells, and beyond the last of them empty ones. */
export class TableRow {
  /** @param placeOf where the cell of that number stands in the file, from 0 */
  constructor(
    readonly texts: readonly string[],
    readonly placeOf: (column: number) => string,
  ) {}

  at(column: number): Cell {
    return { text: this.texts[column] ?? '', place: this.placeOf(column) };
  }

  /** The last cell that holds something; -1: none does. */
  get last(): number {
    return this.texts.findLastIndex((text) => text !== '');
  }
}

const SEPARATORS = [',', ';', '\t'];

/** What a spreadsheet would run in place of showing it. */
const RUN = /^[=+\-@\t\r]/;

/**
 * The rows of a table as a spreadsheet saves it, separated by commas, semicolons or tabs. Empty rows are
 * left out.
 * @throws ModelFault where a quotation mark is not closed
 */
export function readTable(text: string): TableRow[] {
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let texts: string[] = [];
  let lines: number[] = [];
  let line = 1;
  const endRow = (): void => {
    const begun = lines;
    rows.push(
      new TableRow(texts, (k) => `line ${begun[Math.min(k, begun.length - 1)]}, column ${k + 1}`),
    );
    [texts, lines] = [[], []];
  };
  for (let at = 0; at <= text.length;) {
    const begun = at;
    let value: string;
    if (text[at] === '"') {
      const end = closing(text, at, `line ${line}, column ${texts.length + 1}`);
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else value = '';
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
    value += text.slice(from, at);
    lines.push(line);
    line += text.slice(begun, at).split('\n').length - 1;
    texts.push(cellText(value));
    if (at >= text.length || text[at] === '\n') {
      endRow();
      line++;
    }
    at++;
  }
  return rows.filter(({ last }) => last >= 0);
}

/** What a cell holds, without the mark that keeps a spreadsheet from running it. */
export function cellText(value: string): string {
  return value.trim().replace(/^'(?=[=+\-@])/, '');
}

/** The text so that no spreadsheet takes it for a formula, nor one that it is saved for as CSV. */
export function inert(text: string): string {
  return RUN.test(text) ? `'${text}` : text;
}

/** Where the quotation mark that stands there is closed. */
function closing(text: string, start: number, place: string): number {
  for (let at = start + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) throw new ModelFault(place, 'a quotation mark at the end of the cell');
    if (text[at + 1] !== '"') return at;
    at++;
  }
}

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const [first] = text.trimStart().split('\n', 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (separator: string): number => bare.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The cells of a table that is written. */
export type WrittenRows = readonly (readonly (string | number)[])[];

/** The table as a spreadsheet reads it; no cell begins as a formula does. */
export function tableText(rows: WrittenRows): string {
  const written = (cell: string | number): string => {
    if (typeof cell === 'number') return String(cell);
    const shown = inert(cell);
    return /[",;\t\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  return rows.map((row) => `${row.map(written).join(',')}\n`).join('');
}
