import type { Items } from '@standoff/questions';

/** Items by number, without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of so many items each that the items from one number up to another fall into. */
export function stretches(from: number, to: number, size: number): Stretch[] {
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, k) => ({
    from: from + k * size,
    to: Math.min(to, from + (k + 1) * size),
  }));
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
    part = merge(part, solve(next, to));
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

/** So many items that a stretch of them takes about so many milliseconds. */
export function sizeFor(each: number, milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / Math.max(each, 1e-6)));
}
