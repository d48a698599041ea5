import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcMoves, createGame, explain, stability, type Game } from '../src/index.js';
import { anyForm, gameOf } from './random-game.js';

/** Theory 3.1, test A: DM0 0→1; DM1 1→2, 3→4; DM2 2→3. */
test('which rule is read decides: only a second move of the same opponent deters', () => {
  const moves = arcMoves(5, [
    [[1], [], [], [], []],
    [[], [2], [], [4], []],
    [[], [], [3], [], []],
  ]);
  const ranks = [
    Int32Array.of(2, 3, 4, 4, 1),
    new Int32Array(5).fill(1),
    new Int32Array(5).fill(1),
  ];
  const published = createGame(moves, ranks, null);
  const once = createGame(moves, ranks, null, 'each at most once');
  expect(stability(published, 0, 'GMR')[0]).toBe(1);
  expect(stability(once, 0, 'GMR')[0]).toBe(0);
  expect(explain(published, 0, 0, 'GMR').improvements[0]).toMatchObject({
    responses: 3,
    sanction: { to: 4 },
  });
  expect(explain(once, 0, 0, 'GMR').improvements[0]).toMatchObject({
    responses: 2,
    sanction: null,
  });
});

/** A literal reading: every order of some of the opponents, each with every move it has. */
function literal(game: Game, i: number, s: number, improving: boolean, noEscape: boolean): boolean {
  const { moves, ranks } = game;
  const successors = (j: number, x: number): number[] => {
    const out = new Int32Array(moves.maxDegree);
    return Array.from(out.subarray(0, moves.successors(j, x, out)));
  };
  const deters = (x: number): boolean =>
    ranks[i][x] <= ranks[i][s] &&
    (!noEscape || successors(i, x).every((y) => ranks[i][y] <= ranks[i][s]));
  const answered = (x: number, left: readonly number[]): boolean =>
    left.some((j) =>
      successors(j, x)
        .filter((y) => !improving || ranks[j][y] > ranks[j][x])
        .some(
          (y) =>
            deters(y) ||
            answered(
              y,
              left.filter((k) => k !== j),
            ),
        ),
    );
  const others = ranks.map((_, j) => j).filter((j) => j !== i);
  return successors(i, s)
    .filter((x) => ranks[i][x] > ranks[i][s])
    .every((x) => answered(x, others));
}

test('verdicts and explanations are those of the literal reading', () => {
  let different = 0;
  fc.assert(
    fc.property(anyForm, (recipe) => {
      const published = gameOf(recipe);
      const { moves, ranks, space } = published;
      const game = createGame(moves, ranks, space, 'each at most once');
      for (const concept of ['GMR', 'SMR', 'SEQ', 'SSEQ'] as const) {
        for (let i = 0; i < recipe.n; i++) {
          const verdicts = stability(game, i, concept);
          const usual = stability(published, i, concept);
          for (let s = 0; s < moves.size; s++) {
            const expected = literal(
              game,
              i,
              s,
              concept.endsWith('SEQ'),
              /^SMR|^SSEQ/.test(concept),
            );
            expect([concept, i, s, verdicts[s]]).toEqual([concept, i, s, expected ? 1 : 0]);
            if (verdicts[s] !== usual[s]) different++;
          }
        }
      }
      const explained = explain(game, 0, 0, 'SEQ');
      expect(explained.stable).toBe(stability(game, 0, 'SEQ')[0] === 1);
      for (const { sanction } of explained.improvements)
        if (sanction?.kind === 'response') {
          const movers = sanction.path.map(({ mover }) => mover);
          expect(new Set(movers).size).toBe(movers.length);
        }
    }),
    { numRuns: 400 },
  );
  // The rules do differ on some of these models.
  expect(different).toBeGreaterThan(0);
});
