import {
  CheapestChanges,
  isUsedUp,
  type Allowance,
  type Changes,
  type Sought,
} from '@standoff/engine';
import type { CutShort, Plan } from './answer.js';
import { HeldAt } from './held-at.js';
import type { JointWays } from './joint-ways.js';
import type { Levers } from './levers.js';
import { contains, type MediationMove } from './moves.js';
import type { Plans } from './plans.js';

/** What it takes to judge a changed model anew, for each state. */
const JUDGED = 50;

/** How far is sought. */
export interface Bounds {
  /** The most that changes may cost. */
  readonly most: number;
  /** How much more than the cheapest the other plans may cost. */
  readonly beyond: number;
  /** How many plans are told. */
  readonly limit: number;
}

/** A plan, and the states of the goal it brings about. */
export interface PlanFound {
  readonly cost: number;
  readonly moves: readonly MediationMove[];
  /** One for each state of the goal that they bring about. */
  readonly changes: Changes[];
  /** Worked out, where it is one of those that are told. */
  readonly told: Plan | null;
}

/** What a search came to. */
export interface Found {
  readonly plans: readonly PlanFound[];
  readonly cheapest: number | null;
  readonly cutShort: CutShort | null;
  /** Rankings by decision maker. */
  readonly considered: { readonly models: number; readonly rankings: readonly number[] };
}

/** Of a search that is not begun. */
export const NOTHING: Found = {
  plans: [],
  cheapest: null,
  cutShort: null,
  considered: { models: 0, rankings: [] },
};

/** What is sought: the states wished, in the model as it is, and how they have to be reached. */
interface Wished extends Pick<Sought, 'concept' | 'reach'> {
  readonly states: readonly number[];
}

/** What was looked at for the changes of one cost, or of all up to one. */
export interface LookedAt {
  readonly models: number;
  /** By mover, where its ranking changes by swaps: the sets of demands for which one was tried. */
  readonly asked: readonly (readonly string[])[];
  /** What did not suffice for all of it; null: it did. */
  readonly exhausted: CutShort['by'] | null;
}

/** The sets of changes of a cost: by themselves, and beside a joint step. */
export interface AtCost {
  readonly alone: readonly Changes[];
  readonly together: readonly Changes[];
}

/** The cheapest sets of changes under which a state of the goal holds and is reached, with joint steps and without. */
export class PlanSearch {
  readonly #found: PlanFound[] = [];
  #cheapest: number | null = null;
  /** Whether plans were found that the allowance did not suffice to judge. */
  #unjudged = false;

  constructor(
    readonly levers: Levers,
    readonly plans: Plans,
    readonly wished: Wished,
    /** Null: joint steps are not asked for. */
    readonly joint: JointWays | null,
    readonly bounds: Bounds,
    /** For judging plans. */
    readonly allowance: Allowance,
  ) {}

  /** What is left for other changes beside a joint step; null: nothing, or none is asked for. */
  jointCost(cost: number): number | null {
    const { costs } = this.levers;
    return this.joint === null || cost < costs.joint! ? null : cost - costs.joint!;
  }

  /** For changes by themselves, and for those beside a joint step; null: none is asked for. */
  searches(watch: () => void): {
    readonly alone: CheapestChanges;
    readonly together: CheapestChanges | null;
  } {
    const { states, reach } = this.wished;
    return {
      alone: this.#searchOf(states, reach, watch),
      together: this.joint && this.#searchOf(this.joint.states, null, watch),
    };
  }

