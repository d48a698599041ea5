import {
  CheapestChanges,
  isUsedUp,
  type Allowance,
  type Changes,
  type Sought,
  type Watch,
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

/** The cheapest sets of changes under which a state of the goal holds and is reached, with joint steps and without. */
export class PlanSearch {
  constructor(
    readonly levers: Levers,
    readonly plans: Plans,
    readonly wished: Wished,
    /** Null: joint steps are not asked for. */
    readonly joint: JointWays | null,
    readonly allowance: Allowance,
  ) {}

  run({ most, beyond, limit }: Bounds, watch: Watch): Found {
    const { costs } = this.levers;
    let cost = 0;
    const report = (): void => {
      // Each further unit of cost takes several times as long as the one before.
      watch(Math.min(0.99, cost / most));
    };
    const search = this.#searchOf(this.wished.states, this.wished.reach, report);
    const joint = this.joint && this.#searchOf(this.joint.states, null, report);
    const plans: PlanFound[] = [];
    let cheapest: number | null = null;
    for (; cost <= most; cost++) {
      const together = joint === null || cost < costs.joint! ? [] : joint.at(cost - costs.joint!);
      for (const plan of this.#togetherOf(cost, together, limit - plans.length))
        if (!plans.some(({ moves }) => contains(plan.moves, moves))) plans.push(plan);
      const alike = new Map<string, PlanFound>();
      for (const changes of search.at(cost)) {
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
          else if (isUsedUp(this.allowance)) break;
        }
      }
      if (plans.length > 0) cheapest ??= cost;
      if (search.exhausted || joint?.exhausted) break;
      // Where nothing has to change there is nothing to choose from.
      if (cheapest === 0 || plans.length >= limit || cost + 1 > (cheapest ?? most) + beyond) break;
    }
    const cutShort: CutShort | null =
      search.exhausted || joint?.exhausted
        ? { at: cost, by: this.allowance.bytes < 0 ? 'memory' : 'steps' }
        : null;
    const spent = Math.min(cost, most);
    const rankings = this.levers.variants.map((written, j) =>
      written ? written.upTo(spent) : search.asked[j],
    );
    return {
      plans,
      cheapest,
      cutShort,
      considered: { models: search.looked + (joint?.looked ?? 0), rankings },
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
      this.allowance,
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
