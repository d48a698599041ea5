import { inReadingOrder } from './pdf-columns.js';
import type { PageLine, Segment } from './pdf-line.js';
import { drawnOnce, withLettersJoined } from './pdf-drawn.js';
import { withoutLineNumbers, type Margins } from './pdf-line-numbers.js';
import { runsOfText, type Run, type TextItem, type Viewport } from './pdf-runs.js';
import { isFromRight, segmentOf } from './pdf-segment.js';

const COLUMN_GAP = 1.2;

/** The lines of a page in the order in which one reads them. */
export function linesOfPage(
  items: readonly TextItem[],
  view: Viewport,
  margins: Margins = { counted: null },
): PageLine[] {
  const runs = runsOfText(items, view).map(onFirstLine);
  const rtl = isFromRight(runs);
  const drawn = rowsOf(runs).map(drawnOnce).map(withLettersJoined);
  const rows = withoutLineNumbers(drawn, margins);
  const strip = narrowStrip(rows);
  const segments = rows.flatMap((row) => segmentsOf(row, rtl, strip));
  return inReadingOrder(segments);
}

/**
 * The lines of one paragraph, whose runs come in the order in which one reads them: where they go up again, they go on
 * in another column.
 */
export function linesOfBlock(items: readonly TextItem[], view: Viewport): Segment[] {
  const runs = runsOfText(items, view).map(onFirstLine);
  const rtl = isFromRight(runs);
  const stretches: Run[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last && run.y < last.at(-1)!.y + run.height) last.push(run);
    else stretches.push([run]);
  }
  return stretches
    .flatMap(rowsOf)
    .map((row) => segmentOf(withLettersJoined(drawnOnce(row)), rtl))
    .filter(({ text }) => text !== '');
}

/** Runs on one baseline each, from above, those of one from the left. */
function rowsOf(all: readonly Run[]): Run[][] {
  const runs = [...all].sort((a, b) => b.y - a.y || a.left - b.left);
  const rows: Run[][] = [];
  for (let from = 0; from < runs.length;) {
    let to = from + 1;
    const height = runs[from].height;
    while (to < runs.length && runs[from].y - runs[to].y < 0.35 * height) to++;
    rows.push(runs.slice(from, to).sort((a, b) => a.left - b.left || b.right - a.right));
    from = to;
  }
  return rows;
}

/** Columns of lines that fill theirs stand closer than words may be apart: at one place in nearly all rows. */
const STRIP_GAP = 0.7;
const STRIP_ROWS = 8;

/** Where a white strip that is narrow runs down a page between two columns; null where none does. */
function narrowStrip(rows: readonly (readonly Run[])[]): number | null {
  const found = new Map<number, number>();
  for (const row of rows) {
    for (let i = 1; i < row.length; i++) {
      const [before, run] = [row[i - 1], row[i]];
      const gap = run.left - before.right;
      if (gap < STRIP_GAP * run.height || gap >= COLUMN_GAP * run.height) continue;
      const key = Math.round(run.left / 2);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of [...found].sort((a, b) => b[1] - a[1]).slice(0, 3)) {
    if (count < STRIP_ROWS) break;
    const at = 2 * key - 2;
    // Long lines alone, a title or a line at the foot, may go over it.
    const full = rows.filter((row) => row[0].left < at && row.at(-1)!.right > at);
    const over = full.filter((row) => row.some(({ left, right }) => left < at && right > at));
    if (full.length >= STRIP_ROWS && over.length <= 0.15 * full.length) return at;
  }
  return null;
}

/** A letter that is as high as several lines belongs to the first of them. */
function onFirstLine(run: Run, _: number, runs: readonly Run[]): Run {
  if (!/^["'“‘«„]?\p{Lu}$/u.test(run.text.trim())) return run;
  const beside = runs.filter(
    (other) =>
      run.height > 1.8 * other.height &&
      other.left >= run.right - 1 &&
      other.left - run.right < other.height &&
      other.y >= run.y - 0.2 * other.height &&
      other.y < run.y + run.height,
  );
  if (beside.length < 2) return run;
  const first = beside.reduce((top, other) => (other.y > top.y ? other : top));
  return { ...run, text: run.text.trim(), y: first.y, height: first.height, right: first.left };
}

/** Runs on one baseline, put together where no column's gap parts them. */
function segmentsOf(row: Run[], rtl: boolean, strip: number | null): Segment[] {
  const groups: Run[][] = [];
  let right = -Infinity;
  for (const run of row) {
    const last = groups.at(-1);
    const parted =
      run.left - right >= COLUMN_GAP * Math.max(run.height, last?.at(-1)?.height ?? 0) ||
      (strip !== null && right <= strip && run.left >= strip);
    if (last && !parted) last.push(run);
    else groups.push([run]);
    right = Math.max(right, run.right);
  }
  return groups.map((group) => segmentOf(group, rtl)).filter(({ text }) => text !== '');
}
