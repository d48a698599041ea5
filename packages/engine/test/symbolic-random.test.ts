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
import { CONCEPTS } from './oracle.js';
import { MODELS } from './random-game.js';
import { definitionsOf, statesOf } from './symbolic-models.js';
import { small, members, expectPath } from './symbolic-sets.js';

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
        expect(members(game, game.feasible, states)).toHaveLength(states.length);
        const stable = (i: number, s: number) => definitions.improvements(i, s).size === 0;
        expect(members(game, game.nash(), states)).toEqual(
          states.flatMap((_, s) => (model.owned.every((_, i) => stable(i, s)) ? [s] : [])),
        );
        const some = states.map((_, s) => s).filter((s) => ((pick >> (s % 30)) & 1) === 1);
        const set = game.keep(
          some.reduce((all, s) => game.bdd.or(all, game.state(BigInt(states[s]))), FALSE),
        );
        for (const i of model.owned.keys()) {
          expect(members(game, game.step(i, set, 'forward', true), states)).toEqual(
            states.flatMap((_, s) =>
              some.some((from) => definitions.improvements(i, from).has(s)) ? [s] : [],
            ),
          );
          expect(members(game, game.step(i, set, 'back', true), states)).toEqual(
            states.flatMap((_, s) =>
              some.some((to) => definitions.improvements(i, s).has(to)) ? [s] : [],
            ),
          );
          const any = members(game, game.step(i, set, 'forward', false), states);
          const moved = states.flatMap((_, s) =>
            some.some((from) => definitions.R(i, from).has(s)) ? [s] : [],
          );
          // States of the set may be there as well, except where staying would count as a move.
          expect(any.filter((s) => !some.includes(s) || !game.transitive)).toEqual(
            moved.filter((s) => !some.includes(s) || !game.transitive),
          );
        }
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
          const reach = new SymbolicReach(game, codes, { improving });
          expect(members(game, reach.all, states)).toEqual(
            states.flatMap((_, s) => (wanted[s] >= 0 ? [s] : [])),
          );
          const shortest = new ShortestPaths(game, codes, improving);
          const explored = exploreFrom(new LargeStates(model), codes, { improving }, PLENTY);
          expect(explored.complete).toBe(true);
          expect(new Set(explored.states.map((code) => states.indexOf(Number(code))))).toEqual(
            new Set(states.flatMap((_, s) => (wanted[s] >= 0 ? [s] : []))),
          );
          const nash = game.nash();
          expect(new Set(explored.nash)).toEqual(
            new Set(explored.states.filter((code) => improving && game.has(nash, code))),
          );
          states.forEach((code, s) => {
            for (const path of [shortest.to(BigInt(code)), explored.pathTo(BigInt(code))]) {
              expect(path === null ? -1 : path.length).toBe(wanted[s]);
              if (path) expectPath(model, definitions, path, codes, code, improving);
            }
            const path = reach.pathTo(BigInt(code));
            if (wanted[s] < 0) expect(path).toBeNull();
            else expectPath(model, definitions, path, codes, code, improving);
          });
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
        if (!reach.complete) incomplete++;
        else expect(found).toHaveLength(wanted.filter((d) => d >= 0).length);
        for (const x of found) {
          expect(wanted[x]).toBeGreaterThanOrEqual(0);
          const path = reach.pathTo(BigInt(states[x]));
          expectPath(model, definitions, path, start, states[x], true);
        }
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
        for (const i of model.owned.keys())
          for (const concept of CONCEPTS) {
            const wanted = definitions.stable(i, s, concept);
            const code = BigInt(states[s]);
            expect([concept, symbolicStability(game, i, code, concept)]).toEqual([concept, wanted]);
            if (!isResponse(concept)) continue;
            expect([concept, boundedStability(onTheFly, i, code, concept, PLENTY)]).toEqual([
              concept,
              wanted ? 'stable' : 'unstable',
            ]);
          }
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
        for (const i of model.owned.keys())
          expect(
            members(
              game,
              game.bdd.and(game.feasible, game.preferredTo(i, BigInt(states[s]))),
              states,
            ),
          ).toEqual(states.flatMap((_, x) => (prefers(i, x, s) ? [x] : [])));
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
          expect(members(game, game.extreme(i, set, 'best'), states)).toEqual(
            some.filter((x) => !some.some((y) => prefers(i, y, x))),
          );
          expect(members(game, game.extreme(i, set, 'worst'), states)).toEqual(
            some.filter((x) => !some.some((y) => prefers(i, x, y))),
          );
        }
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
        for (let i = 0; i < model.owned.length; i++)
          for (const concept of CONCEPTS) {
            if (!isResponse(concept)) continue;
            const verdict = boundedStability(onTheFly, i, BigInt(states[s]), concept, limits());
            const wanted = definitions.stable(i, s, concept) ? 'stable' : 'unstable';
            expect([wanted, 'not decided']).toContain(verdict);
          }
        const explored = exploreFrom(onTheFly, [BigInt(states[s])], { improving: true }, limits());
        const reached = definitions.distances(
          [s],
          model.owned.map((_, i) => i),
          true,
        );
        const seen = explored.states.map((code) => states.indexOf(Number(code)));
        expect(seen.every((x) => reached[x] >= 0)).toBe(true);
        if (explored.complete) expect(seen).toHaveLength(reached.filter((d) => d >= 0).length);
        for (const code of explored.nash)
          for (let i = 0; i < model.owned.length; i++)
            expect(definitions.stable(i, states.indexOf(Number(code)), 'Nash')).toBe(true);
      }),
      { numRuns: Math.ceil(MODELS / 4) },
    );
  });
});

const PLENTY = { states: 1e6, budget: new Budget(1e12) };
