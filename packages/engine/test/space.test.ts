import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EngineError,
  enumerateStates,
  findFeasible,
  stateSpace,
  type Formula,
} from '../src/index.js';
import { option } from './formulas.js';
import { formula, truth } from './random-formula.js';

/** What is thrown, for checks on code and limit. */
function refusal(call: () => unknown): EngineError {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    return error as EngineError;
  }
  throw new Error('nothing was thrown');
}

test('feasible states are those of brute force, in ascending order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.array(formula(6), { maxLength: 3 }),
      (m, all) => {
        const constraints = all.filter((f) => largestOption(f) < m);
        const expected = Array.from({ length: 2 ** m }, (_, code) => code).filter((code) =>
          constraints.every((f) => truth(f, code)),
        );
        const space = enumerateStates(m, constraints, 64);
        expect(Array.from(space.codes)).toEqual(expected);
        expect(space.size).toBe(expected.length);
        for (let code = 0; code < 2 ** m; code++)
          expect(space.indexOf(code)).toBe(expected.indexOf(code));
      },
    ),
    { numRuns: 1000 },
  );
});

test('the same beyond the options that are looked at all at once', () => {
  const m = 18;
  // Options 0 to 2 and 15 to 17 matter.
  const spread = (f: Formula): Formula => {
    if (f.kind === 'option') return option(f.option < 3 ? f.option : f.option + 12);
    if (f.kind === 'constant') return f;
    if (f.kind === 'not') return { ...f, of: spread(f.of) };
    return { ...f, of: f.of.map(spread) };
  };
  const compact = (code: number): number => (code & 7) | ((code >>> 15) << 3);
  fc.assert(
    fc.property(fc.array(formula(6), { minLength: 1, maxLength: 3 }), (all) => {
      const feasible = Array.from({ length: 64 }, (_, code) => all.every((f) => truth(f, code)));
      const space = enumerateStates(m, all.map(spread), 2 ** m);
      let at = 0;
      let same = true;
      for (let code = 0; code < 2 ** m; code++)
        if (feasible[compact(code)]) same &&= space.codes[at++] === code;
      expect(same && at === space.size).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('some feasible state, with options fixed, is found exactly where there is one', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(formula(5), { maxLength: 4 }),
      fc.nat(31),
      fc.nat(31),
      (all, fixed, value) => {
        const agreeing = Array.from({ length: 32 }, (_, code) => code).filter(
          (code) => (code & fixed) === (value & fixed) && all.every((f) => truth(f, code)),
        );
        const code = findFeasible(5, all, fixed, value);
        // The lowest, since codes are visited in ascending order.
        expect(code).toBe(agreeing[0] ?? null);
        if (code !== null) found++;
      },
    ),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(200);
});

/** The highest option number mentioned; -1: none. */
function largestOption(f: Formula): number {
  if (f.kind === 'option') return f.option;
  if (f.kind === 'constant') return -1;
  if (f.kind === 'not') return largestOption(f.of);
  return Math.max(-1, ...f.of.map(largestOption));
}

test('30 options, of each three exactly one: 3^10 states, and the index by bisection', () => {
  const triples = Array.from({ length: 10 }, (_, t): Formula => ({
    kind: 'count',
    min: 1,
    max: 1,
    of: [option(3 * t), option(3 * t + 1), option(3 * t + 2)],
  }));
  const space = enumerateStates(30, triples, 100_000);
  expect(space.size).toBe(3 ** 10);
  expect(space.codes.every((code, s) => s === 0 || code > space.codes[s - 1])).toBe(true);
  for (const s of [0, 1, 29_524, 59_047, 59_048]) expect(space.indexOf(space.codes[s])).toBe(s);
  for (const code of [0, space.codes[500] + 3, 2 ** 30 - 1, -1, 2 ** 31])
    expect(space.indexOf(code)).toBe(-1);
});

test('a table and bisection find the same', () => {
  const codes = Uint32Array.from([0, 5, 6, 1000, 30_000, 65_535]);
  const [dense, sparse] = [stateSpace(16, codes), stateSpace(23, codes)];
  for (let code = 0; code < 70_000; code++) expect(sparse.indexOf(code)).toBe(dense.indexOf(code));
});

describe('refusals', () => {
  test('more options than a code has room for', () => {
    const error = refusal(() => enumerateStates(31, [], 1000));
    expect(error).toMatchObject({ name: 'EngineError', code: 'too-many-options' });
    expect(error.limit).toEqual({ needed: 2 ** 31, allowed: 2 ** 30 });
  });

  test('more states than allowed, with an estimate', () => {
    const all = refusal(() => enumerateStates(20, [], 1000));
    expect(all).toMatchObject({
      code: 'too-many-states',
      limit: { needed: 2 ** 20, allowed: 1000 },
    });
    // Every second state: odd codes.
    const half = refusal(() => enumerateStates(20, [option(0)], 1000));
    expect(half.limit!.needed).toBeGreaterThan(0.9 * 2 ** 19);
    expect(half.limit!.needed).toBeLessThan(1.1 * 2 ** 19);
    expect(half.message).toContain('1000 allowed');
  });

  test('the limit itself is allowed', () => {
    expect(enumerateStates(10, [], 1024).size).toBe(1024);
    expect(refusal(() => enumerateStates(10, [], 1023)).limit).toEqual({
      needed: 1024,
      allowed: 1023,
    });
    expect(enumerateStates(2, [option(0), { kind: 'not', of: option(0) }], 0).size).toBe(0);
  });

  test('a constraint over an option that there is not', () => {
    expect(refusal(() => enumerateStates(3, [option(3)], 8)).code).toBe('bad-argument');
    expect(refusal(() => findFeasible(3, [option(3)])).code).toBe('bad-argument');
  });
});
