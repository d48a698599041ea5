import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EngineError,
  fromScores,
  indifferent,
  prioritized,
  ranked,
  type Ranks,
} from '../src/index.js';

/** Every number from 1 to the largest occurs. */
function expectDense(ranks: Ranks): void {
  const seen = new Set(ranks);
  expect(seen.size).toBe(ranks.length === 0 ? 0 : Math.max(...ranks));
  for (let rank = 1; rank <= seen.size; rank++) expect(seen.has(rank)).toBe(true);
}

/** Lexicographically, true before false: positive where x is the better. */
function lexicographic(statements: readonly boolean[][], x: number, y: number): number {
  for (const statement of statements)
    if (statement[x] !== statement[y]) return statement[x] ? 1 : -1;
  return 0;
}

const packed = (statement: readonly boolean[]): Uint32Array => {
  const bits = new Uint32Array((statement.length + 31) >>> 5);
  statement.forEach((holds, s) => {
    if (holds) bits[s >>> 5] |= 1 << (s & 31);
  });
  return bits;
};

function expectPrioritized(size: number, statements: readonly boolean[][]): void {
  const ranks = prioritized(size, statements.map(packed));
  expectDense(ranks);
  for (let x = 0; x < size; x++)
    for (let y = 0; y < size; y++)
      if (Math.sign(ranks[x] - ranks[y]) !== lexicographic(statements, x, y))
        expect.fail(`states ${x} and ${y} of ${size}`);
}

test('prioritization is the lexicographic comparison of truth vectors', () => {
  const random = fc
    .nat(40)
    .chain((size) =>
      fc
        .array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), { maxLength: 8 })
        .map((statements) => ({ size, statements })),
    );
  fc.assert(
    fc.property(random, ({ size, statements }) => expectPrioritized(size, statements)),
    { numRuns: 500 },
  );
});

test('also for more statements than a number has bits', () => {
  // Each statement holds in one state only, so that all 100 are needed.
  const size = 101;
  const one = Array.from({ length: 100 }, (_, k) =>
    Array.from({ length: size }, (_, s) => s === k),
  );
  expectPrioritized(size, one);
  expect(Array.from(prioritized(size, one.map(packed)))).toEqual(
    Array.from({ length: size }, (_, s) => size - s),
  );
  // 70 that say nothing, then one that does.
  const silent = Array.from({ length: 70 }, () => new Array<boolean>(size).fill(true));
  expectPrioritized(size, [...silent, one[3]]);
});

test('no statements: indifferent', () => {
  expect(prioritized(3, [])).toEqual(indifferent(3));
  expect(Array.from(indifferent(3))).toEqual([1, 1, 1]);
  expect(prioritized(0, [new Uint32Array(0)])).toEqual(indifferent(0));
});

test('scores keep their order and their ties', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.integer({ min: -3, max: 3 }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
      ),
      (scores) => {
        const ranks = fromScores(Float64Array.from(scores));
        expectDense(ranks);
        scores.forEach((a, x) =>
          scores.forEach((b, y) =>
            expect(Math.sign(ranks[x] - ranks[y])).toBe(a === b ? 0 : a > b ? 1 : -1),
          ),
        );
      },
    ),
  );
});

test('scores that are infinite or no number are refused', () => {
  for (const bad of [NaN, Infinity, -Infinity]) {
    expect(() => fromScores(Float64Array.of(0, bad))).toThrow(EngineError);
    expect(() => fromScores(Float64Array.of(0, bad))).toThrow(`the score of state 1 is ${bad}`);
  }
});

test('a direct ranking: cell 0 is the best, empty cells do not matter', () => {
  expect(Array.from(ranked(Int32Array.of(4, 0, 2, 4)))).toEqual([1, 3, 2, 1]);
});
