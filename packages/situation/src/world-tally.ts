import { unwatched, type Watch } from '@standoff/engine';
import type { Listing } from './listing.js';
import type { Outcomes, ScenarioOutcome } from './outcomes.js';
import { Random } from './random.js';
import { DistinctWorlds, Worlds, type World } from './worlds.js';

/** Which worlds are gone through: all of them, or a sample that a seed determines. */
export type WorldPlan =
  | { readonly method: 'all'; readonly worlds: number }
  | { readonly method: 'sample'; readonly worlds: number; readonly seed: number };

/**
 * What holds in how many worlds: sums of weights, so that tallies of parts of a plan add up to that
 * of the whole in any order. Weights are whole numbers, so that sums are exact and the order of the parts
 * does not show in the last digit.
 */
export interface WorldTally {
  worlds: number;
  weight: number;
  statusQuo: number;
  /** By state: in which weight of worlds it would hold; and would hold and be reached. */
  readonly holds: Float64Array;
  readonly reached: Float64Array;
  /**
   * By state: how much of all ways, in all worlds, ends in it; and how much goes round in states of which it is
   * the first. All of both together is all ways.
   */
  readonly ended: Float64Array;
  readonly wentRound: Float64Array;
  /** In the order of the model's scenarios. */
  readonly scenarios: { holds: number; reached: number; pull: number }[];
  /** Each world by itself, by its number; empty where there are more than `MOST_SINGLE`, or some are drawn. */
  readonly single: SingleWorld[];
}

/** What is so in one world, of which there are few. */
export interface SingleWorld {
  /** Its number in the plan. */
  readonly index: number;
  readonly weight: number;
  readonly statusQuoHolds: boolean;
  /** In the order of the model's scenarios. */
  readonly scenarios: readonly ScenarioOutcome[];
}

/** With more worlds than this they are counted and not told one by one. */
const MOST_SINGLE = 24;

/** The worlds of a plan by number, the same whoever asks for whichever part of them. */
export class PlannedWorlds {
  readonly #distinct: DistinctWorlds | null;

  constructor(
    readonly worlds: Worlds,
    readonly plan: WorldPlan,
  ) {
    this.#distinct = plan.method === 'all' ? worlds.distinct() : null;
  }

  /** How many different worlds there are to go through. */
  get count(): number {
    return this.#distinct ? this.#distinct.count : this.plan.worlds;
  }

  at(index: number): World {
    if (this.#distinct) return this.#distinct.at(index);
    const { seed } = this.plan as WorldPlan & { method: 'sample' };
    return this.worlds.sample(Random.ofDraw(seed, index));
  }
}

/** Of no world yet. */
export function emptyTally({ space, model }: Listing): WorldTally {
  return {
    worlds: 0,
    weight: 0,
    statusQuo: 0,
    holds: new Float64Array(space.size),
    reached: new Float64Array(space.size),
    ended: new Float64Array(space.size),
    wentRound: new Float64Array(space.size),
    scenarios: model.scenarios.map(() => ({ holds: 0, reached: 0, pull: 0 })),
    single: [],
  };
}

/** The tally of the worlds from one number up to another. */
export function tallyOf(
  outcomes: Outcomes,
  worlds: PlannedWorlds,
  from: number,
  to: number,
  watch: Watch = unwatched,
): WorldTally {
  const { space } = outcomes.prepared;
  const tally = emptyTally(outcomes.prepared);
  const few = worlds.plan.method === 'all' && worlds.count <= MOST_SINGLE;
  for (let k = from; k < to; k++) {
    watch((k - from) / (to - from));
    const world = worlds.at(k);
    const weight = worlds.plan.method === 'all' ? unitsOf(world.weight) : world.weight;
    const { actors } = world;
    const outcome = outcomes.of(actors.map(({ ranks }) => ranks));
    tally.worlds++;
    tally.weight += weight;
    if (outcome.statusQuoHolds) tally.statusQuo += weight;
    if (few) {
      const { statusQuoHolds, scenarios } = outcome;
      tally.single.push({ index: k, weight, statusQuoHolds, scenarios });
    }
    for (let s = 0; s < space.size; s++) {
      if (outcome.holds[s] === 0) continue;
      tally.holds[s] += weight;
      if (outcome.distance[s] >= 0) tally.reached[s] += weight;
    }
    // Of a drawn world, which weighs 1, a share is counted in whole parts too.
    const ways = worlds.plan.method === 'all' ? weight : weight * PARTS;
    for (const { states: at, share } of outcome.ends)
      (at.length === 1 ? tally.ended : tally.wentRound)[at[0]] += Math.round(ways * share);
    outcome.scenarios.forEach(({ holds, reached, pull }, j) => {
      if (holds) tally.scenarios[j].holds += weight;
      if (reached) tally.scenarios[j].reached += weight;
      tally.scenarios[j].pull += Math.round(ways * pull);
    });
  }
  return tally;
}

/** All worlds together weigh about so much: the largest whole numbers that leave room for rounding up. */
const WHOLE = 2 ** 52;

/** Parts of the ways of one world that was drawn. */
const PARTS = 2 ** 20;

/** A share of the worlds as a whole number. What is possible at all counts, however unlikely it is. */
function unitsOf(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * WHOLE)) : 0;
}

/** Adds the second tally to the first. */
export function addTally(sum: WorldTally, other: WorldTally): void {
  sum.worlds += other.worlds;
  sum.weight += other.weight;
  sum.statusQuo += other.statusQuo;
  sum.single.push(...other.single);
  sum.single.sort((one, two) => one.index - two.index);
  for (let s = 0; s < sum.holds.length; s++) {
    sum.holds[s] += other.holds[s];
    sum.reached[s] += other.reached[s];
    sum.ended[s] += other.ended[s];
    sum.wentRound[s] += other.wentRound[s];
  }
  sum.scenarios.forEach((scenario, j) => {
    scenario.holds += other.scenarios[j].holds;
    scenario.reached += other.scenarios[j].reached;
    scenario.pull += other.scenarios[j].pull;
  });
}
