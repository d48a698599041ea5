import type { Items } from '@standoff/questions';

/** Items by number, without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What came of the first items of a stretch, and how long they took. */
export interface Gone<Part = unknown> {
  readonly part: Part;
  /** The first item that is still to be gone through. */
  readonly to: number;
  /** Milliseconds. */
  readonly milliseconds: number;
}

/** The first items, gone through for a while to see how long one takes. */
export interface Begun<Part> {
  readonly part: Part;
  /** The first item that is still to be gone through. */
  readonly next: number;
  /** Milliseconds an item, where it took least: others had to wait for the first to be compiled. */
  readonly each: number;
}

/** Stretches gone through at least, unless they take as many times as long as was meant. */
const AT_LEAST = 4;
/** No stretch takes longer, where items do not: what is left of it is handed back. In milliseconds. */
const LONGEST = 5_000;
/** So long it is gone on with before it is looked how long it took. */
const PIECE = 1_000;

/**
 * Goes through the first items for about so many milliseconds: one, then twice as many as before, since
 * the first take longest, and no more than are expected to fit.
 */
export function begin<Part>(
  { count, solve, merge }: Items<Part>,
  milliseconds: number,
  watch: (done: number) => void = () => undefined,
): Begun<Part> {
  const started = performance.now();
  let part = solve(0, 0);
  let each = Infinity;
  let next = 0;
  for (let round = 0; next < count; round++) {
    const left = milliseconds * (round < AT_LEAST ? AT_LEAST : 1) - (performance.now() - started);
    if (left <= 0 || (round >= AT_LEAST && left < each)) break;
    const fitting = each === Infinity ? 1 : Math.max(1, Math.ceil(left / each));
    const to = Math.min(count, next + Math.min(2 ** round, fitting));
    const before = worked();
    const told = (done: number): void => watch((next + done * (to - next)) / count);
    part = merge(part, solve(next, to, told));
    each = Math.min(each, (worked() - before) / (to - next));
    next = to;
    watch(next / count);
  }
  return { part, next, each: next === 0 ? 0 : each };
}

/** Milliseconds that this process has worked: on a busy machine less than went by. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Goes through the items of a stretch, in pieces, and stops early where the rest would take too long.
 * @param each milliseconds an item is expected to take; what is measured counts from the first piece on
 */
export function goThrough<Part>(
  { solve, merge }: Items<Part>,
  { from, to }: Stretch,
  each: number,
  longest = LONGEST,
): Gone<Part> {
  const started = performance.now();
  let next = Math.min(to, from + sizeFor(each, PIECE));
  let part = solve(from, next);
  for (;;) {
    const milliseconds = performance.now() - started;
    const measured = milliseconds / (next - from);
    // Those that follow may take longer than those before: no more than as many of them.
    const further = Math.min(to, next + Math.min(next - from, sizeFor(measured, PIECE)));
    if (next === to || milliseconds + (further - next) * measured > longest)
      return { part, to: next, milliseconds };
    part = merge(part, solve(next, further));
    next = further;
  }
}

/** So many items that a stretch of them takes about so many milliseconds. */
function sizeFor(each: number, milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / Math.max(each, 1e-6)));
}

/** Milliseconds that a stretch is meant to take at least and at most. */
const SHORT = 500;
const LONG = 3_000;
/** In so many stretches what is left falls, unless they became too short or too long. */
const PARTS = 64;

/** How long an item takes: what was expected, until it is measured. What was measured last counts most. */
export class Pace {
  constructor(public each: number) {}

  measure(items: number, milliseconds: number): void {
    this.each = (this.each + milliseconds / items) / 2;
  }

  /**
   * Items for the next stretch of so many that are left: long ones while there is much to do, since each
   * costs something, and short ones at the end, so that nobody waits long for the last.
   */
  next(left: number, longest = LONG): number {
    const meant = Math.min(longest, Math.max(SHORT, (left * this.each) / PARTS));
    return Math.min(left, sizeFor(this.each, meant));
  }
}
