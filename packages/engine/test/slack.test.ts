import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  changedRanks,
  createGame,
  EngineError,
  slack,
  slackByOther,
  type Game,
  type ResponseConcept,
} from '../src/index.js';
import { Definitions } from './oracle.js';
import { arcForm, definitionsOf, gameOf, model, MODELS, optionForm } from './random-game.js';
import { twoByTwo } from './small-games.js';

const CONCEPTS: readonly ResponseConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];

/** A ranking as its places from the worst to the best, each a sorted list of states. */
type Places = readonly (readonly number[])[];

const placesOf = (ranks: ArrayLike<number>): Places => {
  const places: number[][] = Array.from({ length: Math.max(...Array.from(ranks)) }, () => []);
  Array.from(ranks).forEach((rank, s) => places[rank - 1].push(s));
  return places;
};

/** All rankings one swap away, by the definition. */
function swapped(places: Places): Places[] {
  const found: Places[] = [];
  places.forEach((place, k) => {
    const [before, after] = [places.slice(0, k), places.slice(k + 1)];
    if (k + 1 < places.length)
      found.push([...before, places[k + 1], place, ...places.slice(k + 2)]);
    if (place.length > 1)
      for (const s of place) {
        const rest = place.filter((x) => x !== s);
        found.push([...before, [s], rest, ...after], [...before, rest, [s], ...after]);
      }
  });
  return found;
}

/** Breadth first: every ranking that swaps lead to, with the number of swaps. */
function* byDistance(start: Places): Generator<{ swaps: number; scores: number[] }> {
  const queue = [{ places: start, swaps: 0 }];
  const seen = new Set([JSON.stringify(start)]);
  for (const { places, swaps } of queue) {
    const scores: number[] = [];
    places.forEach((place, k) => place.forEach((s) => (scores[s] = k + 1)));
    yield { swaps, scores };
    for (const next of swapped(places)) {
      const key = JSON.stringify(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ places: next, swaps: swaps + 1 });
    }
  }
}

/** The model with another ranking of one decision maker. */
function withRanks(game: Game, i: number, own: readonly number[]): Definitions {
  const { moves } = game;
  const out = new Int32Array(moves.maxDegree);
  return new Definitions(
    model(
      moves.movers,
      game.ranks.map((_, j) =>
        Array.from(
          { length: moves.size },
          (_, s) => new Set(out.slice(0, moves.successors(j, s, out))),
        ),
      ),
      game.ranks.map((ranks, j) => (i === j ? own : Array.from(ranks))),
      null,
    ),
  );
}

/** By concept and state: the fewest swaps of `who` that turn the verdict of i; Infinity: none do. */
function bruteForce(game: Game, i: number, who: number): Map<ResponseConcept, number[]> {
  const { size } = game.moves;
  const least = new Map(CONCEPTS.map((c) => [c, new Array<number>(size).fill(Infinity)]));
  const first = new Map<ResponseConcept, boolean[]>();
  for (const { swaps, scores } of byDistance(placesOf(game.ranks[who]))) {
    const definitions = withRanks(game, who, scores);
    for (const concept of CONCEPTS) {
      const verdicts = Array.from({ length: size }, (_, s) => definitions.stable(i, s, concept));
      if (swaps === 0) first.set(concept, verdicts);
      verdicts.forEach((verdict, s) => {
        if (verdict !== first.get(concept)![s] && least.get(concept)![s] === Infinity)
          least.get(concept)![s] = swaps;
      });
    }
  }
  return least;
}

const tiny = fc.oneof(
  arcForm(fc.constantFrom(2, 3)).filter(({ form }) => 'arcs' in form && form.size <= 4),
  optionForm({ n: fc.constantFrom(1, 2), options: fc.constant(2) }),
);

