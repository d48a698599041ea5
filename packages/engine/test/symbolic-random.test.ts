import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundedStability,
  Budget,
  exploreFrom,
  FALSE,
  LargeStates,
  ShortestPaths,
  SymbolicGame,
  symbolicStability,
  SymbolicReach,
  type LargeModel,
  isResponse,
} from '../src/index.js';
import { Differences } from './differences.js';
import { CONCEPTS } from './oracle.js';
import { MODELS } from './random-game.js';
import { definitionsOf, statesOf } from './symbolic-models.js';
import { small, members, comparePath } from './symbolic-sets.js';

/** The same as indexes, ascending, each once. */
function indexesOf(codes: readonly bigint[], states: readonly number[]): number[] {
  const indexes = new Set(codes.map((code) => states.indexOf(Number(code))));
  return [...indexes].toSorted((a, b) => a - b);
}

/** Tidies up before every step, so that a set somebody forgot to keep is lost at once. */
const tidying = (model: LargeModel, relations = true): SymbolicGame =>
  new SymbolicGame(model, { collectAt: 1, ...(relations ? {} : { relationNodes: 0 }) });

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
