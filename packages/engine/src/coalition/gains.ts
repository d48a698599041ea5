import type { Ranks } from '../ranks.js';
import type { Coalition } from './coalition.js';
import type { ImprovementRule } from './rules.js';

/**
 * What a coalition compares states by, as vectors: x is an improvement on s for it exactly where
 * each component of the value of x exceeds that of the bar of s.
 *
 * Where every member has to gain, values and bars are the members' ranks. For Pareto improvements a
 * member's bar is one less, so that equal ranks pass, and a last component, the sum of the ranks,
 * has to grow: with no member losing that says that one gains.
 */
export class Gains {
  readonly width: number;
  /** By state, `width` components each. */
  readonly values: Int32Array;
  readonly bars: Int32Array;

  constructor(
    ranks: readonly Ranks[],
    readonly coalition: Coalition,
    rule: ImprovementRule,
    size: number,
  ) {
    const members = coalition.length;
    const pareto = rule === 'Pareto' && members > 1;
    this.width = pareto ? members + 1 : members;
    this.values = new Int32Array(size * this.width);
    this.bars = pareto ? new Int32Array(size * this.width) : this.values;
    for (let s = 0; s < size; s++) {
      const at = s * this.width;
      let sum = 0;
      for (let k = 0; k < members; k++) {
        const rank = ranks[coalition[k]][s];
        this.values[at + k] = rank;
        this.bars[at + k] = pareto ? rank - 1 : rank;
        sum += rank;
      }
      if (!pareto) continue;
      this.values[at + members] = sum;
      this.bars[at + members] = sum;
    }
  }

  /** Whether state x is an improvement on state s. */
  improves(x: number, s: number): boolean {
    return exceeds(this.values, x * this.width, this.bars, s * this.width, this.width);
  }
}

/** Whether each of `width` components from `a` on exceeds that from `b` on. */
export function exceeds(
  values: Int32Array,
  a: number,
  bars: Int32Array,
  b: number,
  width: number,
): boolean {
  for (let k = 0; k < width; k++) if (values[a + k] <= bars[b + k]) return false;
  return true;
}
