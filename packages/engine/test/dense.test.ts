import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createGame,
  DEFINITIONS,
  enumerateStates,
  fromScores,
  indifferent,
  optionMoves,
  searchedStability,
  stabilityKernel,
  stateSpace,
  type Game,
  type OptionDirection,
  type ResponseConcept,
} from '../src/index.js';
import { layOut, layoutOf } from '../src/dense/layout.js';
import { DenseVerdicts } from '../src/dense/verdicts.js';
import { CONCEPTS, Definitions, optionFormMoves } from './oracle.js';
import { MODELS, model } from './random-game.js';

const DENSE_CONCEPTS: readonly ResponseConcept[] = ['Nash', 'GMR', 'SMR', 'SEQ', 'SSEQ'];

/** A small generator of numbers below 2^32, good enough for test data. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

interface Size {
  readonly movers: number;
  readonly options: number;
  /** Share of the points that are feasible, in percent. */
  readonly feasible: number;
  readonly oneWay: number;
  readonly ties: number;
  readonly seed: number;
}

/** A model larger than the oracle can judge, with options spread over the decision makers at random. */
function largeGame({ movers, options, feasible, oneWay, ties, seed }: Size): Game {
  const next = numbers(seed);
  const codes = Uint32Array.from(
    Array.from({ length: 2 ** options }, (_, code) => code).filter(() => next() % 100 < feasible),
  );
  const space = stateSpace(options, codes);
  const owned = Array.from({ length: movers }, (): number[] => []);
  // Most options are the first decision maker's, so that its blocks are long; a few are nobody's.
  for (let k = 0; k < options; k++)
    if (next() % 20 > 0) owned[next() % 3 > 0 ? 0 : next() % movers].push(k);
  const directions = Array.from({ length: options }, (_, k): OptionDirection =>
    k < oneWay ? (next() % 2 === 0 ? 'forward' : 'back') : 'both',
  );
  const ranks = owned.map(() =>
    fromScores(Float64Array.from(codes, () => next() % (ties > 0 ? ties : 2 ** 30))),
  );
  return createGame(optionMoves(space, owned, directions), ranks, space);
}

const sizes: fc.Arbitrary<Size> = fc.record({
  movers: fc.integer({ min: 1, max: 5 }),
  options: fc.integer({ min: 7, max: 10 }),
  feasible: fc.constantFrom(100, 100, 70, 30),
  oneWay: fc.constantFrom(0, 0, 1, 3, 10),
  ties: fc.constantFrom(0, 3, 40),
  seed: fc.nat(),
});

test('passes over option bits give the verdicts of the search, also for long blocks', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const game = largeGame(size);
      fc.pre(game.moves.size > 0);
      const dense = new DenseVerdicts(layOut(game.moves.form!, game.space!), game.ranks);
      for (const concept of DENSE_CONCEPTS)
        for (let i = 0; i < size.movers; i++)
          expect(dense.of(i, DEFINITIONS[concept], Infinity), `${concept} of ${i}`).toEqual(
            searchedStability(game, i, concept),
          );
    }),
    { numRuns: Math.ceil(MODELS / 100) },
  );
}, 3_600_000);

test.each([
  { first: 1, second: 2 },
  { first: 2, second: 1 },
])('one-way options in the one order there is: $first, then $second', ({ first, second }) => {
  // Option k is decision maker k's; the second can be taken only where the first is.
  const taken = (option: number) => ({ kind: 'option', option }) as const;
  const order = { kind: 'or', of: [{ kind: 'not', of: taken(second) }, taken(first)] } as const;
  const space = enumerateStates(3, [order], 8);
  const moves = optionMoves(space, [[0], [1], [2]], ['both', 'forward', 'forward']);
  // Decision maker 0 likes to take its option, except where the others have taken theirs.
  const liked = fromScores(
    Float64Array.from(space.codes, (code) => (code === 0 ? 1 : code === 7 ? 0 : 2)),
  );
  const game = createGame(moves, [liked, indifferent(6), indifferent(6)], space);
  const dense = new DenseVerdicts(layOut(moves.form!, space), game.ranks);
  for (const concept of ['Nash', 'GMR'] as const) {
    expect(dense.of(0, DEFINITIONS[concept], Infinity)![0]).toBe(concept === 'GMR' ? 1 : 0);
    expect(searchedStability(game, 0, concept)[0]).toBe(concept === 'GMR' ? 1 : 0);
  }
});

