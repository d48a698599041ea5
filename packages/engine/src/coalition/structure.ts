import type { CoalitionConcept, Verdicts } from '../concepts.js';
import type { Game } from '../game.js';
import { expectState } from '../validate.js';
import { between, unwatched, type Watch } from '../watch.js';
import { Actors } from './actors.js';
import { coalitionOf, coalitionsUpTo, partitionOf, type Coalition } from './coalition.js';
import { coalitionKernel } from './coalition-stability.js';
import { ownActors } from './explain-coalition.js';
import { Gains } from './gains.js';
import { completeRules, type CoalitionRules } from './rules.js';
import type { JointStep, Ways } from '../ways.js';

/** Where coalitions are stable, each and all of them together. */
export interface CoalitionVerdicts {
  readonly coalitions: readonly Coalition[];
  /** By coalition, for each concept asked for. */
  readonly verdicts: readonly ReadonlyMap<CoalitionConcept, Verdicts>[];
  /** By concept, where every one of the coalitions is stable. */
  readonly all: ReadonlyMap<CoalitionConcept, Verdicts>;
}

/**
 * The verdicts of every coalition of at most `size` members, single ones included, and the states that
 * are stable for all of them: coalitionally, or universally, stable (theory 5.2).
 * @throws EngineError 'too-many-coalitions', and as `coalitionKernel`.
 */
export function coalitionVerdicts(
  game: Game,
  concepts: readonly CoalitionConcept[],
  size = game.moves.movers,
  given: Partial<CoalitionRules> = {},
  watch: Watch = unwatched,
): CoalitionVerdicts {
  return verdictsOf(game, coalitionsUpTo(game.moves.movers, size), concepts, given, watch);
}

/**
 * The same for the blocks of a partition, each of which acts as one decision maker (theory 5.5).
 * @throws EngineError 'bad-argument' for a partition that is none, and as `coalitionKernel`.
 */
export function partitionVerdicts(
  game: Game,
  blocks: readonly Coalition[],
  concepts: readonly CoalitionConcept[],
  given: Partial<Omit<CoalitionRules, 'outsiders'>> = {},
  watch: Watch = unwatched,
): CoalitionVerdicts {
  const partition = partitionOf(game.moves, blocks);
  return verdictsOf(game, partition, concepts, { ...given, outsiders: partition }, watch);
}

function verdictsOf(
  game: Game,
  coalitions: readonly Coalition[],
  concepts: readonly CoalitionConcept[],
  given: Partial<CoalitionRules>,
  watch: Watch,
): CoalitionVerdicts {
  const kernel = coalitionKernel(game, given);
  const all = new Map(concepts.map((c) => [c, new Uint8Array(game.moves.size).fill(1)]));
  const verdicts = coalitions.map((coalition, k) => {
    watch(k / coalitions.length);
    const own = between(watch, k / coalitions.length, (k + 1) / coalitions.length);
    return new Map(
      concepts.map((concept) => {
        const stable = kernel(coalition, concept, own);
        const every = all.get(concept)!;
        for (let s = 0; s < every.length; s++) every[s] &= stable[s];
        return [concept, stable] as const;
      }),
    );
  });
  return { coalitions, verdicts, all };
}

/** A coalition's improvement from one state to another. */
export interface Jump {
  readonly coalition: Coalition;
  readonly from: number;
  readonly to: number;
  readonly path: readonly JointStep[];
}

/**
 * Equilibrium jumps (theory 5.3; Kilgour, Hipel, Fang, Peng 2001): improvements of coalitions of two
 * or more from one of the states to another. The state left is coalitionally vulnerable, the other
 * attractive.
 * @param states the equilibria, under whatever concept.
 * @throws EngineError 'bad-argument' as `coalitionKernel`, and for states that there are not.
 */
export function equilibriumJumps(
  game: Game,
  states: readonly number[],
  coalitions: readonly Coalition[],
  given: Partial<CoalitionRules> = {},
): Jump[] {
  for (const state of states) expectState(game.moves, state);
  const rules = completeRules(game, given);
  const actors = new Actors(game, rules);
  return coalitions
    .map((members) => coalitionOf(game.moves, members))
    .filter(({ length }) => length > 1)
    .flatMap((coalition) => {
      const gains = new Gains(game.ranks, coalition, rules.improvement, game.moves.size);
      const ways = actors.ways(ownActors(coalition, rules));
      return states.flatMap((from) => {
        const better = states.filter((to) => to !== from && gains.improves(to, from));
        if (better.length === 0) return [];
        const reached = ways.from(from);
        const within = new Set(reached.states);
        return better
          .filter((to) => within.has(to))
          .map((to) => ({ coalition, from, to, path: reached.pathTo(to) }));
      });
    });
}

/**
 * Credible improvements (theory 5.4, ours, in the spirit of coalition-proofness: Bernheim, Peleg,
 * Whinston 1987): those after which no part of the coalition has a credible improvement of its own.
 * Of a single decision maker every improvement is credible.
 * @returns the states to which the coalition has a credible improvement, ascending.
 */
export function credibleImprovements(
  game: Game,
  members: Coalition,
  state: number,
  given: Partial<CoalitionRules> = {},
): number[] {
  const coalition = coalitionOf(game.moves, members);
  expectState(game.moves, state);
  const rules = completeRules(game, given);
  const actors = new Actors(game, rules);
  const parts = new Map<string, { ways: Ways; gains: Gains }>();
  const known = new Map<string, number[]>();
  const credible = (part: Coalition, from: number): number[] => {
    const key = `${part.join()}:${from}`;
    const before = known.get(key);
    if (before) return before;
    let own = parts.get(part.join());
    if (!own)
      parts.set(
        part.join(),
        (own = {
          ways: actors.ways(ownActors(part, rules)),
          gains: new Gains(game.ranks, part, rules.improvement, game.moves.size),
        }),
      );
    const { gains } = own;
    const smaller = coalitionsUpTo(part.length, Math.max(1, part.length - 1))
      .filter(({ length }) => length < part.length)
      .map((places) => places.map((k) => part[k]));
    const found = own.ways
      .from(from)
      .states.filter((to) => to !== from && gains.improves(to, from))
      .filter((to) => smaller.every((sub) => credible(sub, to).length === 0))
      .sort((a, b) => a - b);
    known.set(key, found);
    return found;
  };
  return credible(coalition, state);
}
