import type { Layout } from './layout.js';
import { NOTHING, spreadMin } from './spread.js';

/**
 * For every feasible point the least key over it and everything the others can turn it into, by any
 * moves. Reversible moves are closed off component by component; one-way moves are added by passes
 * over the option bits until nothing changes, at most one round more than the others have one-way
 * options, since no response uses one twice. O(points x options of the others) a round.
 *
 * @param key by point; at infeasible points it does not matter.
 */
export function lowestByMoves(
  { points, pointOf, movers }: Layout,
  among: readonly number[],
  component: { readonly of: Int32Array; readonly count: number },
  key: Int32Array,
): Int32Array {
  const oneWay = among.map((j) => movers[j]).filter((mover) => mover.oneWay > 0);
  const least = new Int32Array(component.count).fill(NOTHING);
  const { of } = component;
  const value = new Int32Array(points);
  for (const p of pointOf) if (key[p] < least[of[p]]) least[of[p]] = key[p];
  for (let changed = oneWay.length > 0; changed;) {
    changed = false;
    for (const mover of oneWay) {
      value.fill(NOTHING);
      for (const p of pointOf) value[p] = least[of[p]];
      spreadMin(value, mover);
      for (const p of pointOf) {
        if (value[p] < least[of[p]]) {
          least[of[p]] = value[p];
          changed = true;
        }
      }
    }
  }
  value.fill(0);
  for (const p of pointOf) value[p] = least[of[p]];
  return value;
}
