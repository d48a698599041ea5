import type { Components } from './components.js';
import type { Layout } from './layout.js';
import { NOTHING, spreadMin } from './spread.js';

/**
 * Lowers every feasible point's value to the least over it and everything the others can turn it into
 * by any moves. Reversible moves are closed off part by part; one-way moves are added by passes
 * over the option bits until nothing changes, at most one round more than the others have one-way
 * options, since no response uses one twice. O(points x options of the others) a round.
 *
 * @param values by point; infeasible points must hold NOTHING, and hold anything afterwards.
 */
export function lowerByMoves(
  values: Int32Array,
  { movers }: Layout,
  among: readonly number[],
  parts: Components,
  feasible: Uint32Array,
): void {
  const oneWay = among.map((j) => movers[j]).filter((mover) => mover.oneWay > 0);
  lowerByParts(values, parts);
  for (let changed = oneWay.length > 0; changed;) {
    const before = values.slice();
    for (const mover of oneWay) {
      clear(values, feasible);
      spreadMin(values, mover);
      clear(values, feasible);
      lowerByParts(values, parts);
    }
    changed = values.some((value, p) => value !== before[p]);
  }
}

/**
 * The least of each part, collected at the point that names it (a slot like any other, feasible or
 * not) and handed out again from the last point to the first, so that names come after their parts.
 * Infeasible points must hold NOTHING; afterwards they hold anything.
 */
function lowerByParts(values: Int32Array, { fixed, of }: Components): void {
  if (of) {
    for (let p = 0; p < values.length; p++) {
      const part = of[p];
      if (part >= 0 && values[p] < values[part]) values[part] = values[p];
    }
    for (let p = values.length - 1; p >= 0; p--) if (of[p] >= 0) values[p] = values[of[p]];
    return;
  }
  for (let p = 0; p < values.length; p++) {
    const value = values[p];
    const d = values[p & fixed] - value;
    values[p & fixed] = value + (d & (d >> 31));
  }
  for (let p = values.length - 1; p >= 0; p--) values[p] = values[p & fixed];
}

/** NOTHING at infeasible points. */
function clear(values: Int32Array, feasible: Uint32Array): void {
  for (let p = 0; p < values.length; p++)
    if (((feasible[p >>> 5] >>> (p & 31)) & 1) === 0) values[p] = NOTHING;
}
