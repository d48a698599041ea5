import type { PageLine, Segment } from './pdf-line.js';
import { mostCommonHeight } from './pdf-runs.js';
import { rowsOf } from './pdf-tables.js';

/** A box beside the text or a column has at least so many lines. */
const FEWEST = 3;

/** Segments of a page part: where they are and which of them come first. */
interface Band {
  readonly gap: number;
  readonly above: Segment[];
  readonly left: Segment[];
  readonly right: Segment[];
  readonly below: Segment[];
}

/**
 * The lines of a page in the order in which one reads them: one column after the other where a white
 * strip parts them, boxes apart from the text that runs around them, the cells of a table row by row.
 *
 * @param segments from above
 */
export function inReadingOrder(segments: readonly Segment[]): PageLine[] {
  const lines: PageLine[] = [];
  let column = 0;
  const add = (part: readonly Segment[], aside: boolean): void => {
    if (part.length === 0) return;
    column++;
    for (const row of rowsOf(part)) {
      lines.push({ ...row, column, ...(aside ? { aside: true } : {}) });
    }
  };
  const order = (part: readonly Segment[], depth: number): void => {
    const band = depth > 0 ? findBand(part) : null;
    if (band === null) {
      add(part, false);
      return;
    }
    const box = boxOf(band);
    if (box !== null) {
      // The text goes on beside the box, and after it.
      const rest = new Set(box);
      order(
        part.filter((segment) => !rest.has(segment)),
        depth - 1,
      );
      const after = lines.findIndex(({ y, aside }) => !aside && y <= box[0].y);
      const behind = lines.splice(after < 0 ? lines.length : after + 1);
      add(box, true);
      lines.push(...behind);
      return;
    }
    order(band.above, depth - 1);
    order(band.left, depth - 1);
    order(band.right, depth - 1);
    order(band.below, depth - 1);
  };
  order(segments, 8);
  return lines;
}

/** The white strip between two parts that stand side by side with the most lines; null where there is none. */
function findBand(segments: readonly Segment[], depth = 2): Band | null {
  if (segments.length < 2 * FEWEST) return null;
  let best: Band | null = null;
  for (const gap of gapsOf(segments)) {
    const band = bandAt(segments, gap, depth);
    if (
      band &&
      (best === null || band.left.length + band.right.length > best.left.length + best.right.length)
    )
      best = band;
  }
  return best;
}

/** Where segments end and others beside them begin, the commonest first. */
function gapsOf(segments: readonly Segment[]): number[] {
  const found = new Map<number, { count: number; gap: number }>();
  for (let i = 0; i < segments.length; i++) {
    const one = segments[i];
    // The next to the right of it on about the same height.
    let next: Segment | null = null;
    for (let k = Math.max(0, i - 12); k < Math.min(segments.length, i + 13); k++) {
      const other = segments[k];
      if (other.left > one.right + 0.8 * one.height && Math.abs(other.y - one.y) < 1.5 * one.height)
        if (next === null || other.left < next.left) next = other;
    }
    if (next === null) continue;
    const gap = next.left - Math.min(0.3 * one.height, (next.left - one.right) / 2);
    const key = Math.round(gap / 3);
    const entry = found.get(key);
    if (entry) entry.count++;
    else found.set(key, { count: 1, gap });
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 8)
    .map(({ gap }) => gap);
}

