import {
  createGame,
  enumerateStates,
  equilibria,
  fromScores,
  optionMoves,
  ranked,
  stabilityKernel,
  type Game,
  type Moves,
  type Ranks,
  type StabilityConcept,
  type StateSpace,
} from '../src/index.js';

/** All states of `m` options. */
export const everyState = (m: number): StateSpace => enumerateStates(m, [], 2 ** m);

/** Where one move leads. */
export const reach = (moves: Moves, mover: number, state: number): number[] => {
  const out = new Int32Array(moves.maxDegree);
  return Array.from(out.subarray(0, moves.successors(mover, state, out)));
};

/** Ranks from lists like [9, 3, [5, 6], 1], best first, over states counted from 1. */
export function ranking(order: readonly (number | readonly number[])[]): Ranks {
  const cells = order.flatMap((cell, k) => [cell].flat().map((s) => [s, k]));
  const cell = new Int32Array(cells.length);
  for (const [s, k] of cells) cell[s - 1] = k;
  return ranked(cell);
}

/** Those for which a verdict is given. */
export const states = (verdicts: ArrayLike<number>): number[] =>
  Array.from(verdicts).flatMap((v, s) => (v ? [s] : []));

/** Stable states of one decision maker; and the equilibria. */
export function solve(game: Game) {
  const kernel = stabilityKernel(game);
  return {
    stable: (mover: number, concept: StabilityConcept) => states(kernel(mover, concept)),
    equilibria: (concept: StabilityConcept) =>
      states(
        equilibria(
          game.ranks.map((_, i) => kernel(i, concept)),
          game.moves.size,
        ),
      ),
  };
}

/** Counted from 1. */
export const numbered = (indices: readonly number[]): number[] => indices.map((s) => s + 1);

/** Two decision makers with an option each, all four states; their scores of the states. */
export function scored(a: readonly number[], b: readonly number[]): Game {
  const space = everyState(2);
  return createGame(
    optionMoves(space, [[0], [1]], ['both', 'both']),
    [fromScores(Float64Array.from(a)), fromScores(Float64Array.from(b))],
    space,
  );
}

/** The same with their states, best first. */
export function twoByTwo(a: readonly number[], b: readonly number[]): Game {
  const space = everyState(2);
  const ranks = [a, b].map((order) => ranked(Int32Array.from(order, (_, s) => order.indexOf(s))));
  return createGame(optionMoves(space, [[0], [1]], ['both', 'both']), ranks, space);
}
