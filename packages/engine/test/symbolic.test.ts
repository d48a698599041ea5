import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestReplies,
  boundedStability,
  Budget,
  createGame,
  enumerateStates,
  EngineError,
  equilibria,
  exploreFrom,
  FALSE,
  fromScores,
  LargeStates,
  optionMoves,
  reachable,
  ShortestPaths,
  stability,
  SymbolicGame,
  symbolicStability,
  SymbolicReach,
  withoutMoves,
  type Edge,
  type Formula,
  type LargeModel,
  type LargePath,
  isResponse,
} from '../src/index.js';
import { Differences } from './differences.js';
import { CONCEPTS, type Definitions } from './oracle.js';
import { truth } from './random-formula.js';
import { MODELS } from './random-game.js';
import { definitionsOf, largeModel, scoresOf, statesOf } from './symbolic-models.js';

// The symbolic kernels, and the exploration on the fly, against the definitions read literally.

// Mostly of few options: each more takes four times as long.
const small = largeModel(
  fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 1, arbitrary: fc.constant(5) },
  ),
);
const medium = largeModel(
  fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: 6, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9, max: 10 }) },
  ),
);

/** The indexes of the states in the set. */
function members(game: SymbolicGame, set: Edge, states: readonly number[]): number[] {
  const found = states.flatMap((code, s) => (game.has(set, BigInt(code)) ? [s] : []));
  if (game.count(set) !== BigInt(found.length))
    throw new Error('The set has states that are not feasible.');
  return found;
}

/** The same as indexes, ascending, each once. */
function indexesOf(codes: readonly bigint[], states: readonly number[]): number[] {
  const indexes = new Set(codes.map((code) => states.indexOf(Number(code))));
  return [...indexes].toSorted((a, b) => a - b);
}

/** Tidies up before every step, so that a set somebody forgot to keep is lost at once. */
const tidying = (model: LargeModel, relations = true): SymbolicGame =>
  new SymbolicGame(model, { collectAt: 1, ...(relations ? {} : { relationNodes: 0 }) });

function comparePath(
  differences: Differences,
  model: LargeModel,
  definitions: Definitions,
  path: LargePath | null,
  starts: readonly bigint[],
  to: number,
  improving: boolean,
): void {
  const states = statesOf(model);
  const index = (code: bigint): number => states.indexOf(Number(code));
  let at = path!.length > 0 ? path![0].from : BigInt(to);
  const wrong: unknown[] = [];
  if (!starts.includes(at)) wrong.push(['starts elsewhere', String(at)]);
  path!.forEach((step, k) => {
    if (step.from !== at) wrong.push(['does not go on from where it was', k]);
    const permitted = improving
      ? definitions.improvements(step.mover, index(step.from))
      : definitions.R(step.mover, index(step.from));
    if (!permitted.has(index(step.to))) wrong.push(['not permitted', k]);
    if (k > 0 && model.disallowed.length > 0 && step.mover === path![k - 1].mover)
      wrong.push(['the same mover twice running', k]);
    at = step.to;
  });
  if (at !== BigInt(to)) wrong.push(['ends elsewhere', String(at), to]);
  differences.add(`the steps of a path to ${to}`, wrong, []);
}

