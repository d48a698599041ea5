import type { Layout } from './layout.js';

/**
 * Which feasible points the given decision makers can turn into each other by their reversible
 * options: moves both ways, so reachability is a partition. -1 at infeasible points.
 * Every block (points that differ in one decision maker's reversible options only) is looked
 * through once. O(points x movers).
 */
export function components(
  { points, pointOf, movers }: Layout,
  ranks: Int32Array,
  among: readonly number[],
): { of: Int32Array; count: number } {
  const of = new Int32Array(points).fill(-1);
  const stack = new Int32Array(pointOf.length);
  const blocks = among
    .map((j) => movers[j])
    .filter(({ reversible }) => reversible > 0)
    .map(({ shift, oneWay, reversible }) => ({
      low: shift + oneWay,
      reversible,
      done: new Uint8Array(points >>> reversible),
    }));
  let count = 0;
  for (let s = 0; s < pointOf.length; s++) {
    if (of[pointOf[s]] >= 0) continue;
    let top = 0;
    stack[top++] = pointOf[s];
    of[pointOf[s]] = count;
    while (top > 0) {
      const y = stack[--top];
      for (const { low, reversible, done } of blocks) {
        const below = y & ((1 << low) - 1);
        const above = y >>> (low + reversible);
        const block = (above << low) | below;
        if (done[block]) continue;
        done[block] = 1;
        const step = 1 << low;
        let x = ((above << (low + reversible)) | below) >>> 0;
        for (let k = 1 << reversible; k > 0; k--, x += step) {
          if (of[x] >= 0 || ranks[x] === 0) continue;
          of[x] = count;
          stack[top++] = x;
        }
      }
    }
    count++;
  }
  return { of, count };
}
