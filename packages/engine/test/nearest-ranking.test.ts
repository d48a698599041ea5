import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CheapestChanges,
  createGame,
  fromScores,
  NearestRankings,
  swapsFrom,
  type Changes,
  type ChangeSpace,
  type Game,
  type RankDemand,
  type Ranks,
  type Sought,
} from '../src/index.js';
import { arcForm, gameOf, MODELS, optionForm } from './random-game.js';

const ENDLESS = { steps: Infinity, bytes: Infinity };

const met = (ranks: Ranks, { above, below, strictly }: RankDemand): boolean =>
  strictly ? ranks[above] > ranks[below] : ranks[above] >= ranks[below];

/** All rankings by how many swaps they are away, up to so many. */
function levelsFrom(ranks: Ranks, most: number): Ranks[][] {
  const levels = [[ranks]];
  const seen = new Set([ranks.join()]);
  while (levels.length <= most)
    levels.push(
      levels[levels.length - 1].flatMap((from) =>
        [...swapsFrom(from)].filter((to) => {
          const key = to.join();
          return seen.has(key) ? false : seen.add(key);
        }),
      ),
    );
  return levels;
}

/** Few places and many, of 2 to 7 states. */
const ranking = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.constantFrom(0, 1, 2, 20))
  .chain(([size, top]) => fc.array(fc.nat(top), { minLength: size, maxLength: size }))
  .map((scores) => fromScores(Float64Array.from(scores)));

test('meets what is demanded of a ranking at the fewest swaps: as trying all rankings tells', () => {
  const MOST = 3;
  fc.assert(
    fc.property(
      ranking.chain((ranks) => {
        const state = fc.nat(ranks.length - 1);
        const demand = fc
          .record({ above: state, below: state, strictly: fc.boolean() })
          .filter(({ above, below }) => above !== below);
        return fc.tuple(
          fc.constant(ranks),
          fc.array(demand, { minLength: 1, maxLength: 3 }),
          fc.nat(MOST),
        );
      }),
      ([ranks, demands, most]) => {
        const levels = levelsFrom(ranks, most);
        const least = levels.findIndex((level) =>
          level.some((one) => demands.every((demand) => met(one, demand))),
        );
        const nearest = new NearestRankings(ranks).meeting(demands, most, ENDLESS);
        expect(nearest?.swaps ?? -1).toBe(least);
        // What it says is so: the ranking meets them, and is so many swaps away.
        if (!nearest) return;
        for (const demand of demands) expect(met(nearest.ranks, demand)).toBe(true);
        expect(levels[least].map((one) => one.join())).toContain(nearest.ranks.join());
      },
    ),
    { numRuns: MODELS / 6 },
  );
});

test('looks at no more than the states it is asked about', () => {
  // 2000 states alike: 4000 rankings are one swap away, some 8 million two.
  const alike = new Int32Array(2000).fill(1);
  const allowance = { steps: 3000, bytes: Infinity };
  const demands = [
    { above: 5, below: 17, strictly: true },
    { above: 17, below: 900, strictly: true },
  ];
  const nearest = new NearestRankings(alike).meeting(demands, 4, allowance);
  expect(nearest?.swaps).toBe(2);
  expect(allowance.steps).toBeGreaterThan(500);
  expect(new NearestRankings(alike).meeting(demands, 4, { steps: 2, bytes: Infinity })).toBeNull();
});

test('a block of states changes places at once, and gets out of a tie one by one', () => {
  // From the best: 0 | 1 2 3 | 4.
  const ranks = Int32Array.from([3, 2, 2, 2, 1]);
  const over = (above: number, below: number): RankDemand => ({ above, below, strictly: true });
  expect(new NearestRankings(ranks).meeting([over(4, 1), over(4, 2)], 4, ENDLESS)).toEqual({
    swaps: 1,
    ranks: Int32Array.from([3, 1, 1, 1, 2]),
  });
  expect(new NearestRankings(ranks).meeting([over(1, 0), over(1, 2)], 4, ENDLESS)?.swaps).toBe(2);
  expect(new NearestRankings(ranks).meeting([over(1, 2), over(2, 1)], 4, ENDLESS)).toBeNull();
});

const MOST_COST = 3;

const asked = fc
  .oneof(
    arcForm(fc.integer({ min: 2, max: 3 })),
    optionForm({ n: fc.constant(2), options: fc.constant(2) }),
  )
  .map((recipe) => ({ recipe, game: gameOf(recipe) }))
  .filter(({ game }) => game.moves.size <= 5)
  .chain(({ recipe, game }) => {
    const state = fc.nat(game.moves.size - 1);
    return fc.record({
      recipe: fc.constant(recipe),
      sought: fc.record<Sought>({
        goal: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
        concept: fc.constantFrom('Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'),
        reach: fc.constantFrom('improvements', 'moves', null),
        starts: fc.array(state, { minLength: 1, maxLength: 1 }),
      }),
      prices: fc.array(fc.constantFrom(1, 1, 2), { minLength: recipe.n, maxLength: recipe.n }),
      removed: fc.array(fc.record({ cost: fc.constantFrom(1, 2), state }), { maxLength: 2 }),
    });
  });

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const removalsOf = (game: Game, { removed }: Asked): ChangeSpace['removals'] =>
  removed.map(({ cost, state }) => ({
    cost,
    states: Uint8Array.from({ length: game.moves.size }, (_, s) => +(s === state)),
    move: null,
  }));