describe('slack against every reordering', () => {
  const runs = Math.ceil(MODELS / 3);
  test(`by the decision maker’s own swaps, ${runs} models`, () => {
    const seen = { compared: 0, turns: 0, never: 0, far: 0, alone: 0 };
    fc.assert(
      fc.property(tiny, fc.nat(2), (recipe, who) => {
        const game = gameOf(recipe);
        const i = who % recipe.n;
        const definitions = definitionsOf(recipe);
        for (const [concept, least] of bruteForce(game, i, i))
          least.forEach((expected, s) => {
            const where = `${concept} of ${i} at ${s}`;
            const { stable, swaps, change } = slack(game, i, s, concept);
            expect(stable, where).toBe(definitions.stable(i, s, concept));
            expect(swaps ?? Infinity, where).toBe(expected);
            seen.compared++;
            if (change === null) {
              seen.never++;
              return;
            }
            seen.turns++;
            if (swaps! > 1) seen.far++;
            if (change.alone) seen.alone++;
            // What must be passed is a move, an answer to one, or a move from an answer.
            const answers = [...definitions.R(i, s)].flatMap((s1) => [
              s1,
              ...definitions.responses(i, s1, concept === 'SEQ' || concept === 'SSEQ'),
            ]);
            expect(
              [s, ...answers, ...answers.flatMap((s2) => [...definitions.R(i, s2)])],
              where,
            ).toContain(change.past);
            // The change told turns the verdict, and takes as many swaps as told.
            const turned = Array.from(changedRanks(game.ranks[i], s, change));
            expect(withRanks(game, i, turned).stable(i, s, concept), where).toBe(!stable);
            for (const { swaps: away, scores } of byDistance(placesOf(game.ranks[i])))
              if (scores.join() === turned.join()) {
                expect(away, where).toBe(swaps);
                break;
              }
          });
      }),
      { numRuns: runs },
    );
    for (const [kind, count] of Object.entries(seen))
      expect(count / seen.compared, kind).toBeGreaterThan(0.02);
  }, 600_000);

  test('by the swaps of another', () => {
    const seen = { compared: 0, turns: 0, never: 0, far: 0 };
    fc.assert(
      fc.property(
        tiny.filter(({ n }) => n > 1),
        fc.nat(2),
        fc.integer({ min: 1, max: 2 }),
        (recipe, who, step) => {
          const game = gameOf(recipe);
          const i = who % recipe.n;
          const other = (i + Math.min(step, recipe.n - 1)) % recipe.n;
          for (const [concept, least] of bruteForce(game, i, other))
            least.forEach((expected, s) => {
              const where = `${concept} of ${i} at ${s} by ${other}`;
              const all = slackByOther(game, i, s, concept, other, { most: 20 });
              expect(all.swaps ?? Infinity, where).toBe(expected);
              expect(all.moreThan, where).toBeNull();
              const one = slackByOther(game, i, s, concept, other, { most: 1 });
              expect(one.swaps === null, where).toBe(expected > 1);
              seen.compared++;
              if (all.ranks === null) {
                seen.never++;
                return;
              }
              seen.turns++;
              if (all.swaps! > 1) seen.far++;
              const after = withRanks(game, other, Array.from(all.ranks));
              expect(after.stable(i, s, concept), where).toBe(
                !definitionsOf(recipe).stable(i, s, concept),
              );
            });
        },
      ),
      { numRuns: 1000 },
    );
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0);
  }, 600_000);
});

describe('theory 7.4: what it takes to make state 3 an equilibrium, in swaps', () => {
  const cost = (game: Game, concept: ResponseConcept): number =>
    [0, 1].reduce((sum, i) => {
      const { stable, swaps } = slack(game, i, 3, concept);
      return sum + (stable ? 0 : swaps!);
    }, 0);

  test('chicken', () => {
    const game = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
    expect(CONCEPTS.map((concept) => cost(game, concept))).toEqual([2, 0, 0, 2, 2]);
    // Its own swaps are the cheapest: by those of the other it takes as many for one verdict alone.
    expect(slackByOther(game, 0, 3, 'SEQ', 1)).toMatchObject({ swaps: 1, moreThan: null });
  });

  test('prisoner’s dilemma', () => {
    const game = twoByTwo([2, 3, 0, 1], [1, 3, 0, 2]);
    expect(CONCEPTS.map((concept) => cost(game, concept))).toEqual([2, 0, 0, 0, 0]);
    // To leave 3 for 2, A would have to like what B answers with, 0, better than 3.
    expect(slack(game, 0, 3, 'SEQ')).toEqual({
      stable: true,
      swaps: 1,
      change: { direction: 'down', past: 0, alone: false },
    });
  });
});

test('who cannot move stays, whatever the ranking', () => {
  const game = createGame(
    arcMoves(2, [[], [[1]]]),
    [Int32Array.of(1, 2), Int32Array.of(1, 2)],
    null,
  );
  for (const concept of CONCEPTS)
    expect(slack(game, 0, 0, concept)).toEqual({ stable: true, swaps: null, change: null });
});

test('among all ties one swap parts a state from the others', () => {
  const game = createGame(
    arcMoves(3, [[[1]], [[], [2]]]),
    [Int32Array.of(1, 1, 1), Int32Array.of(1, 1, 1)],
    null,
  );
  expect(slack(game, 0, 0, 'GMR')).toEqual({
    stable: true,
    swaps: 1,
    change: { direction: 'down', past: 0, alone: true },
  });
});

test('a search that ends early says how far it came', () => {
  const ranks = Int32Array.from({ length: 8 }, (_, s) => s + 1);
  const moves = arcMoves(8, [[[1]], [[], [], [], [], [], [], [], [0]]]);
  const game = createGame(moves, [ranks, ranks], null);
  expect(slackByOther(game, 0, 0, 'SEQ', 1, { budget: 30 }).moreThan).toBe(1);
  expect(slackByOther(game, 0, 0, 'SEQ', 1, { most: 2 }).moreThan).toBe(2);
});

test('wrong calls', () => {
  const game = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);
  for (const call of [
    () => slack(game, 2, 0, 'Nash'),
    () => slack(game, 0, 4, 'Nash'),
    () => slack(game, 0, 0, 'SIM' as ResponseConcept),
    () => slackByOther(game, 0, 0, 'SEQ', 0),
    () => slackByOther(game, 0, 0, 'SEQ', 7),
    () => slackByOther(game, 0, 0, 'SEQ', 1, { most: -1 }),
    () => slackByOther(game, 0, 0, 'SEQ', 1, { budget: NaN }),
  ])
    expect(call).toThrow(EngineError);
});
