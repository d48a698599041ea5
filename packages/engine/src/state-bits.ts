import type { Formula } from './formula.js';

/** One bit a state, by index: bit `s & 31` of word `s >>> 5`. Bits beyond the last state are 0. */
export type StateBits = Uint32Array;

/**
 * The formula's bits from those of the options. What it returns is new; the options' columns are
 * left alone. Bits beyond the last state may be set.
 */
export function evaluate(
  formula: Formula,
  words: number,
  column: (option: number) => StateBits,
): StateBits {
  // Of an option its own column, which is only looked at.
  const bitsOf = (part: Formula): StateBits =>
    part.kind === 'option' ? column(part.option) : evaluate(part, words, column);
  switch (formula.kind) {
    case 'constant':
      return new Uint32Array(words).fill(formula.value ? 0xffffffff : 0);
    case 'option':
      return column(formula.option).slice();
    case 'not': {
      const bits = evaluate(formula.of, words, column);
      for (let w = 0; w < words; w++) bits[w] = ~bits[w];
      return bits;
    }
    case 'and': {
      const all = new Uint32Array(words).fill(0xffffffff);
      for (const part of formula.of) {
        const bits = bitsOf(part);
        for (let w = 0; w < words; w++) all[w] &= bits[w];
      }
      return all;
    }
    case 'or': {
      const some = new Uint32Array(words);
      for (const part of formula.of) {
        const bits = bitsOf(part);
        for (let w = 0; w < words; w++) some[w] |= bits[w];
      }
      return some;
    }
    case 'xor': {
      const odd = new Uint32Array(words);
      for (const part of formula.of) {
        const bits = bitsOf(part);
        for (let w = 0; w < words; w++) odd[w] ^= bits[w];
      }
      return odd;
    }
    case 'iff': {
      const alike = new Uint32Array(words).fill(0xffffffff);
      for (const part of formula.of) {
        const bits = bitsOf(part);
        for (let w = 0; w < words; w++) alike[w] = ~(alike[w] ^ bits[w]);
      }
      return alike;
    }
    case 'count':
      return evaluateCount(formula.min, formula.max, formula.of.map(bitsOf), words);
  }
}

/** Where at least `min` and at most `max` of the columns have their bit set. */
function evaluateCount(
  min: number,
  max: number,
  parts: readonly StateBits[],
  words: number,
): StateBits {
  const result = new Uint32Array(words);
  if (min > parts.length || max < 0) return result;
  const least = Math.max(min, 0);
  const most = Math.min(max, parts.length);
  // reached[k]: at least k of the parts seen so far hold.
  const reached = Array.from({ length: Math.max(least, most + 1) + 1 }, (_, k) =>
    new Uint32Array(words).fill(k === 0 ? 0xffffffff : 0),
  );
  for (const part of parts)
    for (let k = reached.length - 1; k >= 1; k--)
      for (let w = 0; w < words; w++) reached[k][w] |= reached[k - 1][w] & part[w];
  for (let w = 0; w < words; w++) result[w] = reached[least][w] & ~reached[most + 1][w];
  return result;
}

/** Whether the bit of the state is set. */
export function isSet(bits: StateBits, state: number): boolean {
  return ((bits[state >>> 5] >>> (state & 31)) & 1) === 1;
}

/** The states whose bits are set, ascending. */
export function eachSet(bits: StateBits, see: (state: number) => void): void {
  for (let w = 0; w < bits.length; w++)
    for (let rest = bits[w]; rest !== 0; rest &= rest - 1)
      see(32 * w + 31 - Math.clz32(rest & -rest));
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

/** How many bits of a number are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
