// The numbers of theory.md, section by section. Where it counts states and decision makers from 1,
// so do the tests, through `numbered`.
import { describe, expect, test } from 'vitest';
import { explain, reachable, type StabilityConcept } from '../src/index.js';
import { reach, scored, solve } from './small-games.js';

/** Scores by state from the states best first. */
const scoresOf = (order: readonly number[]): number[] =>
  order.map((_, s) => order.length - order.indexOf(s));

const DILEMMA = { A: scoresOf([2, 3, 0, 1]), B: scoresOf([1, 3, 0, 2]) };

const CHICKEN = { A: scoresOf([2, 3, 1, 0]), B: scoresOf([1, 3, 2, 0]) };

describe('11 fixtures', () => {
  test('11.1 prisoner’s dilemma', () => {
    const game = scored(DILEMMA.A, DILEMMA.B);
    const { stable, equilibria } = solve(game);
    expect([stable(0, 'Nash'), stable(1, 'Nash'), equilibria('Nash')]).toEqual([
      [0, 2],
      [0, 1],
      [0],
    ]);
    for (const concept of ['GMR', 'SMR', 'SEQ', 'SSEQ', 'SIM'] as const) {
      expect(stable(0, concept)).toEqual([0, 2, 3]);
      expect(stable(1, concept)).toEqual([0, 1, 3]);
      expect(equilibria(concept)).toEqual([0, 3]);
    }
    // 3.7: A improves 3 → 2 while B improves 3 → 1: together 0.
    expect(explain(game, 0, 3, 'SIM').improvements).toEqual([
      {
        to: 2,
        responses: 0,
        sanction: {
          kind: 'simultaneous',
          change: { choices: [{ mover: 1, to: 1 }], to: 0 },
          to: 0,
          bestEscape: null,
        },
      },
    ]);
  });

  test('6.5 prisoner’s dilemma, the matrix of moves and the diagonals', () => {
    const game = scored(DILEMMA.A, DILEMMA.B);
    expect([0, 1, 2, 3].map((s) => reach(game.moves, 0, s))).toEqual([[1], [0], [3], [2]]);
    expect([0, 1, 2, 3].map((s) => reach(game.moves, 1, s))).toEqual([[2], [3], [0], [1]]);
    const { stable } = solve(game);
    const unstable = (concept: StabilityConcept): number[] =>
      [0, 1, 2, 3].map((s) => (stable(0, concept).includes(s) ? 0 : 1));
    expect(unstable('Nash')).toEqual([0, 1, 0, 1]);
    for (const concept of ['GMR', 'SMR', 'SEQ'] as const)
      expect(unstable(concept)).toEqual([0, 1, 0, 0]);
  });

  test('11.2 chicken', () => {
    const { stable, equilibria } = solve(scored(CHICKEN.A, CHICKEN.B));
    for (const [concepts, expected] of [
      [
        ['Nash', 'SEQ', 'SSEQ'],
        [1, 2],
      ],
      [
        ['GMR', 'SMR', 'SIM'],
        [1, 2, 3],
      ],
    ] as const)
      for (const concept of concepts)
        expect([stable(0, concept), stable(1, concept), equilibria(concept)], concept).toEqual([
          expected,
          expected,
          expected,
        ]);
  });

  test('11.2 mixed', () => {
    const first = solve(scored(DILEMMA.A, CHICKEN.B));
    expect((['Nash', 'GMR', 'SMR', 'SEQ'] as const).map(first.equilibria)).toEqual([
      [2],
      [2, 3],
      [2, 3],
      [2],
    ]);
    const second = solve(scored(CHICKEN.A, DILEMMA.B));
    expect((['Nash', 'GMR', 'SMR', 'SEQ'] as const).map(second.equilibria)).toEqual([
      [1],
      [1, 3],
      [1, 3],
      [1],
    ]);
  });

  test('11.4 matching pennies', () => {
    const game = scored([1, 0, 0, 1], [0, 1, 1, 0]);
    const { stable, equilibria } = solve(game);
    expect([stable(0, 'Nash'), stable(1, 'Nash'), equilibria('Nash')]).toEqual([
      [0, 3],
      [1, 2],
      [],
    ]);
    for (const concept of ['GMR', 'SEQ'] as const)
      expect(equilibria(concept)).toEqual([0, 1, 2, 3]);
    for (const concept of ['SMR', 'SSEQ'] as const) expect(equilibria(concept)).toEqual([]);
    // The improvements go round: 0 → 2 → 3 → 1 → 0 by B, A, B, A.
    const cycle = reachable(game, [0], true);
    expect(Array.from(cycle.distance)).toEqual([0, 3, 1, 2]);
    expect(cycle.pathTo(1)).toEqual([
      { mover: 1, from: 0, to: 2 },
      { mover: 0, from: 2, to: 3 },
      { mover: 1, from: 3, to: 1 },
    ]);
  });
});
