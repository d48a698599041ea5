import type { Layout } from './layout.js';
import { NOTHING, spreadMin } from './spread.js';

/**
 * For every feasible point the least key over it and everything the others can turn it into, by any
 * moves. Reversible moves are closed off component by component; one-way moves are added by passes
 * over the option bits until nothing changes, at most one round more than the others have one-way
 * options, since no response uses one twice. O(points x options of the others) a round.
 *
 * @param key by point; 0 at infeasible points, at least 1 elsewhere.
 */
export function lowestByMoves(
  { points, pointOf, movers }: Layout,
  among: readonly number[],
  component: { readonly of: Int32Array; readonly count: number },
  key: Int32Array,
): Int32Array {
  const oneWay = among.map((j) => movers[j]).filter((mover) => mover.oneWay > 0);
  const least = new Int32Array(component.count);
  const value = key.slice();
  const { of } = component;
  for (;;) {
    least.fill(NOTHING);
    for (const p of pointOf) if (value[p] < least[of[p]]) least[of[p]] = value[p];
    if (oneWay.length === 0) {
      for (const p of pointOf) value[p] = least[of[p]];
      return value;
    }
    for (let p = 0; p < points; p++) value[p] = of[p] < 0 ? NOTHING : least[of[p]];
    let changed = false;
    for (const mover of oneWay) {
      spreadMin(value, mover);
      for (let p = 0; p < points; p++) {
        const c = of[p];
        if (c < 0) value[p] = NOTHING;
        else if (value[p] < least[c]) changed = true;
      }
    }
    if (!changed) return value;
  }
}
