import type { Run } from './pdf-runs.js';
import { closes } from './sentence.js';

/** What is found on one page and holds for those that follow. */
export interface Margins {
  /** Where numbers count the lines. */
  counted: { readonly from: number; readonly to: number } | null;
}

const NUMBER = /^\s*\d{1,4}[.:]?\s*$/u;
const TYPED = /^\s*\d{1,4}[.:]?\s+(?=\S)/u;

/** A column of so many numbers beside the text counts its lines; fewer do where they go by fives or tens. */
const FEWEST = 5;
const FEWEST_STEPPED = 3;
/** So many lines in a row are no list of short items. */
const FEWEST_TYPED = 8;

interface Counted {
  readonly row: number;
  readonly run: Run;
  readonly number: number;
}

/** Rows of a page without the numbers that count its lines, beside the text or at their beginnings. */
export function withoutLineNumbers(rows: readonly Run[][], margins: Margins): Run[][] {
  const typed = numbersOf(rows, 'left', TYPED);
  if (typed.length >= FEWEST_TYPED && typed.length >= 0.8 * rows.length && areLines(typed, rows)) {
    const dotted = typed.filter(({ run }) => /^\s*\d+[.:]/u.test(run.text)).length;
    const closed = typed.filter(({ row }) => closes(rows[row].at(-1)!.text)).length;
    // A page may be a list of items of one line.
    if (dotted < 0.5 * typed.length || closed < 0.5 * typed.length)
      return rows.map((row) => [untyped(row[0]), ...row.slice(1)]);
  }
  for (const side of ['left', 'right'] as const) {
    const beside = besideText(rows, side);
    const { counted } = margins;
    // The last page has few lines.
    const goesOn =
      counted !== null &&
      beside.length > 0 &&
      beside.every(({ run }) => run.right >= counted.from && run.left <= counted.to);
    const stepped = beside.every(({ number }, i) => {
      const step = number - (beside[i - 1]?.number ?? NaN);
      return i === 0 ? number % 5 === 0 : step === 5 || step === 10;
    });
    const enough = beside.length >= (stepped ? FEWEST_STEPPED : FEWEST);
    if (!goesOn && !(enough && areLines(beside, rows))) continue;
    if (enough)
      margins.counted = {
        from: beside.reduce((from, { run }) => Math.min(from, run.left), Infinity),
        to: beside.reduce((to, { run }) => Math.max(to, run.right), -Infinity),
      };
    const out = new Set(beside.map(({ run }) => run));
    return rows.map((row) => row.filter((run) => !out.has(run))).filter((row) => row.length > 0);
  }
  return [...rows];
}

/** Numbers at one end of rows, from above. */
function numbersOf(rows: readonly Run[][], side: 'left' | 'right', form: RegExp): Counted[] {
  return rows.flatMap((runs, row) => {
    const run = side === 'left' ? runs[0] : runs.at(-1)!;
    return form.test(run.text) ? [{ row, run, number: parseInt(run.text, 10) }] : [];
  });
}

/** Those that stand where hardly a word of the text does. */
function besideText(rows: readonly Run[][], side: 'left' | 'right'): Counted[] {
  const numbers = numbersOf(rows, side, NUMBER);
  const runs = new Set(numbers.map(({ run }) => run));
  const edges = rows
    .map((row) => row.filter((run) => !runs.has(run)))
    .filter((row) => row.length > 0)
    .map((row) => (side === 'left' ? row[0].left : -row.at(-1)!.right))
    .sort((a, b) => a - b);
  const edge = edges[Math.floor(edges.length / 20)] ?? 0;
  return numbers.filter(({ run }) =>
    side === 'left' ? run.right <= edge + 1 : -run.left <= edge + 1,
  );
}

/** Whether they go up by one a line, though they may begin anew; paragraphs that are counted are longer. */
function areLines(numbers: readonly Counted[], rows: readonly Run[][]): boolean {
  const pairs = numbers.slice(1).map((next, i) => ({ before: numbers[i], next }));
  const rising = pairs.filter(({ before, next }) => next.number > before.number);
  if (rising.length < 0.7 * pairs.length) return false;
  const steps = rising.map(
    ({ before, next }) => (before.run.y - next.run.y) / (next.number - before.number),
  );
  const places = rows.map((row) => row[0].y);
  return median(steps) < 1.6 * median(places.slice(1).map((y, i) => places[i] - y));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function untyped(run: Run): Run {
  const text = run.text.replace(TYPED, '');
  const gone = (run.text.length - text.length) / run.text.length;
  return { ...run, text, left: run.left + gone * (run.right - run.left) };
}
