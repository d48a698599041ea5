import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bestReplies,
  boundedStability,
  Budget,
  createGame,
  enumerateStates,
  EngineError,
  equilibria,
  exploreFrom,
  fromScores,
  LargeStates,
  optionMoves,
  reachable,
  ShortestPaths,
  stability,
  SymbolicGame,
  SymbolicReach,
  withoutMoves,
  type Formula,
  type LargeModel,
} from '../src/index.js';
import { Differences } from './differences.js';
import { not, option } from './formulas.js';
import { truth } from './random-formula.js';
import { MODELS } from './random-game.js';
import { definitionsOf, largeModel, scoresOf, statesOf } from './symbolic-models.js';
import { small, members, comparePath } from './symbolic-sets.js';

const medium = largeModel(
  fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: 6, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9, max: 10 }) },
  ),
);

test('best replies lead by improvements to a Nash equilibrium, or nowhere', () => {
  let arrived = 0;
  fc.assert(
    fc.property(small, fc.nat(), (model, pick) => {
      const states = statesOf(model);
      const s = pick % states.length;
      const definitions = definitionsOf(model);
      const order = model.owned.map((_, i) => i);
      const start = BigInt(states[s]);
      const path = bestReplies(new LargeStates(model), start, order, new Budget(1e6));
      if (path === null) return;
      arrived++;
      const end = Number(path.at(-1)?.to ?? start);
      const differences = new Differences();
      comparePath(differences, model, definitions, path, [start], end, true);
      for (const i of order)
        differences.add('Nash', definitions.stable(i, states.indexOf(end), 'Nash'), true);
      expect(differences.all).toEqual([]);
    }),
    { numRuns: Math.ceil(MODELS / 4) },
  );
  expect(arrived).toBeGreaterThan(MODELS / 8);
});

test('models of 6 to 10 options, as the kernels over states have it', () => {
  fc.assert(
    fc.property(medium, fc.nat(), (model, pick) => {
      const { optionCount, constraints, owned, directions, disallowed, preferences } = model;
      const space = enumerateStates(optionCount, constraints, 2 ** optionCount);
      const codes = Array.from(space.codes);
      const all = optionMoves(space, owned, directions);
      const moves =
        disallowed.length === 0
          ? all
          : withoutMoves(all, (mover, from, to) =>
              disallowed.some(
                (d) => d.mover === mover && truth(d.from, codes[from]) && truth(d.to, codes[to]),
              ),
            );
      const ranks = preferences.map((preference) =>
        fromScores(Float64Array.from(scoresOf(preference, codes))),
      );
      const explicit = createGame(moves, ranks, space);
      const game = new SymbolicGame(model);
      const differences = new Differences();
      differences.add('Nash', members(game, game.nash(), codes), nashOf(explicit));
      const start = pick % space.size;
      for (const improving of [true, false]) {
        const reach = new SymbolicReach(game, [BigInt(codes[start])], { improving });
        const { distance } = reachable(explicit, [start], improving);
        differences.add(
          'reached',
          members(game, reach.all, codes),
          codes.flatMap((_, s) => (distance[s] >= 0 ? [s] : [])),
        );
        const paths = new ShortestPaths(game, [BigInt(codes[start])], improving);
        for (let s = pick % 7; s < codes.length; s += 1 + Math.floor(codes.length / 20))
          differences.add(`how far to ${s}`, paths.to(BigInt(codes[s]))?.length ?? -1, distance[s]);
      }
      expect(differences.all).toEqual([]);
    }),
    { numRuns: Math.ceil(MODELS / 10) },
  );
});

function nashOf(game: ReturnType<typeof createGame>): number[] {
  const verdicts = game.ranks.map((_, mover) => stability(game, mover, 'Nash'));
  const stable = equilibria(verdicts, game.moves.size);
  return Array.from(stable.keys()).filter((s) => stable[s] === 1);
}

/**
 * Ten basins in a row, six options each: build a dam (for good), divert, treat waste, share data,
 * monitor, complain. Each basin minds what its neighbour upstream does.
 */
