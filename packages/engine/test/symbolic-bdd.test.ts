import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bdd, EngineError, FALSE, TRUE, type Edge, type Formula } from '../src/index.js';
import { countAssignments, nearestAssignments } from '../src/symbolic/assignments.js';
import { encode } from '../src/symbolic/encode.js';
import { groupingOrder } from '../src/symbolic/order.js';
import { formula, truth } from './random-formula.js';

// Every operation against the truth table of what it means.

const M = 5;
const CODES = Array.from({ length: 2 ** M }, (_, code) => code);
const VARIABLES = Array.from({ length: M }, (_, v) => v);
const formulas = formula(M);
const subset = fc.subarray(VARIABLES);

/** The codes at which the function holds. */
function table(bdd: Bdd, f: Edge): number[] {
  return CODES.filter((code) => bdd.holds(f, (v) => ((code >> v) & 1) === 1));
}

const where = (f: Formula): number[] => CODES.filter((code) => truth(f, code));
const made = (bdd: Bdd, f: Formula): Edge => encode(bdd, f, (option) => option);

/** The codes that differ from this one in the variables only. */
const alike = (code: number, variables: readonly number[]): number[] => {
  const mask = variables.reduce((bits, v) => bits | (1 << v), 0);
  return CODES.filter((other) => (other & ~mask) === (code & ~mask));
};

