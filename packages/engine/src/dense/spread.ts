import type { MoverBits } from './layout.js';

/** Stands for "no value" in minima; larger than any rank. */
export const NOTHING = 0x7fffffff;

/**
 * The largest value over each point and all points the decision maker can move to from it, for all
 * points at once and in place: one pass for each of its options, since directions hold option by
 * option. Infeasible points must hold a value below all others; they are passed through, because
 * only the end of a move has to be feasible. O(points x own options), sequential.
 */
export function spreadMax(values: Int32Array, mover: MoverBits): void {
  for (let k = 0; k < mover.oneWay + mover.reversible; k++) {
    const bit = 1 << (mover.shift + k);
    const up = (mover.back & bit) === 0;
    const down = (mover.forward & bit) === 0;
    if (up && down) {
      for (let base = 0; base < values.length; base += 2 * bit) {
        for (let p = base; p < base + bit; p++) {
          const without = values[p];
          const taken = values[p + bit];
          if (without < taken) values[p] = taken;
          else values[p + bit] = without;
        }
      }
    } else {
      const from = up ? 0 : bit;
      const to = up ? bit : 0;
      for (let base = 0; base < values.length; base += 2 * bit)
        for (let p = base; p < base + bit; p++)
          if (values[p + to] > values[p + from]) values[p + from] = values[p + to];
    }
  }
}

/** The same with the smallest value; infeasible points must hold NOTHING. */
export function spreadMin(values: Int32Array, mover: MoverBits): void {
  for (let k = 0; k < mover.oneWay + mover.reversible; k++) {
    const bit = 1 << (mover.shift + k);
    const up = (mover.back & bit) === 0;
    const down = (mover.forward & bit) === 0;
    if (up && down) {
      for (let base = 0; base < values.length; base += 2 * bit) {
        for (let p = base; p < base + bit; p++) {
          const without = values[p];
          const taken = values[p + bit];
          if (without > taken) values[p] = taken;
          else values[p + bit] = without;
        }
      }
    } else {
      const from = up ? 0 : bit;
      const to = up ? bit : 0;
      for (let base = 0; base < values.length; base += 2 * bit)
        for (let p = base; p < base + bit; p++)
          if (values[p + to] < values[p + from]) values[p + from] = values[p + to];
    }
  }
}
