import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createModel, decimalSum, fromScores, integersOf, weightedScores } from '../src/index.js';

/** Where bit k of the state's number is set. */
const bit = (size: number, k: number): Uint32Array => {
  const bits = new Uint32Array((size + 31) >>> 5);
  for (let s = 0; s < size; s++) if ((s >>> k) & 1) bits[s >>> 5] |= 1 << (s & 31);
  return bits;
};
const ranksOf = (weights: readonly bigint[]): number[] => {
  const size = 2 ** weights.length;
  const sets = weights.map((weight, k) => ({ holds: bit(size, k), weight }));
  return Array.from(fromScores(weightedScores(size, sets)));
};

test('decimals on one scale, as they are written', () => {
  expect(integersOf([0.1, 2, -1.25, 0])).toEqual([10n, 200n, -125n, 0n]);
  expect(integersOf([1e21, 1e-7, '-0.30', 5n])).toEqual([10n ** 28n, 1n, -3_000_000n, 50_000_000n]);
  expect(integersOf(['9007199254740993', 2 ** 53 - 1])).toEqual([2n ** 53n + 1n, 2n ** 53n - 1n]);
  expect(integersOf([])).toEqual([]);
});

test('sums of decimals, to the last digit', () => {
  expect(decimalSum([])).toBe('0');
  expect(decimalSum(['0.1', '0.2'])).toBe('0.3');
  expect(decimalSum(['-0.25', '0.05'])).toBe('-0.2');
  expect(decimalSum(['1.5', '1.50', '-3'])).toBe('0');
  expect(decimalSum(['1e21', '9007199254740993', '1e-7'])).toBe('1000009007199254740993.0000001');
});

test('sums of weights are compared exactly, whatever their size', () => {
  const weight = fc
    .tuple(fc.bigInt(-9n, 9n), fc.nat(70), fc.bigInt(-1n, 1n))
    .map(([some, power, little]) => some * 2n ** BigInt(power) + little);
  fc.assert(
    fc.property(fc.array(weight, { maxLength: 6 }), (weights) => {
      const ranks = ranksOf(weights);
      const sum = (s: number): bigint =>
        weights.reduce((total, w, k) => ((s >>> k) & 1 ? total + w : total), 0n);
      for (let x = 0; x < ranks.length; x++)
        for (let y = 0; y < x; y++)
          expect(Math.sign(ranks[x] - ranks[y])).toBe(
            sum(x) === sum(y) ? 0 : sum(x) > sum(y) ? 1 : -1,
          );
      expect(Math.max(...ranks)).toBe(new Set(ranks).size);
    }),
  );
});

test('the least difference counts beside the largest weight', () => {
  expect(ranksOf([2n ** 30n, 1n])).toEqual([1, 3, 2, 4]);
  expect(ranksOf([10n ** 300n, 1n])).toEqual([1, 3, 2, 4]);
  const tens = Array.from({ length: 10 }, (_, k) => 10n ** BigInt(9 - k));
  expect(new Set(ranksOf(tens)).size).toBe(1024);
});

test('the weights of a description are decimals', () => {
  const { game } = createModel({
    decisionMakers: [
      { name: 'A', options: ['p', 'q', 'r'], weights: { p: 0.1, q: 0.2, r: 0.3 } },
      { name: 'B', options: [], weights: { p: 2 ** 30, q: 1 } },
    ],
  });
  // By number of the state: p alone is 1, q 2, r 4; r is worth as much as p and q together.
  expect(Array.from(game.ranks[0])).toEqual([1, 2, 3, 4, 4, 5, 6, 7]);
  expect(Array.from(game.ranks[1])).toEqual([1, 3, 2, 4, 1, 3, 2, 4]);
});