describe('decision diagrams', () => {
  test('hold where the formula holds, and equal functions have equal numbers', () => {
    fc.assert(
      fc.property(formulas, formulas, (f, g) => {
        const bdd = new Bdd(M);
        expect(table(bdd, made(bdd, f))).toEqual(where(f));
        expect(made(bdd, f) === made(bdd, g)).toBe(where(f).join() === where(g).join());
      }),
      { numRuns: 2000 },
    );
  });

  test('connectives', () => {
    fc.assert(
      fc.property(formulas, formulas, formulas, (a, b, c) => {
        const bdd = new Bdd(M);
        const [f, g, h] = [made(bdd, a), made(bdd, b), made(bdd, c)];
        const check = (result: Edge, holds: (x: boolean, y: boolean, z: boolean) => boolean) =>
          expect(table(bdd, result)).toEqual(
            CODES.filter((code) => holds(truth(a, code), truth(b, code), truth(c, code))),
          );
        check(bdd.not(f), (x) => !x);
        check(bdd.and(f, g), (x, y) => x && y);
        check(bdd.or(f, g), (x, y) => x || y);
        check(bdd.xor(f, g), (x, y) => x !== y);
        check(bdd.implies(f, g), (x, y) => !x || y);
        check(bdd.minus(f, g), (x, y) => x && !y);
        check(bdd.ite(f, g, h), (x, y, z) => (x ? y : z));
      }),
      { numRuns: 1000 },
    );
  });

  test('quantification, the relational product and restriction', () => {
    fc.assert(
      fc.property(formulas, formulas, subset, fc.nat(31), (a, b, variables, values) => {
        const bdd = new Bdd(M);
        const [f, g, cube] = [made(bdd, a), made(bdd, b), bdd.cube(variables)];
        expect(table(bdd, bdd.exists(f, cube))).toEqual(
          CODES.filter((code) => alike(code, variables).some((other) => truth(a, other))),
        );
        expect(bdd.andExists(f, g, cube)).toBe(bdd.exists(bdd.and(f, g), cube));
        const fixed = new Map(variables.map((v) => [v, ((values >> v) & 1) === 1]));
        const mask = variables.reduce((bits, v) => bits | (1 << v), 0);
        expect(table(bdd, bdd.restrict(f, fixed))).toEqual(
          CODES.filter((code) => truth(a, (code & ~mask) | (values & mask))),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('renaming moves variables to their neighbours', () => {
    fc.assert(
      fc.property(formulas, subset, (a, variables) => {
        const bdd = new Bdd(2 * M);
        const f = encode(bdd, a, (option) => 2 * option);
        const moved = bdd.rename(f, new Map(variables.map((v) => [2 * v, 2 * v + 1])));
        expect(moved).toBe(
          encode(bdd, a, (option) => 2 * option + Number(variables.includes(option))),
        );
      }),
      { numRuns: 500 },
    );
    const bdd = new Bdd(3);
    const f = bdd.and(bdd.variable(0), bdd.variable(1));
    expect(() => bdd.rename(f, new Map([[0, 2]]))).toThrow(/changes the order/);
  });

  test('support and counts', () => {
    fc.assert(
      fc.property(formulas, (a) => {
        const bdd = new Bdd(M);
        const f = made(bdd, a);
        expect(countAssignments(bdd, f, VARIABLES)).toBe(BigInt(where(a).length));
        expect(bdd.support(f)).toEqual(
          VARIABLES.filter((v) =>
            CODES.some((code) => truth(a, code) !== truth(a, code ^ (1 << v))),
          ),
        );
      }),
      { numRuns: 1000 },
    );
    const wide = new Bdd(90);
    const parity = VARIABLES.reduce((sum, v) => wide.xor(sum, wide.variable(18 * v)), FALSE);
    const all = Array.from({ length: 90 }, (_, v) => v);
    expect(countAssignments(wide, parity, all)).toBe(2n ** 89n);
    expect(countAssignments(wide, TRUE, all)).toBe(2n ** 90n);
  });

  test('assignments come with the fewest differences first, and all of them', () => {
    const differences = (code: number, from: number): number =>
      VARIABLES.filter((v) => ((code ^ from) >> v) & 1).length;
    fc.assert(
      fc.property(formulas, fc.nat(31), fc.integer({ min: 1, max: 40 }), (a, from, limit) => {
        const bdd = new Bdd(M);
        const found = nearestAssignments(
          bdd,
          made(bdd, a),
          VARIABLES,
          (v) => ((from >> v) & 1) === 1,
          limit,
        ).map((values) => values.reduce((code, value, v) => code | (value << v), 0));
        const wanted = where(a)
          .map((code) => differences(code, from))
          .sort((x, y) => x - y);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((code) => truth(a, code))).toBe(true);
        expect(found.map((code) => differences(code, from))).toEqual(wanted.slice(0, limit));
      }),
      { numRuns: 1000 },
    );
  });

  test('collecting keeps what is named, and makes room', () => {
    fc.assert(
      fc.property(formulas, formulas, formulas, (a, b, c) => {
        const bdd = new Bdd(M);
        const f = made(bdd, a);
        made(bdd, b);
        bdd.collect([f]);
        expect(bdd.nodes.used).toBe(1 + bdd.size(f));
        expect(table(bdd, f)).toEqual(where(a));
        expect(made(bdd, a)).toBe(f);
        expect(table(bdd, bdd.or(f, made(bdd, c)))).toEqual(
          CODES.filter((code) => truth(a, code) || truth(c, code)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** x0 y0 + x1 y1 + … is small where partners stand together, and exponential where they do not. */
const pairs = (bdd: Bdd, k: number, partner: (j: number) => number, other: (j: number) => number) =>
  Array.from({ length: k }, (_, j) => j).reduce(
    (any, j) => bdd.or(any, bdd.and(bdd.variable(partner(j)), bdd.variable(other(j)))),
    FALSE,
  );

test('grows, and gives up at the limit with everything still right', () => {
  const bdd = new Bdd(60, 20_000);
  const small = pairs(
    bdd,
    30,
    (j) => 2 * j,
    (j) => 2 * j + 1,
  );
  expect(bdd.size(small)).toBe(60);
  let error: unknown;
  try {
    pairs(
      bdd,
      30,
      (j) => j,
      (j) => 30 + j,
    );
  } catch (e) {
    error = e;
  }
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ code: 'too-many-nodes', limit: { allowed: 20_000 } });
  bdd.collect([small]);
  expect(bdd.nodes.used).toBe(61);
  expect(
    pairs(
      bdd,
      30,
      (j) => 2 * j,
      (j) => 2 * j + 1,
    ),
  ).toBe(small);
});

test('what the callback throws comes out, and nothing is lost', () => {
  let calls = 0;
  const bdd = new Bdd(40, 2 ** 22, () => {
    if (++calls === 2) throw new EngineError('cancelled', 'stopped');
  });
  const build = (): Edge =>
    pairs(
      bdd,
      14,
      (j) => j,
      (j) => 20 + j,
    );
  expect(build).toThrow('stopped');
  const f = build();
  expect(bdd.size(f)).toBe(2 ** 15 - 2);
});

test('options that are mentioned together come to stand together', () => {
  const groups = Array.from({ length: 20 }, (_, k) => [k, 39 - k]);
  const order = groupingOrder(40, groups);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, k) => k));
  const place = order.map((_, option) => order.indexOf(option));
  for (const [a, b] of groups) expect(Math.abs(place[a] - place[b])).toBe(1);
  expect(groupingOrder(3, [])).toEqual([0, 1, 2]);
});
