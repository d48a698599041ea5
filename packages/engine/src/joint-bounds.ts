import type { Ranks } from './ranks.js';
import type { StateSpace } from './space.js';

/** Bits of a code that are looked up at once when a part of it is packed. */
const CHUNK = 11;

/**
 * The least rank among the feasible states that agree with a code on some of the options, whatever
 * the others are: a bound on what can come out once those options are decided.
 */
export class JointBounds {
  readonly #packed: readonly Int32Array[];
  readonly #least: Int32Array;

  /**
   * @param decided bit set of the options that are decided.
   * @returns null where there are far more ways to decide them than states.
   */
  static within(space: StateSpace, ranks: Ranks, decided: number): JointBounds | null {
    let bits = 0;
    for (let rest = decided; rest !== 0; rest &= rest - 1) bits++;
    return 2 ** bits > 4096 + 4 * space.size ? null : new JointBounds(space, ranks, decided, bits);
  }

  private constructor({ codes }: StateSpace, ranks: Ranks, decided: number, bits: number) {
    this.#packed = packing(decided);
    this.#least = new Int32Array(2 ** bits).fill(2 ** 31 - 1);
    for (let s = 0; s < codes.length; s++) {
      const at = this.#pack(codes[s]);
      if (ranks[s] < this.#least[at]) this.#least[at] = ranks[s];
    }
  }

  /** The largest number there is where no feasible state agrees with the code. */
  at(code: number): number {
    return this.#least[this.#pack(code)];
  }

  #pack(code: number): number {
    const [low, middle, high] = this.#packed;
    return low[code & 2047] | middle[(code >>> CHUNK) & 2047] | high[code >>> (2 * CHUNK)];
  }
}

/** For each chunk of a code, the bits of it that count, moved together. */
function packing(decided: number): Int32Array[] {
  let place = 0;
  return [0, 1, 2].map((chunk) => {
    const table = new Int32Array(2 ** CHUNK);
    for (let k = 0; k < CHUNK && chunk * CHUNK + k < 32; k++) {
      if (((decided >>> (chunk * CHUNK + k)) & 1) === 0) continue;
      for (let value = 0; value < table.length; value++)
        if ((value >>> k) & 1) table[value] |= 1 << place;
      place++;
    }
    return table;
  });
}