describe('on random models, as the definitions have it', () => {
  test('feasible states, Nash equilibria, one step either way', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.boolean(), (model, pick, relations) => {
        const states = statesOf(model);
        const definitions = definitionsOf(model);
        const game = tidying(model, relations);
        const differences = new Differences();
        differences.add('feasible', members(game, game.feasible, states), [...states.keys()]);
        const stable = (i: number, s: number) => definitions.improvements(i, s).size === 0;
        differences.add(
          'Nash',
          members(game, game.nash(), states),
          states.flatMap((_, s) => (model.owned.every((_, i) => stable(i, s)) ? [s] : [])),
        );
        const some = states.map((_, s) => s).filter((s) => ((pick >> (s % 30)) & 1) === 1);
        const set = game.keep(
          some.reduce((all, s) => game.bdd.or(all, game.state(BigInt(states[s]))), FALSE),
        );
        for (const i of model.owned.keys()) {
          differences.add(
            `improvements of ${i}`,
            members(game, game.step(i, set, 'forward', true), states),
            states.flatMap((_, s) =>
              some.some((from) => definitions.improvements(i, from).has(s)) ? [s] : [],
            ),
          );
          differences.add(
            `what improvements of ${i} come from`,
            members(game, game.step(i, set, 'back', true), states),
            states.flatMap((_, s) =>
              some.some((to) => definitions.improvements(i, s).has(to)) ? [s] : [],
            ),
          );
          const any = members(game, game.step(i, set, 'forward', false), states);
          const moved = states.flatMap((_, s) =>
            some.some((from) => definitions.R(i, from).has(s)) ? [s] : [],
          );
          // States of the set may be there as well, except where staying would count as a move.
          const told = (s: number) => !some.includes(s) || !game.transitive;
          differences.add(`moves of ${i}`, any.filter(told), moved.filter(told));
        }
        expect(differences.all).toEqual([]);
      }),
      { numRuns: Math.ceil(MODELS / 2) },
    );
  });

  test.each([true, false])(
    'what can be reached, how far, and by which path; improving: %s',
    (improving) => {
      fc.assert(
        fc.property(small, fc.nat(), fc.nat(), fc.boolean(), (model, one, other, relations) => {
          const states = statesOf(model);
          const starts = [...new Set([one % states.length, other % states.length])];
          const codes = starts.map((s) => BigInt(states[s]));
          const all = model.owned.map((_, i) => i);
          const definitions = definitionsOf(model);
          const wanted = definitions.distances(starts, all, improving);
          const game = tidying(model, relations);
          const differences = new Differences();
          const reach = new SymbolicReach(game, codes, { improving });
          const reached = states.flatMap((_, s) => (wanted[s] >= 0 ? [s] : []));
          differences.add('reached', members(game, reach.all, states), reached);
          const shortest = new ShortestPaths(game, codes, improving);
          const explored = exploreFrom(new LargeStates(model), codes, { improving }, PLENTY);
          differences.add('explored in full', explored.complete, true);
          differences.add('explored', indexesOf(explored.states, states), reached);
          const nash = game.nash();
          const held = explored.states.filter((code) => improving && game.has(nash, code));
          differences.add('Nash', indexesOf(explored.nash, states), indexesOf(held, states));
          states.forEach((code, s) => {
            for (const path of [shortest.to(BigInt(code)), explored.pathTo(BigInt(code))]) {
              differences.add(`how far to ${code}`, path === null ? -1 : path.length, wanted[s]);
              if (path) comparePath(differences, model, definitions, path, codes, code, improving);
            }
            const path = reach.pathTo(BigInt(code));
            if (wanted[s] < 0) differences.add(`no path to ${code}`, path === null, true);
            else comparePath(differences, model, definitions, path, codes, code, improving);
          });
          expect(differences.all).toEqual([]);
        }),
        { numRuns: Math.ceil(MODELS / 6) },
      );
    },
  );

  test('what is reached with little effort can be reached', () => {
    let incomplete = 0;
    fc.assert(
      fc.property(small, fc.nat(), fc.integer({ min: 0, max: 12 }), (model, pick, effort) => {
        const states = statesOf(model);
        const s = pick % states.length;
        const definitions = definitionsOf(model);
        const wanted = definitions.distances(
          [s],
          model.owned.map((_, i) => i),
          true,
        );
        const start = [BigInt(states[s])];
        const reach = new SymbolicReach(tidying(model), start, { improving: true, effort });
        const found = members(reach.game, reach.all, states);
        const differences = new Differences();
        const reached = states.flatMap((_, x) => (wanted[x] >= 0 ? [x] : []));
        if (!reach.complete) incomplete++;
        differences.add(
          'reached',
          found,
          reach.complete ? reached : found.filter((x) => reached.includes(x)),
        );
        for (const x of found) {
          const path = reach.pathTo(BigInt(states[x]));
          comparePath(differences, model, definitions, path, start, states[x], true);
        }
        expect(differences.all).toEqual([]);
      }),
      { numRuns: Math.ceil(MODELS / 6) },
    );
    expect(incomplete).toBeGreaterThan(MODELS / 200);
  });

  test('stability of one state under every concept', () => {
    fc.assert(
      fc.property(small, fc.nat(), (model, pick) => {
        const states = statesOf(model);
        const s = pick % states.length;
        const definitions = definitionsOf(model);
        const game = tidying(model);
        const onTheFly = new LargeStates(model);
        const differences = new Differences();
        for (const i of model.owned.keys())
          for (const concept of CONCEPTS) {
            const wanted = definitions.stable(i, s, concept);
            const code = BigInt(states[s]);
            differences.add(concept, symbolicStability(game, i, code, concept), wanted);
            if (!isResponse(concept)) continue;
            differences.add(
              `${concept}, searched`,
              boundedStability(onTheFly, i, code, concept, PLENTY),
              wanted ? 'stable' : 'unstable',
            );
          }
        expect(differences.all).toEqual([]);
      }),
      { numRuns: Math.ceil(MODELS / 4) },
    );
  });

  test('what a mover prefers to a state, and likes best and least of some', () => {
    fc.assert(
      fc.property(small, fc.nat(), (model, pick) => {
        const states = statesOf(model);
        const s = pick % states.length;
        const game = tidying(model);
        const { prefers } = definitionsOf(model).model;
        const differences = new Differences();
        for (const i of model.owned.keys())
          differences.add(
            `preferred by ${i}`,
            members(
              game,
              game.bdd.and(game.feasible, game.preferredTo(i, BigInt(states[s]))),
              states,
            ),
            states.flatMap((_, x) => (prefers(i, x, s) ? [x] : [])),
          );
        const some = states.map((_, x) => x).filter((x) => x % 3 !== pick % 3);
        const set = some.reduce((all, x) => game.bdd.or(all, game.state(BigInt(states[x]))), FALSE);
        const bits = (holds: (k: number) => boolean): bigint =>
          Array.from({ length: model.optionCount }, (_, k) => k)
            .filter(holds)
            .reduce((code, k) => code | (1n << BigInt(k)), 0n);
        const isTaken = (x: number, k: number): boolean => ((states[x] >> k) & 1) === 1;
        expect(game.fixedOptions(set)).toEqual({
          always: bits((k) => some.every((x) => isTaken(x, k))),
          never: bits((k) => !some.some((x) => isTaken(x, k))),
        });
        for (const i of model.owned.keys()) {
          differences.add(
            `best for ${i}`,
            members(game, game.extreme(i, set, 'best'), states),
            some.filter((x) => !some.some((y) => prefers(i, y, x))),
          );
          differences.add(
            `worst for ${i}`,
            members(game, game.extreme(i, set, 'worst'), states),
            some.filter((x) => !some.some((y) => prefers(i, x, y))),
          );
        }
        expect(differences.all).toEqual([]);
      }),
      { numRuns: Math.ceil(MODELS / 4) },
    );
  });

  test('a bounded search is never wrong, however little it may look at', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.integer({ min: 1, max: 60 }), (model, pick, settings) => {
        const states = statesOf(model);
        const s = pick % states.length;
        const definitions = definitionsOf(model);
        const onTheFly = new LargeStates(model);
        const limits = () => ({ states: 1 + (settings % 7), budget: new Budget(settings) });
        const differences = new Differences();
        for (let i = 0; i < model.owned.length; i++)
          for (const concept of CONCEPTS) {
            if (!isResponse(concept)) continue;
            const verdict = boundedStability(onTheFly, i, BigInt(states[s]), concept, limits());
            const wanted = definitions.stable(i, s, concept) ? 'stable' : 'unstable';
            if (verdict !== 'not decided') differences.add(concept, verdict, wanted);
          }
        const explored = exploreFrom(onTheFly, [BigInt(states[s])], { improving: true }, limits());
        const reached = definitions.distances(
          [s],
          model.owned.map((_, i) => i),
          true,
        );
        const seen = explored.states.map((code) => states.indexOf(Number(code)));
        differences.add(
          'explored, but not to be reached',
          seen.filter((x) => !(reached[x] >= 0)),
          [],
        );
        if (explored.complete)
          differences.add('how many', seen.length, reached.filter((d) => d >= 0).length);
        for (const code of explored.nash)
          for (let i = 0; i < model.owned.length; i++)
            differences.add(
              'Nash',
              definitions.stable(i, states.indexOf(Number(code)), 'Nash'),
              true,
            );
        expect(differences.all).toEqual([]);
      }),
      { numRuns: Math.ceil(MODELS / 4) },
    );
  });
});

const PLENTY = { states: 1e6, budget: new Budget(1e12) };

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

const option = (k: number): Formula => ({ kind: 'option', option: k });
const not = (of: Formula): Formula => ({ kind: 'not', of });

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
