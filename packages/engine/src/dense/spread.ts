import type { MoverBits } from './layout.js';

/** Stands for "no value" in minima: larger than any rank, and differences to ranks fit 32 bits. */
export const NOTHING = 0x3fffffff;

/**
 * The largest value over each point and all points the decision maker can move to from it, for all
 * points at once and in place: one pass for each of its options, since directions hold option by
 * option. Infeasible points must hold a value below all others; they are passed through, because
 * only the end of a move has to be feasible. O(points x own options), sequential.
 */
export function spreadMax(values: Int32Array, mover: MoverBits): void {
  let k = mover.shift;
  const reversible = k + mover.oneWay;
  const end = reversible + mover.reversible;
  for (; k < reversible; k++) {
    const bit = 1 << k;
    const up = (mover.back & bit) === 0;
    maxOneWay(values, bit, up ? 0 : bit, up ? bit : 0);
  }
  for (; k + 1 < end; k += 2) maxFour(values, 1 << k);
  if (k < end) maxTwo(values, 1 << k);
}

/** The same with the smallest value; infeasible points must hold NOTHING. */
export function spreadMin(values: Int32Array, mover: MoverBits): void {
  for (let k = 0; k < mover.oneWay + mover.reversible; k++) {
    const bit = 1 << (mover.shift + k);
    const up = (mover.back & bit) === 0;
    const down = (mover.forward & bit) === 0;
    if (up && down) minTwo(values, bit);
    else minOneWay(values, bit, up ? 0 : bit, up ? bit : 0);
  }
}

// The larger of a and b is a - (d & (d >> 31)) with d = a - b: no branch to be mispredicted, which
// on values in no particular order is most of the time otherwise.

function maxTwo(values: Int32Array, bit: number): void {
  for (let base = 0; base < values.length; base += 2 * bit)
    for (let p = base; p < base + bit; p++) {
      const a = values[p];
      const d = a - values[p + bit];
      const largest = a - (d & (d >> 31));
      values[p] = largest;
      values[p + bit] = largest;
    }
}

/** Two options at once: half the passes through memory. */
function maxFour(values: Int32Array, bit: number): void {
  for (let base = 0; base < values.length; base += 4 * bit)
    for (let p = base; p < base + bit; p++) {
      const a = values[p];
      const b = values[p + 2 * bit];
      let d = a - values[p + bit];
      const low = a - (d & (d >> 31));
      d = b - values[p + 3 * bit];
      const high = b - (d & (d >> 31));
      d = low - high;
      const largest = low - (d & (d >> 31));
      values[p] = largest;
      values[p + bit] = largest;
      values[p + 2 * bit] = largest;
      values[p + 3 * bit] = largest;
    }
}

function maxOneWay(values: Int32Array, bit: number, from: number, to: number): void {
  for (let base = 0; base < values.length; base += 2 * bit)
    for (let p = base; p < base + bit; p++) {
      const a = values[p + from];
      const d = a - values[p + to];
      values[p + from] = a - (d & (d >> 31));
    }
}

function minTwo(values: Int32Array, bit: number): void {
  for (let base = 0; base < values.length; base += 2 * bit)
    for (let p = base; p < base + bit; p++) {
      const b = values[p + bit];
      const d = values[p] - b;
      const smallest = b + (d & (d >> 31));
      values[p] = smallest;
      values[p + bit] = smallest;
    }
}

function minOneWay(values: Int32Array, bit: number, from: number, to: number): void {
  for (let base = 0; base < values.length; base += 2 * bit)
    for (let p = base; p < base + bit; p++) {
      const b = values[p + to];
      const d = values[p + from] - b;
      values[p + from] = b + (d & (d >> 31));
    }
}
