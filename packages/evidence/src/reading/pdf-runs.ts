/** A run of text as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  /** The text matrix [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** How pdf.js shows a page: turned as its /Rotate says, y growing downwards. */
export interface Viewport {
  readonly transform: readonly number[];
}

/** A run that stands upright on the page as it is read, y growing upwards. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly height: number;
  readonly font: string;
  readonly rtl: boolean;
  /** The later, the higher it lies. */
  readonly painted: number;
  /** A small run that stands beside a line, above or below its baseline: `y` is the line's. */
  readonly shift?: 'raised' | 'lowered';
}

/** Slanted by more than this, text is a stamp across the page. */
const SLANT = 0.2;

/**
 * What of a page's items is its text: in the direction in which most letters of it are written, without what
 * is stamped over others.
 */
export function textOfPage(items: readonly TextItem[], view: Viewport): Set<TextItem> {
  const placed = items.flatMap((item, painted) => placedRun(item, view.transform, painted));
  const runs = withoutStamps(inOneDirection(placed));
  return new Set(runs.map(({ painted }) => items[painted]));
}

/** The runs of what is text on a page. What is raised or lowered lies on the baseline of its line. */
export function runsOfText(items: readonly TextItem[], view: Viewport): Run[] {
  const placed = items.flatMap((item, painted) => placedRun(item, view.transform, painted));
  return withShifts(inOneDirection(placed));
}

interface Placed {
  readonly run: Run;
  /** By how many quarters of a turn it is written. */
  readonly turns: number;
}

function inOneDirection(placed: readonly Placed[]): Run[] {
  const letters = [0, 0, 0, 0];
  for (const { run, turns } of placed) letters[turns] += run.text.length;
  const most = letters.indexOf(Math.max(...letters));
  return placed.filter(({ turns }) => turns === most).map(({ run }) => run);
}

/** None where it is slanted. */
function placedRun(item: TextItem, view: readonly number[], painted: number): Placed[] {
  if (item.str.trim() === '') return [];
  const [a, b, c, d, x, y] = product(view, item.transform);
  // From here on y grows upwards.
  const along = [a, -b];
  const turns =
    Math.abs(along[1]) <= SLANT * Math.abs(along[0])
      ? along[0] > 0
        ? 0
        : 2
      : Math.abs(along[0]) <= SLANT * Math.abs(along[1])
        ? along[1] > 0
          ? 1
          : 3
        : null;
  if (turns === null) return [];
  const [left, base] = [
    [x, -y],
    [-y, -x],
    [-x, y],
    [y, x],
  ][turns];
  const height = item.height || Math.hypot(c, d) || 1;
  const run: Run = {
    text: item.str,
    left,
    right: left + item.width,
    y: base,
    height,
    font: item.fontName,
    rtl: item.dir === 'rtl',
    painted,
  };
  return [{ run, turns }];
}

/** One matrix after another. */
function product(v: readonly number[], t: readonly number[]): number[] {
  return [
    v[0] * t[0] + v[2] * t[1],
    v[1] * t[0] + v[3] * t[1],
    v[0] * t[2] + v[2] * t[3],
    v[1] * t[2] + v[3] * t[3],
    v[0] * t[4] + v[2] * t[5] + v[4],
    v[1] * t[4] + v[3] * t[5] + v[5],
  ];
}

/** So much larger than the text are the letters of what is stamped over it. */
const STAMP = 1.05;

/** Large words across the lines of the text: "DRAFT", "CONFIDENTIAL". */
function withoutStamps(runs: readonly Run[]): Run[] {
  const height = mostCommonHeight(runs);
  const large = runs.filter((run) => run.height > STAMP * height);
  if (large.length === 0) return [...runs];
  const body = byBaseline(runs.filter((run) => run.height <= STAMP * height));
  const stamps = new Set(
    large.filter((run) => body.around(run, run.height).some((other) => crosses(run, other))),
  );
  return stamps.size === large.length && body.size === 0
    ? [...runs]
    : runs.filter((run) => !stamps.has(run));
}

/** Whether the letters of one stand on those of the other. */
function crosses(one: Run, other: Run): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high =
    Math.min(one.y + 0.65 * one.height, other.y + 0.65 * other.height) - Math.max(one.y, other.y);
  return wide > 0.5 * other.height && high > 0.3 * other.height;
}

/** Small runs beside a line: note marks, powers, the "th" of ordinals, indices. */
function withShifts(runs: readonly Run[]): Run[] {
  const lines = byBaseline(runs);
  const chained = new Map<Run, Run>();
  const inOrder = [...runs].sort((a, b) => a.left - b.left);
  for (const run of inOrder) {
    const neighbours = lines.around(run, 2 * run.height);
    const line =
      neighbours.find((other) => isBeside(run, other)) ??
      neighbours
        .map((other) => chained.get(other) && { ...chained.get(other)!, right: other.right })
        .find((other) => other && isBeside(run, other));
    if (line) chained.set(run, line);
  }
  return runs.map((run) => {
    const line = chained.get(run);
    if (!line) return run;
    const by = (run.y - line.y) / line.height;
    if (by > 0.12) return { ...run, y: line.y, shift: 'raised' };
    return by < -0.05 ? { ...run, y: line.y, shift: 'lowered' } : { ...run, y: line.y };
  });
}

function isBeside(small: Run, line: Run): boolean {
  const by = (small.y - line.y) / line.height;
  // What is hardly smaller is clearly raised.
  if (small.height > (by > 0.25 ? 0.93 : 0.87) * line.height || small.text.length > 12)
    return false;
  if (by > 0.75 || by < -0.45) return false;
  const gap = Math.max(small.left - line.right, line.left - small.right);
  return gap > -0.6 * line.height && gap < 0.6 * line.height;
}

/** Finds the runs near a baseline without looking at all. */
function byBaseline(runs: readonly Run[]): {
  readonly size: number;
  around(run: Run, distance: number): Run[];
} {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  return {
    size: sorted.length,
    around({ y }, distance) {
      let [from, to] = [0, sorted.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (sorted[middle].y < y - distance) from = middle + 1;
        else to = middle;
      }
      const found: Run[] = [];
      for (let i = from; i < sorted.length && sorted[i].y <= y + distance; i++)
        found.push(sorted[i]);
      return found;
    },
  };
}

/** The height most letters have. */
export function mostCommonHeight(
  runs: readonly { readonly text: string; readonly height: number }[],
): number {
  const letters = new Map<number, number>();
  for (const { text, height } of runs) {
    const key = Math.round(height * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [10, 0])[0];
}
