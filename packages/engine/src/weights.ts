import { EngineError } from './errors.js';
import type { Scores } from './ranks.js';
import { isSet, type StateBits } from './state-bits.js';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;

/**
 * Decimals as integers on one scale, so that their sums and differences compare exactly: 0.1, 2 and
 * -1.25 become 10, 200 and -125. A number stands for the shortest decimal that is read as it, which is how it is
 * written: 0.1 for a tenth.
 * @throws EngineError 'bad-argument' for what is no decimal.
 */
export function integersOf(decimals: Iterable<number | bigint | string>): bigint[] {
  const parts = Array.from(decimals, (decimal) => {
    const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(String(decimal)) ?? [];
    if (whole === undefined)
      throw new EngineError('bad-argument', `${decimal} is not a finite decimal number`);
    const digits = BigInt(whole + fraction);
    return {
      value: sign === '-' ? -digits : digits,
      power: Number(exponent) - fraction.length,
    };
  });
  const least = parts.reduce((power, part) => Math.min(power, part.power), 0);
  return parts.map(({ value, power }) => value * 10n ** BigInt(power - least));
}

/** The sum of decimals to the last digit, without an exponent. */
export function decimalSum(decimals: readonly string[]): string {
  const integers = integersOf([...decimals, 1]);
  const one = integers.pop()!;
  const sum = integers.reduce((total, n) => total + n, 0n);
  const amount = sum < 0n ? -sum : sum;
  const fraction = String((amount % one) + one)
    .slice(1)
    .replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${amount / one}${fraction && `.${fraction}`}`;
}

/** What is added where something holds. */
export interface WeightedSet {
  readonly holds: StateBits;
  readonly weight: bigint;
}

/** The sum of the weights of what holds in each state (theory 2.2), exactly. */
export function weightedScores(size: number, sets: readonly WeightedSet[]): Scores {
  if (numbersHold(sets.map(({ weight }) => weight))) {
    const scores = new Float64Array(size);
    for (const { holds, weight } of sets) {
      const added = Number(weight);
      for (let s = 0; s < size; s++) if (isSet(holds, s)) scores[s] += added;
    }
    return scores;
  }
  const scores = new Array<bigint>(size).fill(0n);
  for (const { holds, weight } of sets)
    for (let s = 0; s < size; s++) if (isSet(holds, s)) scores[s] += weight;
  return scores;
}

/** Whether every sum of some of these integers is exact as a number. */
export function numbersHold(integers: readonly bigint[]): boolean {
  const sum = integers.reduce((total, n) => total + (n < 0n ? -n : n), 0n);
  return sum <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** By place in an ascending list of sums: how many of them are less by the step or more. */
export function placesBelow(sums: readonly bigint[], step: bigint): Int32Array {
  let count = 0;
  return Int32Array.from(sums, (sum) => {
    while (sum - sums[count] >= step) count++;
    return count;
  });
}