function bandAt(segments: readonly Segment[], gap: number, depth: number): Band | null {
  const crosses = ({ left, right }: Segment): boolean => left < gap && right > gap;
  let best: [from: number, to: number] = [0, 0];
  for (let from = 0; from < segments.length;) {
    let to = from;
    while (to < segments.length && !crosses(segments[to])) to++;
    if (to - from > best[1] - best[0]) best = [from, to];
    from = to + 1;
  }
  let [from, to] = best;
  // Above and below stand only lines of one side: they are no part of it.
  const isLeft = ({ right }: Segment): boolean => right <= gap;
  const firstRight = segments.slice(from, to).findIndex((s) => !isLeft(s));
  const firstLeft = segments.slice(from, to).findIndex(isLeft);
  if (firstRight < 0 || firstLeft < 0) return null;
  const part = segments.slice(from, to);
  const start = Math.max(firstRight, firstLeft);
  let first = start;
  const height = part[start].height;
  while (first > 0 && part[first - 1].y - part[start].y < 1.6 * height) first--;
  const lastRight = part.findLastIndex((s) => !isLeft(s));
  const lastLeft = part.findLastIndex(isLeft);
  // One column may be longer; a box begins and ends where its lines do.
  const whole = wholeColumns(part, isLeft);
  from += whole && isAlike(part.slice(0, start), part.slice(start), isLeft) ? 0 : first;
  to = whole ? to : from + Math.max(lastRight, lastLeft) + 1;
  const inside = segments.slice(from, to);
  const left = inside.filter(isLeft);
  const right = inside.filter((segment) => !isLeft(segment));
  if (left.length < FEWEST || right.length < FEWEST) return null;
  if (!isFilled(left, gap, depth) && !areNotes(left, right)) return null;
  if (!isFilled(right, null, depth) && !areNotes(right, left)) return null;
  return { gap, above: segments.slice(0, from), left, right, below: segments.slice(to) };
}

/** Whether lines have the letters of those of their side below. */
function isAlike(
  lines: readonly Segment[],
  below: readonly Segment[],
  isLeft: (segment: Segment) => boolean,
): boolean {
  const height = (left: boolean): number =>
    mostCommonHeight(below.filter((line) => isLeft(line) === left));
  return lines.every((line) => Math.abs(line.height - height(isLeft(line))) < 0.08 * line.height);
}

/** In smaller letters, and shorter than the text that they stand beside. */
function areNotes(side: readonly Segment[], text: readonly Segment[]): boolean {
  const most = 0.9 * mostCommonHeight(text);
  return side.every(({ height }) => height < most) && side.length <= 0.8 * text.length;
}

/** Both sides have about as many lines: columns, whatever stands above in one of them alone. */
function wholeColumns(part: readonly Segment[], isLeft: (segment: Segment) => boolean): boolean {
  const left = part.filter(isLeft).length;
  return Math.min(left, part.length - left) >= 0.25 * part.length;
}

/**
 * A table's columns are narrow, and few of their cells are filled; lines of text fill theirs, or are columns
 * again.
 */
function isFilled(part: readonly Segment[], edge: number | null, depth: number): boolean {
  const left = Math.min(...part.map((segment) => segment.left));
  const widest = Math.max(...part.map((segment) => segment.right));
  const right = edge === null ? widest : Math.max(widest, Math.min(edge, widest + 20));
  const words = part.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  if (words < 2.5 * part.length) return false;
  const wide = part.filter((segment) => segment.right - segment.left > 0.55 * (right - left));
  return wide.length > part.length / 2 || (depth > 0 && findBand(part, depth - 1) !== null);
}

/** The side of a band that is a box: the other one goes on above or below it with the same margin. */
function boxOf({ above, left, right, below }: Band): Segment[] | null {
  const flows = (side: Segment[], edge: 'left' | 'right'): boolean => {
    const margin =
      edge === 'left'
        ? Math.min(...side.map((s) => s.left))
        : Math.max(...side.map((s) => s.right));
    // Lines that are not set to full width end at any place.
    const around = [...above.slice(-3), ...below.slice(0, 3)];
    return around.some(
      (line) =>
        Math.abs(line[edge] - margin) < 2 * line.height &&
        line.height < 1.2 * side[0].height &&
        line.right - line.left >
          1.2 * (Math.max(...side.map((s) => s.right)) - Math.min(...side.map((s) => s.left))),
    );
  };
  const width = (side: Segment[]): number =>
    Math.max(...side.map((s) => s.right)) - Math.min(...side.map((s) => s.left));
  if (areNotes(right, left)) return right;
  if (areNotes(left, right)) return left;
  // Two columns below an abstract are as wide as each other, and nearly as long.
  const alike = (one: number, other: number): boolean =>
    Math.min(one, other) > 0.85 * Math.max(one, other);
  const balanced = Math.min(left.length, right.length) > 0.6 * Math.max(left.length, right.length);
  if (balanced && alike(width(left), width(right)) && below.length === 0) return null;
  if (flows(left, 'left') && (right.length < left.length || width(right) < 0.8 * width(left)))
    return right;
  if (flows(right, 'right') && width(left) < 0.8 * width(right)) return left;
  return null;
}