function basins(count: number): LargeModel {
  const at = (basin: number, k: number): Formula => option(6 * basin + k);
  const [dam, divert, treat, share, monitor, complain] = [0, 1, 2, 3, 4, 5];
  const up = (b: number): number => Math.max(0, b - 1);
  return {
    optionCount: 6 * count,
    constraints: Array.from({ length: count }, (_, b): Formula[] => [
      { kind: 'or', of: [not(at(b, divert)), at(b, dam)] },
      { kind: 'or', of: [not(at(b, monitor)), at(b, share)] },
      not({ kind: 'and', of: [at(b, complain), at(b, share)] }),
    ]).flat(),
    owned: Array.from({ length: count }, (_, b) => [0, 1, 2, 3, 4, 5].map((k) => 6 * b + k)),
    directions: Array.from({ length: 6 * count }, (_, k) => (k % 6 === dam ? 'forward' : 'both')),
    disallowed: [],
    preferences: Array.from({ length: count }, (_, b) => ({
      form: 'statements',
      statements: [
        not(at(up(b), divert)),
        { kind: 'or', of: [at(b, treat), not(at(up(b), treat))] },
        { kind: 'iff', of: [at(b, complain), at(up(b), divert)] },
        { kind: 'or', of: [not(at(b, share)), at(up(b), share)] },
        at(b, b % 3 === 0 ? share : divert),
        not(at(b, monitor)),
      ],
    })),
  };
}

test('60 options: the Nash equilibria that improvements lead to from the status quo', () => {
  const model = basins(10);
  // Between two and four times what it takes.
  const game = new SymbolicGame(model, { maxNodes: 160_000 });
  const nash = game.nash();
  const reach = new SymbolicReach(game, [0n], { improving: true });
  const reached = game.bdd.and(nash, reach.all);
  const found = game.nearest(reached, 0n, 5);
  const shortest = new ShortestPaths(game, [0n], true);
  const paths = found.map((code) => shortest.to(code)!);
  // 24 settings of a basin's options satisfy its constraints, whatever the others do.
  expect(game.count(game.feasible)).toBe(24n ** 10n);
  expect(game.count(nash)).toBeGreaterThan(0n);
  expect(game.count(reached)).toBeGreaterThan(0n);
  const states = new LargeStates(model);
  const explored = { states: 1000, budget: new Budget(1e6) };
  found.forEach((code, k) => {
    for (let i = 0; i < 10; i++)
      expect(boundedStability(states, i, code, 'Nash', explored)).toBe('stable');
    expect(reach.pathTo(code)!.length).toBeGreaterThanOrEqual(paths[k].length);
    let at = 0n;
    for (const step of paths[k]) {
      expect(step.from).toBe(at);
      const improvements: bigint[] = [];
      states.eachImprovement(step.mover, at, new Budget(1e6), (to) => {
        improvements.push(to);
        return true;
      });
      expect(improvements).toContain(step.to);
      at = step.to;
    }
    expect(at).toBe(code);
  });
});

test('with few nodes the answer is an error that says so, and the exploration still answers', () => {
  const model = basins(10);
  let error: unknown;
  try {
    new SymbolicGame(model, { maxNodes: 2000 }).nash();
  } catch (e) {
    error = e;
  }
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ code: 'too-many-nodes', limit: { allowed: 2000 } });
  const explored = exploreFrom(
    new LargeStates(model),
    [0n],
    { improving: true },
    {
      states: 500,
      budget: new Budget(1e6),
    },
  );
  expect(explored.complete).toBe(false);
  expect(explored.states).toHaveLength(500);
});

test('a model whose parts do not fit is refused', () => {
  const model = basins(1);
  const bad: [string, Partial<LargeModel>][] = [
    ['directions', { directions: [] }],
    [
      'two owners',
      { owned: [[0, 1], [1]], preferences: [model.preferences[0], model.preferences[0]] },
    ],
    ['names option', { constraints: [option(6)] }],
    ['preferences', { preferences: [] }],
    ['decision maker 3', { disallowed: [{ mover: 3, from: option(0), to: option(1) }] }],
  ];
  for (const [message, part] of bad)
    expect(() => new SymbolicGame({ ...model, ...part })).toThrow(message);
});

test('a state to start from must be feasible', () => {
  const game = new SymbolicGame(basins(1));
  expect(() => new SymbolicReach(game, [2n], { improving: true })).toThrow(/not feasible/);
});
