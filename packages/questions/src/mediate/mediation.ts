import {
  isSet,
  SingleStates,
  USUAL_CONCEPT,
  type ResponseConcept,
  type Sought,
  type Watch,
} from '@standoff/engine';
import type { Proposition } from '@standoff/model';
import {
  expectPublishedRule,
  ruledOutBy,
  situationShown,
  type Outcome,
  type Prepared,
  type StateShown,
} from '@standoff/situation';
import { answered, type Cut, type Stretches } from '../cut.js';
import type { Departure, Goal, MediateResult } from './answer.js';
import { JointWays } from './joint-ways.js';
import { Levers } from './levers.js';
import { MEDIATION_COSTS, type MediationCosts } from './moves.js';
import { Plans } from './plans.js';
import { MediationByCost, type LookedThrough } from './by-cost.js';
import { PlanSearch, type Bounds, type Found } from './search.js';

export interface MediateOptions {
  /** How the goal is told in the answer. */
  readonly text: string;
  /** Whether it was picked for want of another. */
  readonly picked?: boolean;
  /** Where it was picked against where the course ends and not against today, that end. */
  readonly betterThan?: StateShown;
  /** the usual one when left out: held by answers that those who give them want to give. */
  readonly concept?: ResponseConcept;
  /** By improvements when left out. */
  readonly reach?: Sought['reach'];
  readonly costs?: MediationCosts;
  /** The most that changes may cost; 4 when left out. */
  readonly most?: number;
  /** How much more than the cheapest the other plans may cost; 1 when left out. */
  readonly beyond?: number;
  /** How many plans to tell; 5 when left out. */
  readonly limit?: number;
  /**
   * How much is looked at for each cost: moves gone through, the same on every machine; some seconds' worth when
   * left out. The states of the goal have it in equal shares, and some times as much, since most need far less.
   */
  readonly steps?: number;
  /** However long it takes; as much as `steps` when left out. */
  readonly full?: boolean;
  /** Whether ways are taken too on which another's step harms somebody whom the goal is meant to win. */
  readonly anyStep?: boolean;
  readonly watch?: Watch;
}

/** For a first answer, some seconds of work. */
const STEPS = 5e7;
/** States gone through for joint steps, for each of these. */
const JOINT_SHARE = 1;

/**
 * The cheapest changes under which a state of the goal would hold and can be reached from today's
 * (theory 7.4, 7.5): preference statements moved, left out or reversed; commitments made binding,
 * options made irreversible, scenarios ruled out, options kept as they are. Exact: of all sets of
 * these changes within the cost, none cheaper does; where steps or memory do not suffice for that cost,
 * it says up to which they did. Each plan is applied to the model and judged anew.
 *
 * Beside these, joint steps: what a coalition could do together from today or from where the course ends, to
 * a state of the goal that each member likes better; with other changes, where it would hold then alone.
 *
 * A state of the goal may be reached in several ways under several plans; a plan is told with the
 * nearest. Preferences that are no list of statements change by exchanges in their ranking.
 * @throws AnalysisError 'opponents' for the other opponents' rule.
 */
export function mediate(
  prepared: Prepared,
  goal: Proposition,
  options: MediateOptions,
): MediateResult {
  return answered(mediationByCost(prepared, goal, options), options.watch);
}

/**
 * A stage for each cost, in which each state of the goal is gone through by itself. Whether what costs one more is to
 * be sought shows when all of a cost is done.
 */
export function mediationByCost(
  prepared: Prepared,
  goal: Proposition,
  {
    text,
    picked = false,
    betterThan,
    concept = USUAL_CONCEPT,
    reach = 'improvements',
    costs = MEDIATION_COSTS,
    most = 4,
    beyond = 1,
    limit = 5,
    anyStep = false,
    full = false,
    steps = full ? Infinity : STEPS,
  }: MediateOptions,
  cost = 0,
): Cut<Stretches<LookedThrough>, MediateResult> {
  expectPublishedRule(prepared.game.opponentsRule, 'the cheapest changes are sought');
  return new Mediation(prepared, goal, {
    text,
    picked,
    concept,
    reach,
    costs,
    steps,
    anyStep,
    bounds: { most, beyond, limit },
    ...(betterThan && { betterThan }),
  }).at(cost);
}

class Mediation {
  readonly #base: Outcome;
  readonly #states: readonly number[];
  readonly #levers: Levers;
  readonly #plans: Plans;
  readonly #joint: JointWays | null;

