// The course under a concept, and how strongly it pulls.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  bestOf,
  createGame,
  fromScores,
  LegalSequences,
  pull,
  RESPONSE_CONCEPTS,
  stability,
  undeterred,
  type Game,
  type Steps,
} from '../src/index.js';
import { anyForm, definitionsOf, gameOf, MOST_MODELS } from './random-game.js';

const RUNS = Math.ceil(MOST_MODELS / 10);
const never = (): number => {
  throw new Error('nothing is drawn where the share is exact');
};

/** Numbers from a seed, good enough to draw with. */
function drawing(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return (x >>> 0) / 2 ** 32;
  };
}

function stepsFrom(steps: Steps, mover: number, state: number): number[] {
  const out = new Int32Array(steps.maxDegree);
  return [...out.subarray(0, steps.successors(mover, state, out))].sort((a, b) => a - b);
}

describe('the course under a concept', () => {
  test('is made of the improvements that the definitions leave undeterred', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(...RESPONSE_CONCEPTS), (recipe, concept) => {
        const game = gameOf(recipe);
        const definitions = definitionsOf(recipe);
        const steps = undeterred(game, concept);
        for (let i = 0; i < game.moves.movers; i++)
          for (let s = 0; s < game.moves.size; s++)
            expect(stepsFrom(steps, i, s)).toEqual(
              [...definitions.improvements(i, s)]
                .filter((s1) => !definitions.deterred(i, s, s1, concept))
                .sort((a, b) => a - b),
            );
      }),
      { numRuns: RUNS },
    );
  });

  test('stays exactly where all are stable, and composes where moves do', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(...RESPONSE_CONCEPTS), (recipe, concept) => {
        const game = gameOf(recipe);
        const steps = undeterred(game, concept);
        for (let s = 0; s < game.moves.size; s++)
          for (let i = 0; i < game.moves.movers; i++) {
            const own = stepsFrom(steps, i, s);
            expect(own.length === 0).toBe(stability(game, i, concept)[s] === 1);
            if (steps.transitive)
              for (const t of own) for (const u of stepsFrom(steps, i, t)) expect(own).toContain(u);
          }
        for (let s = 0; s < game.moves.size; s++)
          for (const { states } of new LegalSequences(steps, [s]).ends())
            if (states.length === 1)
              expect(game.ranks.every((_, i) => stability(game, i, concept)[states[0]] === 1)).toBe(
                true,
              );
      }),
      { numRuns: RUNS },
    );
  });

  test('of the steps, the best are those that none of the same mover surpasses', () => {
    fc.assert(
      fc.property(anyForm, (recipe) => {
        const game = gameOf(recipe);
        const all = undeterred(game, 'Nash');
        const best = bestOf(all, game.ranks);
        for (let i = 0; i < game.moves.movers; i++)
          for (let s = 0; s < game.moves.size; s++) {
            const steps = stepsFrom(all, i, s);
            const top = Math.max(...steps.map((t) => game.ranks[i][t]));
            expect(stepsFrom(best, i, s)).toEqual(steps.filter((t) => game.ranks[i][t] === top));
          }
      }),
      { numRuns: RUNS },
    );
  });
});

/** A game in which whoever has an arc likes where it leads better than where it begins. */
function graph(size: number, arcs: [number, number, number][]): Game {
  const movers = 1 + Math.max(...arcs.map(([i]) => i));
  const scores = Array.from({ length: size }, (_, s) => BigInt(s));
  return createGame(
    arcMoves(
      size,
      Array.from({ length: movers }, (_, i) =>
        Array.from({ length: size }, (__, s) =>
          arcs.flatMap(([by, from, to]) => (by === i && from === s ? [to] : [])),
        ),
      ),
    ),
    Array.from({ length: movers }, () => fromScores(scores)),
    null,
  );
}