  /**
   * Makes plans of the changes of a cost, of which all cheaper ones have been taken.
   * @returns whether what costs one more is to be sought
   */
  take(cost: number, { alone, together }: AtCost, exhausted: LookedAt['exhausted']): boolean {
    const { most, beyond, limit } = this.bounds;
    const plans = this.#found;
    for (const plan of this.#togetherOf(cost, together, limit - plans.length))
      if (!plans.some(({ moves }) => contains(plan.moves, moves))) plans.push(plan);
    const alike = new Map<string, PlanFound>();
    for (const changes of alone) {
      const moves = this.levers.movesOf(changes);
      if (plans.some((plan) => contains(moves, plan.moves))) continue;
      const key = JSON.stringify(moves);
      const plan = alike.get(key);
      // The same changes may have been come to for different reasons.
      if (plan?.changes.some(({ state }) => state === changes.state)) continue;
      if (plan) plan.changes.push(changes);
      else alike.set(key, { cost, moves, changes: [changes], told: null });
    }
    for (const found of [...alike.values()].sort((a, b) => a.moves.length - b.moves.length)) {
      // Those that are not told are counted as they are.
      if (plans.length >= limit) plans.push(found);
      else {
        const told = this.plans.alone(found.cost, found.moves, found.changes);
        this.allowance.steps -= JUDGED * this.levers.prepared.space.size;
        if (told) plans.push({ ...found, told });
        else if (isUsedUp(this.allowance)) {
          this.#unjudged = true;
          break;
        }
      }
    }
    if (plans.length > 0) this.#cheapest ??= cost;
    // Where nothing has to change there is nothing to choose from.
    return !(
      exhausted !== null ||
      this.#unjudged ||
      this.#cheapest === 0 ||
      plans.length >= limit ||
      cost + 1 > (this.#cheapest ?? most) + beyond ||
      cost === most
    );
  }

  /** What all came to that was taken, the last of this cost. */
  foundUpTo(cost: number, { models, asked, exhausted }: LookedAt): Found {
    const by = exhausted ?? (this.#unjudged ? 'steps' : null);
    return {
      plans: this.#found,
      cheapest: this.#cheapest,
      cutShort: by && { at: cost, by },
      considered: {
        models,
        rankings: this.levers.variants.map((written, j) =>
          written ? written.upTo(cost) : asked[j].length,
        ),
      },
    };
  }

  #searchOf(goal: readonly number[], reach: Sought['reach'], watch: () => void): CheapestChanges {
    const { prepared, costs } = this.levers;
    return new CheapestChanges(
      prepared.game,
      { goal, concept: this.wished.concept, reach, starts: prepared.statusQuo },
      {
        swaps: this.levers.variants.map((written) => (written ? null : costs.swap)),
        rankings: (mover, price) => {
          const written = this.levers.variants[mover];
          return written ? (written.at(price)?.map(({ ranks }) => ranks) ?? null) : [];
        },
        removals: this.levers.rules.map(({ removal }) => removal),
      },
      watch,
    );
  }

  /**
   * Plans of which a joint step is part, the firmest outcome first, then the fewest members. Each was applied:
   * where the step is none any more in the changed model, it is no plan.
   */
  #togetherOf(cost: number, found: readonly Changes[], most: number): PlanFound[] {
    const alike = new Map<string, Changes[]>();
    for (const changes of found) {
      const key = JSON.stringify(this.levers.movesOf(changes));
      alike.set(key, [...(alike.get(key) ?? []), changes]);
    }
    const held = new HeldAt(this.levers.prepared);
    const plans: PlanFound[] = [];
    for (const changes of [...alike.values()].sort(
      ([a], [b]) => this.levers.movesOf(a).length - this.levers.movesOf(b).length,
    )) {
      const others = this.levers.movesOf(changes[0]);
      const ways = this.joint!.among(changes.map(({ state }) => state)).sort(
        (a, b) => held.firmness(a.to) - held.firmness(b.to) || a.members.length - b.members.length,
      );
      for (const way of ways) {
        // Each is worked out anew, which takes long.
        if (plans.length >= most) return plans;
        const plan = this.plans.together(cost, others, changes[0], way);
        if (plan)
          plans.push({
            cost,
            moves: plan.moves,
            changes: [{ ...changes[0], state: way.to }],
            told: plan,
          });
      }
    }
    return plans;
  }
}
