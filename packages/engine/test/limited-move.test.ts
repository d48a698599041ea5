import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anticipation,
  createGame,
  EngineError,
  limitedMoveStability,
  maximinStability,
  nonMyopicStability,
  optionMoves,
  searchedStability,
  stackelbergEquilibria,
  stateSpace,
  type Game,
  type Verdicts,
} from '../src/index.js';
import { states, twoByTwo } from './small-games.js';
import { anyForm, gameOf } from './random-game.js';

const DILEMMA = twoByTwo([2, 3, 0, 1], [1, 3, 0, 2]);
const CHICKEN = twoByTwo([2, 3, 1, 0], [1, 3, 2, 0]);

const both = (a: Verdicts, b: Verdicts): number[] => states(a.map((v, s) => v & b[s]));

describe('theory 3.9: limited moves', () => {
  const stable = (game: Game, h: number): [number[], number[], number[]] => {
    const [A, B] = [limitedMoveStability(game, 0, h), limitedMoveStability(game, 1, h)];
    return [states(A), states(B), both(A, B)];
  };

  test('chicken', () => {
    expect(stable(CHICKEN, 1)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(stable(CHICKEN, 2)).toEqual([[2], [1], []]);
    for (let h = 3; h <= 8; h++) expect(stable(CHICKEN, h)).toEqual([[2, 3], [1, 3], [3]]);
  });

  test('prisoner’s dilemma', () => {
    expect(stable(DILEMMA, 1)[2]).toEqual([0]);
    for (let h = 2; h <= 8; h++) expect(stable(DILEMMA, h)[2]).toEqual([0, 3]);
  });

  test('strict preferences leave nothing open; a tie among the best does', () => {
    expect(states(anticipation(CHICKEN, 5).tieDependent[0])).toEqual([]);
    // From 0 A may go to 1, 2 or 3; 1 and 2 are equally good.
    const space = stateSpace(3, Uint32Array.of(0, 1, 2, 3));
    const ranks = [Int32Array.of(1, 3, 3, 2), Int32Array.of(1, 1, 1, 1)];
    const game = createGame(
      optionMoves(space, [[0, 1], [2]], ['both', 'both', 'both']),
      ranks,
      space,
    );
    const { final, tieDependent } = anticipation(game, 1);
    expect([final[0][0], tieDependent[0][0], tieDependent[0][1]]).toEqual([1, 1, 0]);
  });
});

test('theory 3.10: non-myopic', () => {
  expect(both(nonMyopicStability(CHICKEN, 0), nonMyopicStability(CHICKEN, 1))).toEqual([3]);
  expect(both(nonMyopicStability(DILEMMA, 0), nonMyopicStability(DILEMMA, 1))).toEqual([0, 3]);
});

test('theory 3.11: Stackelberg', () => {
  expect(states(stackelbergEquilibria(CHICKEN, 0))).toEqual([2]);
  expect(states(stackelbergEquilibria(CHICKEN, 1))).toEqual([1]);
  expect(states(stackelbergEquilibria(DILEMMA, 0))).toEqual([0]);
  expect(states(stackelbergEquilibria(DILEMMA, 1))).toEqual([0]);
});

test('L_1 is Nash; maximin 1, 2, 3 are Nash, GMR, SMR (theory 3.12)', () => {
  let looked = 0;
  fc.assert(
    fc.property(
      anyForm.filter(({ n }) => n === 2),
      (recipe) => {
        const game = gameOf(recipe);
        looked++;
        for (const mover of [0, 1] as const) {
          const nash = searchedStability(game, mover, 'Nash');
          expect(limitedMoveStability(game, mover, 1)).toEqual(nash);
          (['Nash', 'GMR', 'SMR'] as const).forEach((concept, k) => {
            expect(maximinStability(game, mover, k + 1)).toEqual(
              searchedStability(game, mover, concept),
            );
          });
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(looked).toBeGreaterThanOrEqual(400);
});

test('wrong calls', () => {
  const space = stateSpace(
    3,
    Uint32Array.from({ length: 8 }, (_, s) => s),
  );
  const ranks = [0, 1, 2].map(() => new Int32Array(8).fill(1));
  const three = createGame(
    optionMoves(space, [[0], [1], [2]], ['both', 'both', 'both']),
    ranks,
    space,
  );
  for (const call of [
    () => limitedMoveStability(three, 0, 2),
    () => nonMyopicStability(three, 0),
    () => maximinStability(three, 0, 2),
    () => limitedMoveStability(CHICKEN, 0, 0),
    () => maximinStability(CHICKEN, 0, 1.5),
  ])
    expect(call).toThrow(EngineError);
});
