/** A run of text as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  /** The text matrix [a, b, c, d, x, y]; y grows upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A line of one column, in the page's units (points). */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline, from below. */
  readonly y: number;
  readonly height: number;
  /** Lines of different columns, or of different parts of a page between them, are not neighbours. */
  readonly column: number;
}

interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly rtl: boolean;
}

type Segment = Omit<PageLine, 'column'>;

/** Space between two runs of a line, in heights: less belongs to a word, more parts columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.2;

/** The lines of a page in the order in which one reads them. Text that stands upright or slanted is left out. */
export function linesOfPage(items: readonly TextItem[]): PageLine[] {
  const runs = items.flatMap(runOf);
  runs.sort((a, b) => b.y - a.y || a.left - b.left);
  const segments: Segment[] = [];
  for (let from = 0; from < runs.length;) {
    let to = from + 1;
    const height = runs[from].height;
    while (to < runs.length && runs[from].y - runs[to].y < 0.35 * height) to++;
    segments.push(...segmentsOf(runs.slice(from, to)));
    from = to;
  }
  return inReadingOrder(segments);
}

function runOf(item: TextItem): Run[] {
  const [a = 1, b = 0, , d = 1, x = 0, y = 0] = item.transform;
  if (item.str.trim() === '' || Math.abs(b) > 0.2 * Math.abs(a)) return [];
  const height = Math.abs(item.height || d) || 1;
  return [{ text: item.str, left: x, right: x + item.width, y, height, rtl: item.dir === 'rtl' }];
}

/** Runs on one baseline, put together where no column's gap parts them. */
function segmentsOf(row: Run[]): Segment[] {
  row.sort((a, b) => a.left - b.left);
  const groups: Run[][] = [];
  let right = -Infinity;
  for (const run of row) {
    const last = groups.at(-1);
    if (last && run.left - right < COLUMN_GAP * Math.max(run.height, last.at(-1)!.height))
      last.push(run);
    else groups.push([run]);
    right = Math.max(right, run.right);
  }
  return groups.map(segmentOf);
}

function segmentOf(runs: Run[]): Segment {
  const { left, right } = extent(runs);
  const letters = runs.reduce((sum, run) => sum + run.text.length, 0);
  const rtl = runs.reduce((sum, run) => sum + (run.rtl ? run.text.length : 0), 0) > letters / 2;
  const ordered = rtl ? [...runs].reverse() : runs;
  let text = '';
  ordered.forEach((run, i) => {
    const before = ordered[i - 1];
    const gap = before ? (rtl ? before.left - run.right : run.left - before.right) : 0;
    const apart = before && gap > WORD_GAP * Math.min(run.height, before.height);
    text += (apart && !/\s/u.test(text.at(-1)!) && !/^\s/u.test(run.text) ? ' ' : '') + run.text;
  });
  // The height most letters have: a note's mark or a drop cap does not count.
  const main = runs.reduce((most, run) => (run.text.length > most.text.length ? run : most));
  return { text: text.trim(), left, right, y: main.y, height: main.height };
}

function extent(parts: readonly { readonly left: number; readonly right: number }[]): {
  left: number;
  right: number;
} {
  let [left, right] = [Infinity, -Infinity];
  for (const part of parts) {
    left = Math.min(left, part.left);
    right = Math.max(right, part.right);
  }
  return { left, right };
}

/** One column after the other where a gutter parts the page; what crosses it stands between. */
function inReadingOrder(segments: readonly Segment[]): PageLine[] {
  const gutter = findGutter(segments);
  if (gutter === null) return mergeRows(segments).map((line) => ({ ...line, column: 0 }));
  const lines: PageLine[] = [];
  let column = 0;
  let left: Segment[] = [];
  let right: Segment[] = [];
  const add = (part: Segment[]): void => {
    if (part.length === 0) return;
    column++;
    lines.push(...mergeRows(part).map((line) => ({ ...line, column })));
  };
  let crossing: Segment[] = [];
  const flushColumns = (): void => {
    add(left);
    add(right);
    left = [];
    right = [];
  };
  for (const segment of segments) {
    if (segment.left < gutter && segment.right > gutter) {
      flushColumns();
      crossing.push(segment);
    } else {
      add(crossing);
      crossing = [];
      (segment.right <= gutter ? left : right).push(segment);
    }
  }
  flushColumns();
  add(crossing);
  return lines;
}

/** Steps in which the page's width is looked through. */
const STEPS = 100;

/**
 * The middle of the white strip that parts two columns: hardly any line crosses it, and many stand on
 * both sides of it, side by side.
 */
function findGutter(segments: readonly Segment[]): number | null {
  if (segments.length < 12) return null;
  const { left: from, right: to } = extent(segments);
  const step = (to - from) / STEPS;
  if (!(step > 0)) return null;
  const crossed = new Array<number>(STEPS + 1).fill(0);
  for (const { left, right } of segments) {
    const last = Math.floor((right - from) / step - 1e-9);
    for (let k = Math.ceil((left - from) / step + 1e-9); k <= last; k++) crossed[k]++;
  }
  const least = Math.min(...crossed.slice(30, 71));
  if (least > segments.length * 0.2) return null;
  const candidates: number[] = [];
  for (let k = 30; k <= 70; k++) if (crossed[k] === least) candidates.push(k);
  const gutter = from + candidates[candidates.length >> 1] * step;
  const onLeft = segments.filter((segment) => segment.right <= gutter);
  const onRight = segments.filter((segment) => segment.left >= gutter);
  const enough = segments.length / 4;
  if (onLeft.length < enough || onRight.length < enough) return null;
  // A table's columns are narrow; a column of text is filled.
  const filled = (part: Segment[], width: number): boolean =>
    part.filter((segment) => segment.right - segment.left > 0.6 * width).length > part.length / 2;
  return filled(onLeft, gutter - from) && filled(onRight, to - gutter) ? gutter : null;
}

/** Segments of one column on one baseline are one line: cells of a table, words far apart. */
function mergeRows(segments: readonly Segment[]): Segment[] {
  const lines: Segment[] = [];
  for (const segment of segments) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - segment.y) < 0.35 * last.height && segment.left >= last.right) {
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}  ${segment.text}`,
        right: segment.right,
      };
    } else lines.push(segment);
  }
  return lines;
}
