import type { Formula } from './formula.js';
import type { StateSpace } from './space.js';

/** One bit a state, by index: bit `s & 31` of word `s >>> 5`. Bits beyond the last state are 0. */
export type StateBits = Uint32Array;

/** Where each formula holds, for all states at once: a few word operations per 32 states and node. */
export class TruthTable {
  readonly #words: number;
  readonly #columns: (StateBits | undefined)[];

  constructor(readonly space: StateSpace) {
    this.#words = (space.size + 31) >>> 5;
    this.#columns = new Array<StateBits | undefined>(space.optionCount);
  }

  of(formula: Formula): StateBits {
    return trimmed(this.#evaluate(formula), this.space.size);
  }

  #evaluate(formula: Formula): StateBits {
    switch (formula.kind) {
      case 'constant':
        return new Uint32Array(this.#words).fill(formula.value ? 0xffffffff : 0);
      case 'option':
        return this.#option(formula.option).slice();
      case 'not':
        return inverted(this.#evaluate(formula.of));
      case 'and':
        return this.#fold(formula.of, 0xffffffff, (a, b) => a & b);
      case 'or':
        return this.#fold(formula.of, 0, (a, b) => a | b);
      case 'xor':
        return this.#fold(formula.of, 0, (a, b) => a ^ b);
      case 'iff':
        return this.#fold(formula.of, 0xffffffff, (a, b) => ~(a ^ b));
      case 'count':
        return this.#count(formula.min, formula.max, formula.of);
    }
  }

  #option(option: number): StateBits {
    const known = this.#columns[option];
    if (known) return known;
    const { codes, size } = this.space;
    const column = new Uint32Array(this.#words);
    for (let s = 0; s < size; s++) {
      if ((codes[s] >>> option) & 1) column[s >>> 5] |= 1 << (s & 31);
    }
    this.#columns[option] = column;
    return column;
  }

  #fold(
    parts: readonly Formula[],
    start: number,
    join: (a: number, b: number) => number,
  ): StateBits {
    const result = new Uint32Array(this.#words).fill(start >>> 0);
    for (const part of parts) {
      const column = this.#evaluate(part);
      for (let w = 0; w < result.length; w++) result[w] = join(result[w], column[w]);
    }
    return result;
  }

  #count(min: number, max: number, parts: readonly Formula[]): StateBits {
    // reached[k]: at least k of the parts seen so far hold.
    const top = Math.min(parts.length, max) + 1;
    const reached = Array.from({ length: top + 1 }, (_, k) =>
      new Uint32Array(this.#words).fill(k === 0 ? 0xffffffff : 0),
    );
    for (const part of parts) {
      const column = this.#evaluate(part);
      for (let k = top; k >= 1; k--) {
        for (let w = 0; w < column.length; w++) reached[k][w] |= reached[k - 1][w] & column[w];
      }
    }
    const result = new Uint32Array(this.#words);
    if (min > parts.length) return result;
    for (let w = 0; w < result.length; w++) {
      const tooMany = max < parts.length ? reached[max + 1][w] : 0;
      result[w] = min > top ? 0 : reached[min][w] & ~tooMany;
    }
    return result;
  }
}

/** Whether the bit of the state is set. */
export function isSet(bits: StateBits, state: number): boolean {
  return ((bits[state >>> 5] >>> (state & 31)) & 1) === 1;
}

/** How many bits are set. */
export function countSet(bits: StateBits): number {
  let count = 0;
  for (let word of bits) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

function inverted(bits: StateBits): StateBits {
  for (let w = 0; w < bits.length; w++) bits[w] = ~bits[w];
  return bits;
}

function trimmed(bits: StateBits, size: number): StateBits {
  const rest = size & 31;
  if (rest !== 0) bits[bits.length - 1] &= (1 << rest) - 1;
  return bits;
}
