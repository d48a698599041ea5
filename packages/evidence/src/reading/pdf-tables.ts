import { countWords } from './block.js';
import type { PageLine, Segment } from './pdf-line.js';

/** What stands on one baseline of a column. */
interface Row {
  readonly cells: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** From one line of a cell to the next there is less than this, in heights. */
const LINE_STEP = 1.4;
/** By this share rows are further apart than the lines of a cell. */
const ROW_STEP = 1.15;
/** Between two rows whose cells are as many there may be so many lines of one cell. */
const FARTHEST = 4;

/** "1.", "[2]", "(a)", "•". */
const LABEL = /^[^\p{L}\p{N}]?[\p{L}\p{N}]{0,4}[^\p{L}\p{N}]?$/u;

/**
 * The lines of one column. Segments on one baseline are one line: cells of a table, words far apart. The
 * cells of a row may have several lines.
 *
 * @param segments from above
 */
export function rowsOf(segments: readonly Segment[]): Omit<PageLine, 'column'>[] {
  const rows = onBaselines(segments);
  const lines: Omit<PageLine, 'column'>[] = [];
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    if (beginsTable(rows, from)) while (to < rows.length && isOfTable(rows, from, to)) to++;
    if (to > from + 1) lines.push(...linesOfTable(rows.slice(from, to)));
    else lines.push(lineOf(rows[from].cells));
    from = to;
  }
  return lines;
}

function onBaselines(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const segment of segments) {
    const last = rows.at(-1);
    if (
      last &&
      Math.abs(last.y - segment.y) < 0.35 * last.cells[0].height &&
      segment.left >= last.right
    )
      rows[rows.length - 1] = {
        ...last,
        cells: [...last.cells, segment],
        right: segment.right,
      };
    else rows.push({ ...segment, cells: [segment] });
  }
  return rows;
}

function beginsTable(rows: readonly Row[], from: number): boolean {
  const { cells } = rows[from];
  // A mark and a paragraph are no row.
  if (cells.length === 2 && LABEL.test(cells[0].text) && countWords(cells[1].text, 6) > 5)
    return false;
  const next = rows.slice(from + 1, from + 1 + FARTHEST);
  // A row of three cells may be all of a table that is on this page.
  const wrapped =
    cells.length > 2 &&
    next.slice(0, 1).some((row) => row.cells.every((cell) => isOfColumn(cell, cells.slice(1))));
  return wrapped || (cells.length > 1 && next.some((row) => sameColumns(cells, row.cells)));
}

/** Whether a row goes on with a table: with cells of its columns, or with a line of one cell. */
function isOfTable(rows: readonly Row[], from: number, i: number): boolean {
  const table = rows.slice(Math.max(from, i - 2 * FARTHEST), i);
  const { cells, y } = rows[i];
  if (cells.length > 1)
    return table.some(
      (row) => sameColumns(cells, row.cells) || cells.every((cell) => isOfColumn(cell, row.cells)),
    );
  // Below the first column the text goes on after the table.
  const step = rows[i - 1].y - y;
  return table.some(
    ({ cells: [first, ...more] }) =>
      more.length > 0 &&
      (isOfColumn(cells[0], more)
        ? step < LINE_STEP * 2 * cells[0].height
        : step < LINE_STEP * cells[0].height && isOfColumn(cells[0], [first, ...more])),
  );
}

/** Whether a cell stands below one of others, and no further than the next begins. */
function isOfColumn(cell: Segment, others: readonly Segment[]): boolean {
  const at = others.findIndex((above) => isBelow(cell, above));
  const next = others[at + 1];
  return at >= 0 && (next === undefined || cell.right < next.left);
}

function linesOfTable(rows: readonly Row[]): Omit<PageLine, 'column'>[] {
  const columns = columnsOf(rows.flatMap(({ cells }) => cells));
  const steps = columns.flatMap((column) => column.slice(1).map((line, i) => column[i].y - line.y));
  const least = steps.reduce((one, other) => Math.min(one, other), Infinity);
  const apart = rows.slice(1).some((row, i) => rows[i].y - row.y > ROW_STEP * least);
  const lined = least < LINE_STEP * rows[0].cells[0].height;
  const most = rows.reduce((count, { cells }) => Math.max(count, cells.length), 0);
  if (!apart || !lined || columns.length < most) return rows.map(({ cells }) => rowOf(cells));
  // Lines of a column that are close are one cell; cells that stand beside each other are one row.
  const cells = columns.flatMap((column) => cellsOf(column, ROW_STEP * least));
  cells.sort((a, b) => b[0].y - a[0].y);
  const bands: { bottom: number; cells: Segment[] }[] = [];
  for (const lines of cells) {
    const [{ y, height }, bottom] = [lines[0], lines.at(-1)!.y];
    const band = bands.at(-1);
    const cell = { ...lines[0], text: lines.map(({ text }) => text).join('\n') };
    if (band && y > band.bottom - 0.3 * height) {
      band.cells.push(cell);
      band.bottom = Math.min(band.bottom, bottom);
    } else bands.push({ bottom, cells: [cell] });
  }
  return bands.map((band) => rowOf(band.cells.sort((a, b) => a.left - b.left)));
}

/** Segments that stand above each other, from the left. */
function columnsOf(segments: readonly Segment[]): Segment[][] {
  const columns: { right: number; lines: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && segment.left < last.right) {
      last.lines.push(segment);
      last.right = Math.max(last.right, segment.right);
    } else columns.push({ right: segment.right, lines: [segment] });
  }
  return columns.map(({ lines }) => lines.sort((a, b) => b.y - a.y));
}

function cellsOf(column: readonly Segment[], most: number): Segment[][] {
  const cells: Segment[][] = [];
  for (const line of column) {
    const last = cells.at(-1);
    if (last && last.at(-1)!.y - line.y < most) last.push(line);
    else cells.push([line]);
  }
  return cells;
}

function rowOf(cells: readonly Segment[]): Omit<PageLine, 'column'> {
  return { ...lineOf(cells), cells: cells.map(({ text }) => text) };
}

function lineOf(cells: readonly Segment[]): Omit<PageLine, 'column'> {
  const text = cells.map((cell) => cell.text).join('  ');
  return { ...cells[0], text, right: cells.at(-1)!.right };
}

/** Cells of two rows begin, end or are centred at the same places. */
function sameColumns(one: readonly Segment[], other: readonly Segment[]): boolean {
  if (other.length < 2) return false;
  const fits = one.filter((cell) => other.some((above) => isBelow(cell, above))).length;
  return fits >= 2 && fits >= 0.6 * Math.min(one.length, other.length);
}

function isBelow(cell: Segment, above: Segment): boolean {
  const near = (a: number, b: number, by: number): boolean => Math.abs(a - b) < by;
  return (
    near(above.left, cell.left, cell.height) ||
    near(above.right, cell.right, cell.height) ||
    near(above.left + above.right, cell.left + cell.right, 2 * cell.height)
  );
}
