import { describe, expect, it } from 'vitest';
import {
  arcMoves,
  createGame,
  fromScores,
  reachable,
  simplePaths,
  type Game,
  type Path,
} from '../src/index.js';
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

/** The improvements of each mover from a state. */
function improvementsFrom(game: Game, x: number): { mover: number; to: number }[] {
  const reach = new Int32Array(game.moves.maxDegree);
  return game.ranks.flatMap((own, mover) =>
    Array.from(reach.subarray(0, game.moves.successors(mover, x, reach)))
      .filter((to) => own[to] > own[x])
      .map((to) => ({ mover, to })),
  );
}

/** The states of all sequences of improvements in which nobody moves twice in a row. */
function reachedLegally(game: Game, start: number): Set<number> {
  const seen = new Set<string>();
  const follow = (x: number, last: number): void => {
    if (seen.has(`${x} ${last}`)) return;
    seen.add(`${x} ${last}`);
    for (const { mover, to } of improvementsFrom(game, x)) if (mover !== last) follow(to, mover);
  };
  follow(start, -1);
  return new Set([...seen].map((node) => Number(node.split(' ')[0])));
}

/** What improvements lead to from a state, whoever makes them. */
function closure(game: Game, x: number): Set<number> {
  const seen = new Set([x]);
  for (const y of seen) for (const { to } of improvementsFrom(game, y)) seen.add(to);
  return seen;
}

/** The closed classes among what some states lead to. */
function classesFrom(game: Game, states: Iterable<number>): Set<string> {
  const found = new Set<string>();
  for (const x of states) {
    const reached = closure(game, x);
    if ([...reached].every((y) => closure(game, y).has(x)))
      found.add([...reached].sort((a, b) => a - b).join());
  }
  return found;
}

describe('where improvements end', () => {
  it('is what legal sequences lead to and nothing leads out of, each with a way', () => {
    let rounds = 0;
    let beyond = 0;
    let none = 0;
    for (const game of games) {
      const reached = reachedLegally(game, 0);
      const expected = classesFrom(game, reached);
      const course = reachable(game, [0], true);
      const ends = course.ends();
      expect(ends.map(({ states }) => states.join()).sort()).toEqual([...expected].sort());
      for (const { states, nearest } of ends) {
        const steps = states.filter((s) => reached.has(s)).map((s) => course.distance[s]);
        expect(states).toContain(nearest);
        expect(course.distance[nearest]).toBe(Math.min(...steps));
        let [at, last] = [0, -1];
        for (const { mover, from, to } of course.pathTo(nearest)!) {
          expect(from).toBe(at);
          expect(mover).not.toBe(last);
          expect(improvementsFrom(game, from)).toContainEqual({ mover, to });
          [at, last] = [to, mover];
        }
        expect(at).toBe(nearest);
        if (states.length > 1) rounds++;
      }
      expect(ends).toEqual(
        [...ends].sort((a, b) => course.distance[a.nearest] - course.distance[b.nearest]),
      );
      if (classesFrom(game, closure(game, 0)).size > ends.length) beyond++;
      if (ends.length === 0) none++;
      if (game.moves.transitive) expect(ends.length).toBeGreaterThan(0);
    }
    expect(rounds).toBeGreaterThan(2);
    // Two steps of one in a row would lead to an end that legal sequences do not reach, or to the only one.
    expect(beyond).toBeGreaterThan(10);
    expect(none).toBeGreaterThan(2);
  });

  it('is nowhere where only who has just moved could go on', () => {
    const moves = arcMoves(3, [[[1], [2], []]]);
    const course = reachable(
      createGame(moves, [fromScores(Float64Array.of(0, 1, 2))], null),
      [0],
      true,
    );
    expect(Array.from(course.distance)).toEqual([0, 1, -1]);
    expect(course.ends()).toEqual([]);
  });
});

describe('a sequence with a step that is wanted', () => {
  it('is a shortest legal one that ends with it', () => {
    for (const game of games.slice(0, 400)) {
      const wanted = (mover: number, to: number): boolean => mover === 0 && to % 2 === 1;
      const found = reachable(game, [0], false).pathWith(({ mover, to }) => wanted(mover, to));
      const shortest = Math.min(...sequences(game, wanted));
      expect(found?.length ?? Infinity).toBe(shortest);
      if (found === null) continue;
      expect(wanted(found.at(-1)!.mover, found.at(-1)!.to)).toBe(true);
      expect(found.every(({ mover }, k) => k === 0 || mover !== found[k - 1].mover)).toBe(true);
    }
  });
});

/** The lengths of legal sequences from state 0 up to their first step that is wanted. */
function sequences(game: Game, wanted: (mover: number, to: number) => boolean): number[] {
  const reach = new Int32Array(game.moves.maxDegree);
  const steps = new Map([['0 -1', 0]]);
  const found: number[] = [];
  for (const [node, length] of steps) {
    const [x, last] = node.split(' ').map(Number);
    for (let mover = 0; mover < game.moves.movers; mover++) {
      if (mover === last) continue;
      const count = game.moves.successors(mover, x, reach);
      for (const to of reach.slice(0, count)) {
        if (wanted(mover, to)) found.push(length + 1);
        if (!steps.has(`${to} ${mover}`)) steps.set(`${to} ${mover}`, length + 1);
      }
    }
  }
  return found;
}
