import type { Watch } from '../watch.js';
import { NOTHING } from './spread.js';
import { tieBit, type RankedBlocks } from './order.js';

/**
 * Lowers every feasible point's value to the least over it and everything the others can turn it
 * into by improvements, each of its mover.
 *
 * A pass takes one of the others: within each of its blocks, sorted by rank, a point can be turned
 * into exactly the points after it that are ranked higher (and that one-way options allow), so a
 * running minimum from the top gives every point its value. Passes go round until a whole round
 * changes nothing: as many as the others alternate on the way to a least value, and one round. Each is
 * O(points of that decision maker's blocks), in order through memory.
 *
 * @param values by point; infeasible points are left alone.
 * @param budget passes after which to give up.
 * @returns whether the values are final: false where the passes were given up.
 */
export function lowerByImprovements(
  values: Int32Array,
  others: readonly RankedBlocks[],
  budget: number,
  watch: Watch,
): boolean {
  // A pass leaves nothing for a second one of the same decision maker to do.
  let unchanged = 0;
  for (let turn = 0; unchanged < others.length; turn++) {
    if (turn >= budget) return false;
    const blocks = others[turn % others.length];
    const run = blocks.mover.oneWay > 0 ? oneWayPass : pass;
    unchanged = run(values, blocks, watch) ? 1 : unchanged + 1;
  }
  return true;
}

/** Points between two calls of the watch: a millisecond or so. */
const WATCHED = 2 ** 18;

function pass(values: Int32Array, { mover, order, filled }: RankedBlocks, watch: Watch): boolean {
  const { shift } = mover;
  const options = mover.reversible;
  const lowMask = (1 << shift) - 1;
  const own = (1 << options) - 1;
  const tie = tieBit(order);
  const stretch = Math.max(1, WATCHED >>> options);
  let changes = 0;
  for (let from = 0; from < filled.length; from += stretch) {
    watch(from / filled.length);
    const to = Math.min(filled.length, from + stretch);
    for (let block = from; block < to; block++) {
      const first = ((block >>> shift) << (shift + options)) | (block & lowMask);
      const at = block << options;
      // The least value among the points ranked higher; among those of the present rank.
      let above = NOTHING;
      let level = NOTHING;
      for (let q = at + filled[block] - 1; q >= at; q--) {
        const entry = order[q];
        const x = first + ((entry & own) << shift);
        const value = values[x];
        const d = above - value;
        const least = value + (d & (d >> 31));
        values[x] = least;
        changes |= value ^ least;
        if ((entry & tie) !== 0) {
          if (least < level) level = least;
        } else {
          above = least;
          if (level < above) above = level;
          level = NOTHING;
        }
      }
    }
  }
  return changes !== 0;
}

/** The same where some of the options can only be taken, or only be given up. */
function oneWayPass(
  values: Int32Array,
  { mover, order, filled }: RankedBlocks,
  watch: Watch,
): boolean {
  const { shift } = mover;
  const options = mover.oneWay + mover.reversible;
  const lowMask = (1 << shift) - 1;
  const own = (1 << options) - 1;
  const tie = tieBit(order);
  const settings = (1 << mover.oneWay) - 1;
  const forward = mover.forward >>> shift;
  const back = mover.back >>> shift;
  // For each setting of the one-way options the least value among higher points it can get to.
  const above = new Int32Array(settings + 1);
  const stretch = Math.max(1, WATCHED >>> options);
  let changes = 0;
  for (let block = 0; block < filled.length; block++) {
    if (block % stretch === 0) watch(block / filled.length);
    const first = ((block >>> shift) << (shift + options)) | (block & lowMask);
    const at = block << options;
    above.fill(NOTHING);
    let q = at + filled[block] - 1;
    while (q >= at) {
      const top = q;
      for (let level = true; level; q--) {
        const entry = order[q];
        const x = first + ((entry & own) << shift);
        const value = values[x];
        const d = above[entry & settings] - value;
        const least = value + (d & (d >> 31));
        values[x] = least;
        changes |= value ^ least;
        level = (entry & tie) !== 0;
      }
      for (let t = top; t > q; t--) {
        const entry = order[t] & own;
        const value = values[first + (entry << shift)];
        const setting = entry & settings;
        // Every subset of the one-way options that may have changed on the way here.
        const changeable = (setting & forward) | (~setting & back);
        let changed = 0;
        do {
          if (value < above[setting ^ changed]) above[setting ^ changed] = value;
          changed = (changed - changeable) & changeable;
        } while (changed !== 0);
      }
    }
  }
  return changes !== 0;
}