  constructor(
    readonly prepared: Prepared,
    readonly goal: Proposition,
    readonly asked: Required<
      Pick<MediateOptions, 'text' | 'picked' | 'concept' | 'reach' | 'costs' | 'steps' | 'anyStep'>
    > &
      Pick<MediateOptions, 'betterThan'> & { readonly bounds: Bounds },
  ) {
    const { truth, lowering, space, game } = prepared;
    const { concept, reach, costs, steps } = asked;
    this.#base = prepared.outcomes(concept).of(game.ranks);
    const bits = truth.of(lowering.formula(goal));
    this.#states = Array.from({ length: space.size }, (_, s) => s).filter((s) => isSet(bits, s));
    this.#levers = new Levers(prepared, costs, { steps, bytes: prepared.room });
    this.#plans = new Plans(this.#levers, concept, this.#base, reach, asked.anyStep);
    // By any moves whoever goes there together goes there anyway.
    this.#joint =
      costs.joint === null || reach !== 'improvements'
        ? null
        : new JointWays(prepared, concept, this.#states, steps * JOINT_SHARE);
  }

  at(cost: number): Cut<Stretches<LookedThrough>, MediateResult> {
    const { steps } = this.asked;
    const impossible = this.#impossible() !== null;
    return new MediationByCost(this.#levers, this.#search(), { steps, impossible }, (found) =>
      this.#answered(found),
    ).at(cost);
  }

  #answered({ plans, cheapest, cutShort, considered }: Found): MediateResult {
    const { prepared, asked } = this;
    const { most, limit } = asked.bounds;
    const impossible = this.#impossible();
    return {
      schema: 'standoff/mediate/2',
      situation: situationShown(prepared.model),
      goal: this.#goalShown(),
      concept: asked.concept,
      reach: asked.reach,
      costs: asked.costs,
      impossible,
      inTheWay: this.#inTheWay(
        plans[0]?.changes[0].state ?? prepared.courses.nearest(this.#states),
      ),
      cheapest,
      nothingBelow: cheapest ?? (impossible === null ? (cutShort?.at ?? most + 1) : 0),
      cutShort,
      setAside: this.#plans.setAside,
      considered: {
        models: considered.models,
        rankings: Object.fromEntries(
          prepared.deciders.map(({ id }, j) => [id, considered.rankings[j] ?? 0]),
        ),
        rules: this.#levers.rules.length,
        coalitions: this.#joint?.looked ?? 0,
        allCoalitions: this.#joint?.all ?? 0,
      },
      plans: plans.slice(0, limit).flatMap(({ told }) => told ?? []),
      more: Math.max(0, plans.length - limit),
    };
  }

  #search(): PlanSearch {
    const { concept, reach } = this.asked;
    const wished = { concept, reach, states: this.#states };
    const { bounds, steps } = this.asked;
    const judging = { steps, bytes: Infinity };
    return new PlanSearch(this.#levers, this.#plans, wished, this.#joint, bounds, judging);
  }

  #impossible(): MediateResult['impossible'] {
    if (this.#states.length === 0) return 'no state';
    // No change adds a move.
    const { reach } = this.asked;
    return reach !== null && this.#states.every((s) => !this.prepared.courses.reach(s).moves)
      ? 'not reachable'
      : null;
  }

  #goalShown(): Goal {
    const { reach, text, picked, betterThan } = this.asked;
    const holds = (s: number): boolean => this.#base.holds[s] === 1;
    const reached = (s: number): boolean => reach === null || this.prepared.courses.reach(s)[reach];
    return {
      text,
      picked,
      ...(betterThan && { betterThan }),
      states: this.#states.length,
      holding: this.#states.filter(holds).length,
      reached: this.#states.filter(reached).length,
      both: this.#states.filter((s) => holds(s) && reached(s)).length,
      ruledOutBy: this.#states.length > 0 ? [] : ruledOutBy(this.prepared, this.goal),
    };
  }

  /** The best step of each who would leave the state undeterred. */
  #inTheWay(state: number | null): Departure[] {
    const { game, naming } = this.prepared;
    if (state === null) return [];
    const single = new SingleStates(game);
    return game.ranks.flatMap((_, mover) => {
      const best = single.undeterred(mover, state, this.asked.concept).next();
      return best.done
        ? []
        : [{ state: naming.state(state), step: naming.step(mover, state, best.value) }];
    });
  }
}
