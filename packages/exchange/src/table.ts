import { ModelFault } from '@standoff/model';

/** A cell of a table, with its place in the file. */
export interface Cell {
  /** Without blanks at its ends; empty where there is none. */
  readonly text: string;
  /** "line 3, column 2" */
  readonly place: string;
}

const SEPARATORS = [',', ';', '\t'];

/** What a spreadsheet would run in place of showing it. */
const RUN = /^[=+\-@\t\r]/;

/**
 * The rows of a table as a spreadsheet saves it, separated by commas, semicolons or tabs. Empty rows are
 * left out.
 * @throws ModelFault where a quotation mark is not closed
 */
export function readTable(text: string): Cell[][] {
  const separator = separatorOf(text);
  const rows: Cell[][] = [[]];
  let line = 1;
  for (let at = 0; at <= text.length;) {
    const row = rows.at(-1)!;
    const place = `line ${line}, column ${row.length + 1}`;
    const begun = at;
    let value: string;
    if (text[at] === '"') {
      const end = closing(text, at, place);
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else value = '';
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
    value += text.slice(from, at);
    line += text.slice(begun, at).split('\n').length - 1;
    row.push({ text: value.trim().replace(/^'(?=[=+\-@])/, ''), place });
    if (text[at] === '\n') {
      rows.push([]);
      line++;
    }
    at++;
  }
  return rows.filter((row) => row.some((cell) => cell.text !== ''));
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

/** The table as a spreadsheet reads it; no cell begins as a formula does. */
export function tableText(rows: readonly (readonly (string | number)[])[]): string {
  const cellText = (cell: string | number): string => {
    if (typeof cell === 'number') return String(cell);
    const shown = RUN.test(cell) ? `'${cell}` : cell;
    return /[",;\t\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  return rows.map((row) => `${row.map(cellText).join(',')}\n`).join('');
}
