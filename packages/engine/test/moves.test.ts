import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcMoves,
  createGame,
  EngineError,
  enumerateStates,
  indifferent,
  optionMoves,
  stability,
  withoutMoves,
  type Moves,
} from '../src/index.js';
import { reach } from './small-games.js';
import { anyForm, definitionsOf, gameOf } from './random-game.js';

const sources = (moves: Moves, mover: number, state: number): number[] => {
  const out = new Int32Array(moves.maxDegree);
  return Array.from(out.subarray(0, moves.predecessors(mover, state, out)));
};

test('moves are those of the definition, ascending, and the same backwards', () => {
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const { moves } = gameOf(recipe);
      const definitions = definitionsOf(recipe);
      const states = Array.from({ length: moves.size }, (_, s) => s);
      for (let i = 0; i < recipe.n; i++) {
        const expected = states.map((s) => [...definitions.R(i, s)].sort((a, b) => a - b));
        expect(states.map((s) => reach(moves, i, s))).toEqual(expected);
        const backwards = states.map((): number[] => []);
        expected.forEach((list, s) => list.forEach((to) => backwards[to].push(s)));
        expect(states.map((s) => sources(moves, i, s))).toEqual(backwards);
      }
    }),
    { numRuns: 500 },
  );
});

test('transitivity is what it says', () => {
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const { moves } = gameOf(recipe);
      const { R, model } = bound(recipe);
      const transitive = model.moves.every((lists, i) =>
        lists.every((list, s) =>
          [...list].every((via) => [...R(i, via)].every((end) => end === s || list.has(end))),
        ),
      );
      expect(moves.transitive).toBe(transitive);
    }),
    { numRuns: 500 },
  );
});

function bound(recipe: Parameters<typeof definitionsOf>[0]) {
  const definitions = definitionsOf(recipe);
  return { R: definitions.R.bind(definitions), model: definitions.model };
}

test('arcs: unsorted, repeated, lists left out', () => {
  const moves = arcMoves(4, [[[3, 1, 3]], []]);
  expect(reach(moves, 0, 0)).toEqual([1, 3]);
  expect(reach(moves, 0, 3)).toEqual([]);
  expect(reach(moves, 1, 2)).toEqual([]);
  expect(sources(moves, 0, 3)).toEqual([0]);
  expect(moves).toMatchObject({ movers: 2, size: 4, form: null, transitive: true });
});

test('disallowed transitions', () => {
  const space = enumerateStates(2, [], 4);
  const all = optionMoves(space, [[0, 1]], ['both', 'both']);
  const slow = withoutMoves(all, (_, from, to) => (from ^ to) === 3);
  expect(reach(slow, 0, 0)).toEqual([1, 2]);
  expect(sources(slow, 0, 0)).toEqual([1, 2]);
  expect(all.transitive).toBe(true);
  expect(slow.transitive).toBe(false);
});

describe('refusals', () => {
  const badArgument = (call: () => unknown, message: string | RegExp): void => {
    expect(call).toThrow(EngineError);
    expect(call).toThrow(expect.objectContaining({ code: 'bad-argument' }) as Error);
    expect(call).toThrow(message);
  };
  const space = enumerateStates(2, [], 4);

  test('arcs that lead nowhere or to the state itself', () => {
    badArgument(() => arcMoves(2, [[[2]]]), 'from state 0 leads to 2');
    badArgument(() => arcMoves(2, [[[], [-1]]]), 'from state 1 leads to -1');
    badArgument(() => arcMoves(2, [[[0.5]]]), 'leads to 0.5');
    badArgument(() => arcMoves(2, [[[], [1]]]), 'from state 1 leads to 1');
  });

  test('options that are not there or have two owners, directions that do not fit', () => {
    badArgument(() => optionMoves(space, [[0, 2]], ['both', 'both']), 'option 2');
    badArgument(() => optionMoves(space, [[-1]], ['both', 'both']), 'option -1');
    badArgument(() => optionMoves(space, [[0], [1, 0]], ['both', 'both']), 'two owners');
    badArgument(() => optionMoves(space, [[0], [1]], ['both']), '1 directions for 2 options');
  });

  test('ranks and moves that do not fit', () => {
    const moves = optionMoves(space, [[0], [1]], ['both', 'both']);
    const four = indifferent(4);
    badArgument(() => createGame(moves, [four], space), '1 rankings for 2');
    badArgument(
      () => createGame(moves, [four, indifferent(3)], space),
      'maker 1 ranks 3 states of 4',
    );
    const other = enumerateStates(1, [], 2);
    badArgument(
      () => createGame(moves, [four, four], other),
      '2 states in the space, 4 in the moves',
    );
    badArgument(() => createGame(moves, [four, new Int32Array(4)], space), /rank/);
  });

  test('SIM without option form, whether or not there is an improvement', () => {
    const moves = arcMoves(2, [[[1]]]);
    for (const ranks of [Int32Array.of(1, 2), Int32Array.of(2, 1)])
      badArgument(() => stability(createGame(moves, [ranks], null), 0, 'SIM'), 'SIM needs');
  });
});
