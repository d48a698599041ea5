import { expectOptions, type Formula } from './formula.js';
import type { StateSpace } from './space.js';
import { evaluate, type StateBits } from './state-bits.js';

/** Where each formula holds, for all states at once: a few word operations per 32 states and node. */
export class TruthTable {
  readonly #columns: (StateBits | undefined)[];

  constructor(readonly space: StateSpace) {
    this.#columns = new Array<StateBits | undefined>(space.optionCount);
  }

  /** @throws EngineError 'bad-argument' for an option that the space does not have. */
  of(formula: Formula): StateBits {
    expectOptions(formula, this.space.optionCount);
    const words = (this.space.size + 31) >>> 5;
    return trimmed(
      evaluate(formula, words, (option) => this.#column(option)),
      this.space.size,
    );
  }

  #column(option: number): StateBits {
    const known = this.#columns[option];
    if (known) return known;
    const { codes, size } = this.space;
    const column = new Uint32Array((size + 31) >>> 5);
    for (let s = 0; s < size; s++) {
      if ((codes[s] >>> option) & 1) column[s >>> 5] |= 1 << (s & 31);
    }
    this.#columns[option] = column;
    return column;
  }
}

function trimmed(bits: StateBits, size: number): StateBits {
  const rest = size & 31;
  if (rest !== 0) bits[bits.length - 1] &= (1 << rest) - 1;
  return bits;
}
