import { describe, expect, it } from 'vitest';
import { courseEnds, reachable, simplePaths, type Game, type Path } from '../src/index.js';
import fc from 'fast-check';
import { anyForm, gameOf } from './random-game.js';

/** Small ones of both forms, the same in every run. */
const games = fc
  .sample(anyForm, { numRuns: 1500, seed: 7 })
  .map(gameOf)
  .filter(({ moves }) => moves.size > 1 && moves.size < 9);

/** All simple legal paths, by trying everything. */
function everyPath(game: Game, from: number, to: number, improving: boolean): Path[] {
  const found: Path[] = [];
  const reach = new Int32Array(game.moves.maxDegree);
  const walk = (at: number, last: number, path: Path): void => {
    if (at === to) {
      found.push(path);
      return;
    }
    for (let mover = 0; mover < game.moves.movers; mover++) {
      if (mover === last) continue;
      const count = game.moves.successors(mover, at, reach);
      for (const next of Array.from(reach.subarray(0, count))) {
        if (next === from || path.some((step) => step.to === next)) continue;
        if (improving && game.ranks[mover][next] <= game.ranks[mover][at]) continue;
        walk(next, mover, [...path, { mover, from: at, to: next }]);
      }
    }
  };
  walk(from, -1, []);
  return found;
}

const key = (path: Path): string => path.map(({ mover, to }) => `${mover}:${to}`).join(' ');

describe('simple paths', () => {
  it('are all that trying everything finds, the shortest first', () => {
    let several = 0;
    for (const [seed, game] of games.entries()) {
      const from = seed % game.moves.size;
      const to = (seed * 7) % game.moves.size;
      const improving = seed % 3 > 0;
      const expected = everyPath(game, from, to, improving);
      if (expected.length > 3000) continue;
      const { paths, all } = simplePaths(game, from, to, improving, 3000);
      expect(all).toBe(true);
      expect(paths.map(key).sort()).toEqual(expected.map(key).sort());
      expect(paths.map(({ length }) => length)).toEqual(
        paths.map(({ length }) => length).sort((a, b) => a - b),
      );
      if (paths.length > 1) several++;
    }
    expect(several).toBeGreaterThan(20);
  });

  it('say that there are more than asked for', () => {
    for (const game of games.slice(0, 60)) {
      const { paths, all } = simplePaths(game, 0, game.moves.size - 1, false, 1);
      const count = everyPath(game, 0, game.moves.size - 1, false).length;
      expect(paths.length).toBe(Math.min(1, count));
      expect(all).toBe(count <= 1);
    }
  });
});

describe('where improvements end', () => {
  it('is where every state leads to every other and to none else', () => {
    let rounds = 0;
    for (const game of games) {
      const next = (x: number): number[] => {
        const reach = new Int32Array(game.moves.maxDegree);
        return game.ranks.flatMap((own, mover) =>
          Array.from(reach.subarray(0, game.moves.successors(mover, x, reach))).filter(
            (y) => own[y] > own[x],
          ),
        );
      };
      const closure = (x: number): Set<number> => {
        const seen = new Set([x]);
        for (const y of seen) for (const z of next(y)) seen.add(z);
        return seen;
      };
      const expected = new Set<string>();
      for (const x of closure(0)) {
        const reached = closure(x);
        if ([...reached].every((y) => closure(y).has(x)))
          expected.add([...reached].sort((a, b) => a - b).join());
      }
      const ends = courseEnds(game, [0]);
      expect(ends.map(({ states }) => states.join()).sort()).toEqual([...expected].sort());
      if (ends.some(({ states }) => states.length > 1)) rounds++;
      for (const { states } of ends)
        if (game.moves.transitive && states.length === 1)
          expect(reachable(game, [states[0]], true).distance.filter((d) => d > 0)).toHaveLength(0);
    }
    expect(rounds).toBeGreaterThan(2);
  });
});
