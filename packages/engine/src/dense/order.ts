import type { Ranks } from '../ranks.js';
import type { Layout, MoverBits } from './layout.js';

/**
 * One decision maker's blocks (points that differ in its own options only), each sorted by its
 * rank, worst first.
 */
export interface RankedBlocks {
  readonly mover: MoverBits;
  /**
   * Block after block, 2^options places each, the feasible points first: a point's own options, and
   * the top bit where the point is ranked the same as the one before it.
   */
  readonly order: Uint16Array | Uint32Array;
  /** Number of feasible points of each block. */
  readonly filled: Uint32Array;
}

/** The top bit of an entry of `order`. */
export function tieBit(order: Uint16Array | Uint32Array): number {
  return order instanceof Uint16Array ? 0x8000 : 0x80000000;
}

/**
 * Sorts every block of a decision maker: the states are dealt out to their blocks in ascending rank.
 * O(states), with writes that stay close together: first by the high digits of the rank into runs,
 * then each run by the low ones.
 *
 * @param scratch two arrays with a place for every state.
 * @param into where the result is written, such as shared memory; new arrays when left out.
 */
export function rankedBlocks(
  { points, pointOf }: Layout,
  mover: MoverBits,
  ranks: Ranks,
  scratch: readonly [Int32Array, Int32Array],
  into: RankedBlocks = emptyBlocks(points, mover),
): RankedBlocks {
  const options = mover.oneWay + mover.reversible;
  const { order, filled } = into;
  const { shift } = mover;
  const lowMask = (1 << shift) - 1;
  const own = (1 << options) - 1;
  const tie = tieBit(order);
  let largest = 0;
  for (let s = 0; s < ranks.length; s++) if (ranks[s] > largest) largest = ranks[s];
  // Rank of the last point of each block, where points may be ranked the same.
  const last = largest < ranks.length ? new Int32Array(filled.length) : null;

  const digits = Math.max(0, Math.ceil((32 - Math.clz32(largest)) / 2));
  const run = new Int32Array((largest >>> digits) + 2);
  const place = new Int32Array(2 ** digits + 1);
  const [runRanks, runPoints] = scratch;

  for (let s = 0; s < ranks.length; s++) run[(ranks[s] >>> digits) + 1]++;
  for (let k = 1; k < run.length; k++) run[k] += run[k - 1];
  for (let s = 0; s < ranks.length; s++) {
    const at = run[ranks[s] >>> digits]++;
    runRanks[at] = ranks[s];
    runPoints[at] = pointOf[s];
  }
  let sorted = new Int32Array(1024);
  const lowDigits = 2 ** digits - 1;
  for (let k = 0, start = 0; k < run.length - 1; start = run[k++]) {
    const end = run[k];
    if (end - start > sorted.length) sorted = new Int32Array(2 * (end - start));
    place.fill(0);
    for (let at = start; at < end; at++) place[(runRanks[at] & lowDigits) + 1]++;
    for (let d = 1; d < place.length; d++) place[d] += place[d - 1];
    for (let at = start; at < end; at++) sorted[place[runRanks[at] & lowDigits]++] = at;
    for (let q = 0; q < end - start; q++) {
      const p = runPoints[sorted[q]];
      const rank = runRanks[sorted[q]];
      const block = ((p >>> (shift + options)) << shift) | (p & lowMask);
      const position = filled[block]++;
      order[(block << options) + position] = (p >>> shift) & own;
      if (!last) continue;
      if (last[block] === rank) order[(block << options) + position] |= tie;
      last[block] = rank;
    }
  }
  return into;
}

/** Memory for `rankedBlocks`; `allocate` gives zeroed bytes. */
export function emptyBlocks(
  points: number,
  mover: MoverBits,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): RankedBlocks {
  const options = mover.oneWay + mover.reversible;
  return {
    mover,
    order:
      options <= 15 ? new Uint16Array(allocate(2 * points)) : new Uint32Array(allocate(4 * points)),
    filled: new Uint32Array(allocate(4 * (points >>> options))),
  };
}