/** Whether the state is as sought in the changed model itself. */
function succeeds(game: Game, asked: Asked, { state, rankings, removals }: Changes): boolean {
  const ranks = game.ranks.map((own, mover) => rankings[mover]?.ranks ?? own);
  const changed = createGame(game.moves, ranks, game.space, game.opponentsRule);
  const all = removalsOf(game, asked);
  const search = new CheapestChanges(
    changed,
    { ...asked.sought, goal: [state] },
    {
      swaps: ranks.map(() => null),
      rankings: () => [],
      removals: removals.map((k) => ({ ...all[k], cost: 1 })),
    },
  );
  return [0, ...removals.map((_, k) => k + 1)].some((cost) => search.at(cost).length > 0);
}

test('finds what trying every ranking finds, and as cheap', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const game = gameOf(one.recipe);
      const removals = removalsOf(game, one);
      const levels = game.ranks.map((own) => levelsFrom(own, MOST_COST));
      const every = new CheapestChanges(game, one.sought, {
        swaps: game.ranks.map(() => null),
        rankings: (mover, cost) =>
          cost % one.prices[mover] === 0 ? levels[mover][cost / one.prices[mover]] : [],
        removals,
      });
      const bySwaps = new CheapestChanges(game, one.sought, {
        swaps: one.prices,
        rankings: () => [],
        removals,
      });
      const found: Changes[] = [];
      for (let cost = 0; cost <= MOST_COST; cost++) {
        const right = every.at(cost);
        for (const changes of bySwaps.at(cost)) {
          found.push(changes);
          expect(succeeds(game, one, changes)).toBe(true);
          const costs = changes.rankings.map((given, mover) => {
            if (!given) return 0;
            const key = given.ranks.join();
            const swaps = levels[mover].findIndex((level) => level.some((r) => r.join() === key));
            expect(given.cost).toBe(swaps * one.prices[mover]);
            return given.cost;
          });
          const rules = changes.removals.map((k) => removals[k].cost);
          expect([...costs, ...rules].reduce((a, b) => a + b, 0)).toBe(cost);
        }
        // Whatever does is covered by something found that asks no more and costs no more.
        for (const { state, rankings, removals: rules } of right)
          expect(
            found.some(
              (other) =>
                other.state === state &&
                other.removals.every((k) => rules.includes(k)) &&
                other.rankings.every((given, mover) =>
                  (given?.demands ?? []).every((demand) =>
                    met(rankings[mover]?.ranks ?? game.ranks[mover], demand),
                  ),
                ),
            ),
          ).toBe(true);
        expect(found.length > 0).toBe(
          right.length > 0 || found.some((changes) => changes.cost < cost),
        );
      }
    }),
    { numRuns: MODELS / 20 },
  );
});

test('ends at its limits, and says so', () => {
  const size = 64;
  const arcs = Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_, to) => to).filter((to) => to !== from),
  );
  const game = gameOf({
    n: 2,
    form: {
      size,
      arcs: arcs.flatMap((targets, from) =>
        targets.map((to) => [from % 2, from, to] as [number, number, number]),
      ),
    },
    scores: [
      Array.from({ length: size }, (_, s) => s % 9),
      Array.from({ length: size }, (_, s) => (s * 7) % 11),
    ],
  });
  const sought: Sought = { goal: [0, 1, 2], concept: 'SEQ', reach: 'improvements', starts: [5] };
  const space: ChangeSpace = { swaps: [1, 1], rankings: () => [], removals: [] };
  for (const allowance of [
    { steps: 100_000, bytes: Infinity },
    { steps: Infinity, bytes: 20_000 },
  ]) {
    const search = new CheapestChanges(game, sought, space, undefined, allowance);
    for (let cost = 0; cost <= 6 && !search.exhausted; cost++) search.at(cost);
    expect(search.exhausted).toBe(true);
    expect(search.looked).toBeLessThan(20_000);
    // What comes of a state with an allowance of its own does not hang on what was looked at before.
    const fresh = new CheapestChanges(game, sought, space);
    for (const one of [search, fresh]) one.anew({ steps: 20_000, bytes: Infinity });
    expect(search.of(1, 6)).toEqual(fresh.of(1, 6));
    expect([search.looked, search.asked, search.exhausted]).toEqual([
      fresh.looked,
      fresh.asked,
      fresh.exhausted,
    ]);
  }
  const listed = new CheapestChanges(game, sought, {
    swaps: [null, null],
    rankings: () => null,
    removals: [],
  });
  listed.at(1);
  expect(listed.exhausted).toBe(true);
});
