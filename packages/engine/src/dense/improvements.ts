import type { Layout, MoverBits } from './layout.js';

/** One decision maker's blocks: points that differ in its reversible options only, worst first. */
export interface RankedBlocks {
  readonly mover: MoverBits;
  readonly ranks: Int32Array;
  /** Block after block, 2^reversible places each; feasible points by ascending rank come first. */
  readonly order: Uint32Array;
  /** Number of feasible points of each block. */
  readonly filled: Int32Array;
}

/** Sorts each block of a decision maker by its rank. O(points x log block). */
export function rankedBlocks(
  { points }: Layout,
  mover: MoverBits,
  ranks: Int32Array,
): RankedBlocks {
  const low = mover.shift + mover.oneWay;
  const length = 1 << mover.reversible;
  const order = new Uint32Array(points);
  const filled = new Int32Array(points >>> mover.reversible);
  const sorted = length > SHORT ? new Float64Array(length) : null;
  for (let block = 0; block < filled.length; block++) {
    const first = firstPoint(block, low, mover.reversible);
    const at = block << mover.reversible;
    let count = 0;
    if (sorted) {
      for (let k = 0; k < length; k++) {
        const p = (first + (k << low)) >>> 0;
        if (ranks[p] > 0) sorted[count++] = ranks[p] * length + k;
      }
      const part = sorted.subarray(0, count).sort();
      for (let k = 0; k < count; k++) order[at + k] = (first + ((part[k] % length) << low)) >>> 0;
    } else {
      for (let k = 0; k < length; k++) {
        const p = (first + (k << low)) >>> 0;
        const rank = ranks[p];
        if (rank === 0) continue;
        let place = at + count++;
        while (place > at && ranks[order[place - 1]] > rank) {
          order[place] = order[place - 1];
          place--;
        }
        order[place] = p;
      }
    }
    filled[block] = count;
  }
  return { mover, ranks, order, filled };
}

/** Blocks up to this length are sorted by insertion. */
const SHORT = 64;

/**
 * For every feasible point the least key over it and everything the others can turn it into by
 * improvements, each of its mover. Points are visited in ascending key; from each still unlabelled
 * one the search runs backwards. What a decision maker can improve from to y are the points of
 * y's block ranked below y: a prefix of the sorted block, labelled behind a pointer that only
 * advances. One-way options split blocks, so the blocks from which y's can be entered are gone
 * through. O(points x others x 2^(one-way options of one)) after sorting.
 *
 * @param key by point; at infeasible points it does not matter.
 */
export function lowestByImprovements(
  { points, pointOf }: Layout,
  others: readonly RankedBlocks[],
  key: Int32Array,
): Int32Array {
  const label = new Int32Array(points);
  const stack = new Uint32Array(pointOf.length);
  const pointers = others.map(({ filled }) => new Int32Array(filled.length));
  for (const start of ascending(pointOf, key)) {
    if (label[start] !== 0) continue;
    const least = key[start];
    label[start] = least;
    let top = 0;
    stack[top++] = start;
    while (top > 0) {
      const y = stack[--top];
      for (let o = 0; o < others.length; o++) {
        const { mover, ranks, order, filled } = others[o];
        const pointer = pointers[o];
        const rank = ranks[y];
        const { reversible, forward, back } = mover;
        const low = mover.shift + mover.oneWay;
        const lowMask = (1 << low) - 1;
        const highShift = low + reversible;
        const taken = y & forward;
        const dropped = ~y & back;
        // Every subset of the one-way options that may have changed on the way to y.
        const changeable = taken | dropped;
        let changed = 0;
        do {
          const from = y ^ changed;
          const block = ((from >>> highShift) << low) | (from & lowMask);
          const at = block << reversible;
          const end = filled[block];
          let k = pointer[block];
          while (k < end && ranks[order[at + k]] < rank) {
            const x = order[at + k++];
            if (label[x] === 0) {
              label[x] = least;
              stack[top++] = x;
            }
          }
          pointer[block] = k;
          changed = (changed - changeable) & changeable;
        } while (changed !== 0);
      }
    }
  }
  return label;
}

/** The points by ascending key, 1 or more: a counting sort. */
function ascending(pointOf: Uint32Array, key: Int32Array): Uint32Array {
  let largest = 0;
  for (const p of pointOf) if (key[p] > largest) largest = key[p];
  const place = new Int32Array(largest + 2);
  for (const p of pointOf) place[key[p] + 1]++;
  for (let k = 1; k < place.length; k++) place[k] += place[k - 1];
  const order = new Uint32Array(pointOf.length);
  for (const p of pointOf) order[place[key[p]]++] = p;
  return order;
}

function firstPoint(block: number, low: number, reversible: number): number {
  return (((block >>> low) << (low + reversible)) | (block & ((1 << low) - 1))) >>> 0;
}
