/**
 * Seeded random numbers (splitmix32: Steele, Lea, Flood 2014, in its 32-bit form): the same in every
 * run and on every machine. Not for secrets.
 */
export class Random {
  #state: number;

  /** @param seed any whole number; only its lowest 32 bits count. */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** The numbers for one of many draws, which is the same whoever makes it, and after which others. */
  static ofDraw(seed: number, index: number): Random {
    return new Random(Math.imul(seed, 0x9e3779b1) + index);
  }

  /** In [0, 1), in steps of 2^-32. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let z = this.#state ^ (this.#state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
}
