// How often the members of a component are visited, against what is sent round until nothing is left.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledVisits } from '../src/visits.js';

/** By node, which others it goes to, with what weight; the last node is outside. */
type Ways = readonly (readonly { readonly to: number; readonly weight: number }[])[];

/** Every member leaves with some chance, so that all that comes in goes out again. */
const waysOf = (most: number): fc.Arbitrary<Ways> =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.array(
      fc
        .array(fc.record({ to: fc.nat(n - 1), weight: fc.integer({ min: 1, max: 9 }) }), {
          maxLength: 4,
        })
        .map((within) => [...within, { to: n, weight: 3 }]),
      { minLength: n, maxLength: n },
    ),
  );

function compare(ways: Ways, inflow: readonly number[]): void {
  const offsets = [0];
  const targets: number[] = [];
  const chances: number[] = [];
  for (const arcs of ways) {
    const all = arcs.reduce((sum, { weight }) => sum + weight, 0);
    for (const { to, weight } of arcs) {
      targets.push(to);
      chances.push(weight / all);
    }
    offsets.push(targets.length);
  }
  // Out of the last node nothing leads.
  offsets.push(targets.length);
  const found = settledVisits(
    ways.map((_, node) => node),
    { offsets: Int32Array.from(offsets), targets: Int32Array.from(targets) },
    Float64Array.from(chances),
    Float64Array.from(inflow),
  );
  const visits = ways.map(() => 0);
  let here = inflow.slice(0, ways.length);
  while (here.some((mass) => mass > 1e-15)) {
    const next = ways.map(() => 0);
    here.forEach((mass, from) => {
      visits[from] += mass;
      for (let k = offsets[from]; k < offsets[from + 1]; k++)
        if (targets[k] < ways.length) next[targets[k]] += mass * chances[k];
    });
    here = next;
  }
  found.forEach((count, place) => expect(count).toBeCloseTo(visits[place], 9));
}

test('few members: by elimination', () => {
  fc.assert(
    fc.property(
      waysOf(7),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
      compare,
    ),
  );
});

test('many members: step by step', () => {
  fc.assert(
    fc.property(fc.nat(1000), (seed) => {
      const n = 310;
      const ways = Array.from({ length: n }, (_, node) => [
        { to: (node + 1) % n, weight: 5 },
        { to: (node * 7 + seed) % n, weight: 2 },
        { to: (node * 3 + seed) % n, weight: 1 },
        { to: n, weight: 2 },
      ]);
      compare(
        ways,
        Array.from({ length: n + 1 }, (_, node) => (node * 11 + seed) % 4),
      );
    }),
    { numRuns: 5 },
  );
});