test('the kernel is chosen by what the model is like', () => {
  const full = { movers: 2, options: 10, feasible: 100, oneWay: 0, ties: 0, seed: 1 };
  const dense = largeGame(full);
  expect(layoutOf(dense.moves, dense.space)).not.toBeNull();
  const sparse = largeGame({ ...full, movers: 5, feasible: 2 });
  expect(layoutOf(sparse.moves, sparse.space)).toBeNull();
});

test('states too sparse among the points are judged by the search', () => {
  const options = Array.from({ length: 24 }, (_, option) => ({ kind: 'option', option }) as const);
  // At most two of 24 options: 301 states among 16 million points.
  const space = enumerateStates(24, [{ kind: 'count', min: 0, max: 2, of: options }], 1000);
  expect(space.size).toBe(301);
  const owner = options.map(({ option }) => option % 4);
  const owned = [0, 1, 2, 3].map((i) => options.map((_, k) => k).filter((k) => owner[k] === i));
  const directions = options.map((): OptionDirection => 'both');
  const moves = optionMoves(space, owned, directions);
  expect(layoutOf(moves, space)).toBeNull();
  const next = numbers(7);
  const ranks = owned.map(() => fromScores(Float64Array.from(space.codes, () => next() % 50)));
  const kernel = stabilityKernel(createGame(moves, ranks, space));
  const decimals = Array.from(space.codes);
  const scores = ranks.map((own) => Array.from(own));
  const definitions = new Definitions(
    model(4, optionFormMoves(4, decimals, owner, directions), scores, decimals),
  );
  const every17th = Array.from({ length: 17 }, (_, k) => 17 * k);
  for (const concept of CONCEPTS) {
    const verdicts = kernel(1, concept);
    for (const s of every17th)
      expect(verdicts[s] === 1, `${concept} at ${s}`).toBe(definitions.stable(1, s, concept));
  }
});

test('responses as long as a staircase are found', () => {
  // Of two opponents with five options each only (k, k) and (k + 1, k) are feasible: from one end to
  // the other they take turns 62 times.
  const stairs = Array.from({ length: 32 }, (_, k) => [
    [k, k],
    [k + 1, k],
  ]).flatMap((pairs) => pairs.filter(([i]) => i < 32));
  const decimals = stairs
    .flatMap(([i, j]) => [2 * i + 64 * j, 2 * i + 64 * j + 1])
    .sort((a, b) => a - b);
  const space = stateSpace(11, Uint32Array.from(decimals));
  const owned = [[0], [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]];
  const directions = Array.from({ length: 11 }, (): OptionDirection => 'both');
  const moves = optionMoves(space, owned, directions);
  const far = decimals.length - 1;
  const next = numbers(11);
  // Only the far end of the stairs is worse for the first decision maker than where it starts.
  const focal = decimals.map((code, s) => (s === far ? 0 : (code & 1) + 1));
  const scores = [focal, decimals.map(() => next() % 9), decimals.map(() => next() % 9)];
  const game = createGame(
    moves,
    scores.map((own) => fromScores(Float64Array.from(own))),
    space,
  );
  const dense = new DenseVerdicts(layOut(moves.form!, space), game.ranks);
  expect(dense.of(0, DEFINITIONS.GMR, Infinity)![0]).toBe(1);
  const owner = owned.flatMap((options, i) => options.map(() => i));
  const definitions = new Definitions(
    model(3, optionFormMoves(3, decimals, owner, directions), scores, decimals),
  );
  for (const concept of DENSE_CONCEPTS)
    for (let i = 0; i < 3; i++) {
      const verdicts = dense.of(i, DEFINITIONS[concept], Infinity)!;
      decimals.forEach((_, s) => {
        expect(verdicts[s] === 1, `${concept} of ${i} at ${s}`).toBe(
          definitions.stable(i, s, concept),
        );
      });
    }
});