describe('pull', () => {
  test('draws who moves evenly, then the step', () => {
    // From 0 the first goes to 1 or to 2, the second to 3: half to 3, a quarter to each other.
    const game = graph(4, [
      [0, 0, 1],
      [0, 0, 2],
      [1, 0, 3],
    ]);
    expect(pull(game.moves, [0], never)).toEqual([
      { states: [3], share: 0.5, interval: null },
      { states: [1], share: 0.25, interval: null },
      { states: [2], share: 0.25, interval: null },
    ]);
    // Only the best step of each is left.
    expect(pull(bestOf(game.moves, game.ranks), [0], never)).toEqual([
      { states: [2], share: 0.5, interval: null },
      { states: [3], share: 0.5, interval: null },
    ]);
  });

  test('begins in each start as often as it is likely, drawn or exactly', () => {
    const game = graph(3, [[0, 0, 2]]);
    const likelihood = (start: number): number => (start === 0 ? 3 : 1);
    expect(pull(game.moves, [0, 1], never, { likelihood })).toEqual([
      { states: [2], share: 0.75, interval: null },
      { states: [1], share: 0.25, interval: null },
    ]);
    const [first] = pull(game.moves, [0, 1], drawing(1), { most: 0, walks: 2_000, likelihood });
    expect(first.states).toEqual([2]);
    expect(first.interval![0]).toBeLessThan(0.75);
    expect(first.interval![1]).toBeGreaterThan(0.75);
    // Where none is likely, all are alike.
    expect(pull(game.moves, [0, 1], never, { likelihood: () => 0 })[0].share).toBe(0.5);
  });

  test('goes through a circle that is left again', () => {
    // 0 and 1 lead to each other; from 0 a half leaves to 2, from 1 a half to 3: 2 with 2/3.
    const game = graph(4, [
      [0, 0, 1],
      [1, 1, 0],
      [1, 0, 2],
      [0, 1, 3],
    ]);
    const [one, other] = pull(game.moves, [0], never);
    expect(one.states).toEqual([2]);
    expect(one.share).toBeCloseTo(2 / 3, 12);
    expect(other.states).toEqual([3]);
    expect(other.share).toBeCloseTo(1 / 3, 12);
  });

  test('ends in the circle that it never leaves', () => {
    const game = graph(4, [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 1],
      [1, 0, 3],
    ]);
    expect(pull(game.moves, [0], never)).toEqual([
      { states: [1, 2], share: 0.5, interval: null },
      { states: [3], share: 0.5, interval: null },
    ]);
  });

  test('a long circle is left as the formula says, by elimination and by iteration', () => {
    for (const length of [50, 1000]) {
      // Round and round; from each state half the walks leave, to one end from 0 and to another from elsewhere.
      const arcs: [number, number, number][] = [];
      for (let s = 0; s < length; s++) {
        arcs.push([0, s, (s + 1) % length]);
        arcs.push([1, s, s === 0 ? length : length + 1]);
      }
      const ends = pull(graph(length + 2, arcs).moves, [0], never);
      const first = 0.5 / (1 - 0.5 ** length);
      expect(ends.find(({ states }) => states[0] === length)!.share).toBeCloseTo(first, 9);
    }
  });

  test('shares of all ends come to 1, and sampled walks agree within their interval', () => {
    let outside = 0;
    let compared = 0;
    fc.assert(
      fc.property(anyForm, fc.nat(), (recipe, seed) => {
        const game = gameOf(recipe);
        const steps = bestOf(undeterred(game, 'SEQ'), game.ranks);
        const ends = pull(steps, [0], never);
        expect(ends.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const walks = pull(steps, [0], drawing(seed), { most: 0, walks: 400 });
        expect(walks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const { states, share, interval } of walks) {
          const exact = ends.find((end) => end.states[0] === states[0])!;
          expect(states).toEqual(exact.states);
          compared++;
          if (exact.share < interval![0] || exact.share > interval![1]) outside++;
          expect(Math.abs(share - exact.share)).toBeLessThan(0.15);
        }
      }),
      { numRuns: Math.ceil(RUNS / 4), seed: 7 },
    );
    expect(compared).toBeGreaterThan(50);
    expect(outside / compared).toBeLessThan(0.1);
  });

  test('walks from several starts begin at each alike', () => {
    const game = graph(3, [[0, 0, 2]]);
    expect(pull(game.moves, [0, 1], never)).toEqual([
      { states: [1], share: 0.5, interval: null },
      { states: [2], share: 0.5, interval: null },
    ]);
  });

  test('what goes round for ever is told apart where walks are sampled', () => {
    const game = graph(3, [
      [0, 0, 1],
      [1, 1, 0],
    ]);
    const [round] = pull(game.moves, [0], drawing(1), { most: 0, walks: 2 });
    expect(round).toMatchObject({ states: [0, 1], share: 1 });
    // A way into the circle, and one past it.
    const other = graph(4, [
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 1],
      [1, 0, 3],
    ]);
    const ends = pull(other.moves, [0], drawing(1), { most: 0, walks: 400 });
    expect(ends.map(({ states }) => states).sort((a, b) => a[0] - b[0])).toEqual([[1, 2], [3]]);
    expect(ends.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('a circle that is left again is none that walks end in', () => {
    const game = graph(3, [
      [0, 0, 1],
      [0, 1, 0],
      [1, 1, 2],
    ]);
    expect(pull(game.moves, [0], drawing(3), { most: 0, walks: 50 })).toMatchObject([
      { states: [2], share: 1 },
    ]);
  });

  test('where walks go on and on, they are one end', () => {
    // Round so far that no walk comes back before it is given up.
    const length = 12_000;
    const steps: Steps = {
      movers: 1,
      size: length,
      transitive: false,
      maxDegree: 1,
      successors: (_, state, out) => {
        out[0] = (state + 1) % length;
        return 1;
      },
    };
    const ends = pull(steps, [0, 5000], drawing(2), { most: 0, walks: 20 });
    expect(ends).toHaveLength(1);
    expect(ends[0].share).toBe(1);
    expect(ends[0].states.length).toBeGreaterThan(1);
  });
});
