import {
  CheapestChanges,
  explain,
  FIRMEST_FIRST,
  fromScores,
  isSet,
  reachable,
  USUAL_CONCEPT,
  type Allowance,
  type Changes,
  type Given,
  type ResponseConcept,
  type Sought,
  type Watch,
} from '@standoff/engine';
import type { ConflictModel, Proposition } from '@standoff/model';
import {
  ruledOutBy,
  Courses,
  kindOf,
  Naming,
  Outcomes,
  turnedBetween,
  hasStatements,
  PreferenceVariants,
  codeOf,
  prepare,
  takenIn,
  expectPublishedRule,
  situationShown,
  type Concept,
  type Outcome,
  type Variant,
  type Prepared,
} from '@standoff/situation';
import { JointEnds, type JointWay } from '../coalitions/joint-ends.js';
import { jointMove } from '../coalitions/joint-move.js';
import { JointWays } from './joint-ways.js';
import {
  contains,
  MEDIATION_COSTS,
  orderMove,
  rulesFor,
  statementMoves,
  type MediationCosts,
  type MediationMove,
  type Rule,
} from './moves.js';
import type { CutShort, Departure, Goal, MediateResult, Plan } from './answer.js';

export interface MediateOptions {
  /** How the goal is told in the answer. */
  readonly text: string;
  /** Whether it was picked for want of another. */
  readonly picked?: boolean;
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
  /** How much is looked at: moves gone through, the same on every machine; some seconds when left out. */
  readonly steps?: number;
  /** However long it takes; as much as `steps` when left out. */
  readonly full?: boolean;
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
  {
    text,
    picked = false,
    concept = USUAL_CONCEPT,
    reach = 'improvements',
    costs = MEDIATION_COSTS,
    most = 4,
    beyond = 1,
    limit = 5,
    full = false,
    steps = full ? Infinity : STEPS,
    watch = () => undefined,
  }: MediateOptions,
): MediateResult {
  expectPublishedRule(prepared.game.opponentsRule, 'the cheapest changes are sought');
  const mediation = new Mediation(prepared, goal, { text, picked, concept, reach, costs, steps });
  return mediation.answer({ most, beyond, limit }, watch);
}

class Mediation {
  readonly #naming: Naming;
  readonly #courses: Courses;
  readonly #outcomes: Outcomes;
  readonly #base: Outcome;
  readonly #states: readonly number[];
  readonly #allowance: Allowance;
  /** By decision maker: its lists of statements; null: its ranking changes by swaps. */
  readonly #variants: readonly (PreferenceVariants | null)[];
  readonly #rules: readonly Rule[];
  /** Null: joint steps are not asked for. */
  readonly #joint: JointWays | null;

  constructor(
    readonly prepared: Prepared,
    readonly goal: Proposition,
    readonly asked: Required<
      Pick<MediateOptions, 'text' | 'picked' | 'concept' | 'reach' | 'costs' | 'steps'>
    >,
  ) {
    const { truth, lowering, space, game, deciders } = prepared;
    this.#naming = prepared.naming;
    this.#courses = prepared.courses;
    this.#outcomes = new Outcomes(prepared, asked.concept);
    this.#base = this.#outcomes.of(game.ranks);
    const bits = truth.of(lowering.formula(goal));
    this.#states = Array.from({ length: space.size }, (_, s) => s).filter((s) => isSet(bits, s));
    this.#allowance = { steps: asked.steps, bytes: prepared.room };
    this.#variants = deciders.map((actor, j) =>
      hasStatements(actor)
        ? new PreferenceVariants(prepared, j, asked.costs, this.#allowance)
        : null,
    );
    this.#rules = rulesFor(prepared, asked.costs);
    // By any moves whoever goes there together goes there anyway.
    this.#joint =
      asked.costs.joint === null || asked.reach !== 'improvements'
        ? null
        : new JointWays(prepared, asked.concept, this.#states, asked.steps * JOINT_SHARE);
  }

  answer({ most, beyond, limit }: Bounds, watch: Watch): MediateResult {
    const { prepared, asked } = this;
    const impossible = this.#impossible();
    const found = impossible === null ? this.#search({ most, beyond, limit }, watch) : NOTHING;
    const { plans, cheapest, cutShort, considered } = found;
    return {
      schema: 'standoff/mediate/2',
      situation: situationShown(prepared.model),
      goal: this.#goalShown(),
      concept: asked.concept,
      reach: asked.reach,
      costs: asked.costs,
      impossible,
      inTheWay: this.#inTheWay(plans[0]?.changes[0].state ?? this.#courses.nearest(this.#states)),
      cheapest,
      nothingBelow: cheapest ?? (impossible === null ? (cutShort?.at ?? most + 1) : 0),
      cutShort,
      considered: {
        models: considered.models,
        rankings: Object.fromEntries(
          prepared.deciders.map(({ id }, j) => [id, considered.rankings[j] ?? 0]),
        ),
        rules: this.#rules.length,
        coalitions: this.#joint?.looked ?? 0,
        allCoalitions: this.#joint?.all ?? 0,
      },
      plans: plans.slice(0, limit).map((found) => found.joint ?? this.#plan(found)),
      more: Math.max(0, plans.length - limit),
    };
  }

  #search({ most, beyond, limit }: Bounds, watch: Watch): Found {
    const { reach, costs } = this.asked;
    let cost = 0;
    const report = (): void => {
      // Each further unit of cost takes several times as long as the one before.
      watch(Math.min(0.99, cost / most));
    };
    const search = this.#searchOf(this.#states, reach, report);
    const joint = this.#joint && this.#searchOf(this.#joint.states, null, report);
    const plans: PlanFound[] = [];
    let cheapest: number | null = null;
    for (; cost <= most; cost++) {
      const together = joint === null || cost < costs.joint! ? [] : joint.at(cost - costs.joint!);
      for (const plan of this.#togetherOf(cost, together, limit - plans.length))
        if (!plans.some(({ moves }) => contains(plan.moves, moves))) plans.push(plan);
      const alike = new Map<string, PlanFound>();
      for (const changes of search.at(cost)) {
        const moves = this.#movesOf(changes);
        if (plans.some((plan) => contains(moves, plan.moves))) continue;
        const key = JSON.stringify(moves);
        const plan = alike.get(key);
        // The same changes may have been come to for different reasons.
        if (plan?.changes.some(({ state }) => state === changes.state)) continue;
        if (plan) plan.changes.push(changes);
        else alike.set(key, { cost, moves, changes: [changes], joint: null });
      }
      plans.push(...[...alike.values()].sort((a, b) => a.moves.length - b.moves.length));
      if (plans.length > 0) cheapest ??= cost;
      if (search.exhausted || joint?.exhausted) break;
      // Where nothing has to change there is nothing to choose from.
      if (cheapest === 0 || plans.length >= limit || cost + 1 > (cheapest ?? most) + beyond) break;
    }
    const cutShort: CutShort | null =
      search.exhausted || joint?.exhausted
        ? { at: cost, by: this.#allowance.bytes < 0 ? 'memory' : 'steps' }
        : null;
    const spent = Math.min(cost, most);
    const rankings = this.#variants.map((written, j) =>
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
    const { concept, costs } = this.asked;
    return new CheapestChanges(
      this.prepared.game,
      { goal, concept, reach, starts: this.prepared.statusQuo },
      {
        swaps: this.#variants.map((written) => (written ? null : costs.swap)),
        rankings: (mover, price) => {
          const written = this.#variants[mover];
          return written ? (written.at(price)?.map(({ ranks }) => ranks) ?? null) : [];
        },
        removals: this.#rules.map(({ removal }) => removal),
      },
      watch,
      this.#allowance,
    );
  }

  /**
   * Plans of which a joint step is part, the firmest outcome first, then the fewest members. Each was applied:
   * where the step is none any more in the changed model, it is no plan.
   */
  #togetherOf(cost: number, found: readonly Changes[], most: number): PlanFound[] {
    const alike = new Map<string, Changes[]>();
    for (const changes of found) {
      const key = JSON.stringify(this.#movesOf(changes));
      alike.set(key, [...(alike.get(key) ?? []), changes]);
    }
    const { equilibria } = this.prepared;
    const plans: PlanFound[] = [];
    for (const changes of [...alike.values()].sort(
      ([a], [b]) => this.#movesOf(a).length - this.#movesOf(b).length,
    )) {
      const others = this.#movesOf(changes[0]);
      const ways = this.#joint!.among(changes.map(({ state }) => state)).sort(
        (a, b) =>
          firmness(equilibria.conceptsAt(a.to)) - firmness(equilibria.conceptsAt(b.to)) ||
          a.members.length - b.members.length,
      );
      for (const way of ways) {
        // Each is worked out anew, which takes long.
        if (plans.length >= most) return plans;
        const plan = this.#togetherPlan(cost, others, changes[0], way);
        if (plan)
          plans.push({
            cost,
            moves: plan.moves,
            changes: [{ ...changes[0], state: way.to }],
            joint: plan,
          });
      }
    }
    return plans;
  }

  /** Null: in the changed model the coalition cannot do it, or it does not hold. */
  #togetherPlan(
    cost: number,
    others: readonly MediationMove[],
    changes: Changes,
    { members, from, to }: JointWay,
  ): Plan | null {
    const changed = this.#changed(changes);
    const { space, courses, naming, game } = changed;
    const [start, end] = [from, to].map((state) => space.indexOf(this.prepared.space.codes[state]));
    if (start < 0 || end < 0) return null;
    const way = courses.improvements.pathTo(start);
    if (way === null || !new JointEnds(changed).from(members, start).includes(end)) return null;
    const told = this.#told(changed, end, to);
    if (!told.concepts.includes(this.asked.concept)) return null;
    const turns = reachable(game, [start], false, members).pathTo(end)!;
    const code = (state: number): bigint => BigInt(space.codes[state]);
    const move = jointMove(changed, { members, from: code(start), to: code(end) }, () =>
      turns.map((step) => ({
        actor: changed.deciders[step.mover].id,
        from: code(step.from),
        to: code(step.to),
      })),
    );
    return {
      cost,
      moves: [{ cost: this.asked.costs.joint!, kind: 'joint', ...move }, ...others],
      also: [],
      path: { by: 'moves', steps: [...naming.steps(way), ...move.steps] },
      ...told,
    };
  }

  #impossible(): MediateResult['impossible'] {
    if (this.#states.length === 0) return 'no state';
    // No change adds a move.
    const { reach } = this.asked;
    return reach !== null && this.#states.every((s) => !this.#courses.reach(s).moves)
      ? 'not reachable'
      : null;
  }

  #goalShown(): Goal {
    const { reach, text, picked } = this.asked;
    const holds = (s: number): boolean => this.#base.holds[s] === 1;
    const reached = (s: number): boolean => reach === null || this.#courses.reach(s)[reach];
    return {
      text,
      picked,
      states: this.#states.length,
      holding: this.#states.filter(holds).length,
      reached: this.#states.filter(reached).length,
      both: this.#states.filter((s) => holds(s) && reached(s)).length,
      ruledOutBy: this.#states.length > 0 ? [] : ruledOutBy(this.prepared, this.goal),
    };
  }

  /** The best step of each who would leave the state undeterred. */
  #inTheWay(state: number | null): Departure[] {
    const { game } = this.prepared;
    if (state === null) return [];
    return game.ranks.flatMap((own, mover) => {
      const free = explain(game, mover, state, this.asked.concept)
        .improvements.filter(({ sanction }) => sanction === null)
        .sort((a, b) => own[b.to] - own[a.to]);
      return free.slice(0, 1).map(({ to }) => ({
        state: this.#naming.state(state),
        step: this.#naming.step(mover, state, to),
      }));
    });
  }

  #movesOf({ rankings, removals }: Changes): MediationMove[] {
    return [
      ...rankings.flatMap((given, mover) => {
        if (!given) return [];
        const written = this.#writtenAs(mover, given);
        return written
          ? statementMoves(this.prepared.deciders[mover], written, this.asked.costs)
          : orderMove(this.prepared, this.#naming, mover, given);
      }),
      ...removals.map((k) => this.#rules[k].move),
    ];
  }

  /** The list of statements by which a ranking is given; null: it comes about by swaps. */
  #writtenAs(mover: number, { cost, index }: Given): Variant | null {
    return index === null ? null : this.#variants[mover]!.at(cost)![index];
  }

  /** The model with the changes made, judged from the beginning. */
  #plan({ cost, moves, changes }: PlanFound): Plan {
    const { prepared } = this;
    const changed = this.#changed(changes[0]);
    const { naming, courses } = changed;
    const goals = changes.map(({ state }) =>
      changed.space.indexOf(codeOf(prepared.model, new Set(takenIn(prepared, state)))),
    );
    const nearest = goals.reduce((a, b) => (courses.farness(b) < courses.farness(a) ? b : a));
    return {
      cost,
      moves,
      also: goals.filter((state) => state !== nearest).map((state) => naming.state(state)),
      path: courses.pathTo(naming, nearest),
      ...this.#told(changed, nearest, changes[goals.indexOf(nearest)].state),
    };
  }

  /** What is told of a state of the changed model; `before`: its place in the model as it is. */
  #told(
    changed: Prepared,
    state: number,
    before: number,
  ): Omit<Plan, 'cost' | 'moves' | 'also' | 'path'> {
    const { prepared } = this;
    const { naming, equilibria: held } = changed;
    const now = prepared.statusQuo[0];
    return {
      state: naming.state(state),
      concepts: held.conceptsAt(state),
      kinds: Object.fromEntries(
        changed.deciders.map(({ id }, j) => [id, kindOf(changed, changed.judged, j, state)]),
      ),
      against: Object.fromEntries(
        [...prepared.ranks].map(([actor, own]) => [
          actor,
          own[before] > own[now] ? 'better' : own[before] < own[now] ? 'worse' : 'same',
        ]),
      ),
      sideEffects: turnedBetween(
        prepared.model,
        this.#base,
        new Outcomes(changed, this.asked.concept).of(changed.game.ranks),
      ),
    };
  }

  #changed({ rankings, removals }: Changes): Prepared {
    const { prepared } = this;
    const written = rankings.map((given, mover) => given && this.#writtenAs(mover, given)?.edited);
    const actors = prepared.model.actors.map(
      (actor) => written.find((edited) => edited?.id === actor.id) ?? actor,
    );
    const model = removals.reduce<ConflictModel>((now, k) => this.#rules[k].apply(now), {
      ...prepared.model,
      actors,
    });
    const changed = prepare(model, { memory: prepared.memory });
    const { game, space } = changed;
    const before = Array.from(space.codes, (code) => prepared.space.indexOf(code));
    const ranks = game.ranks.map((own, mover) => {
      const given = rankings[mover];
      if (given?.index !== null) return own;
      return fromScores(Float64Array.from(before, (s) => given.ranks[s]));
    });
    return changed.withRanks(ranks);
  }
}

type Bounds = Required<Pick<MediateOptions, 'most' | 'beyond' | 'limit'>>;

interface PlanFound {
  readonly cost: number;
  readonly moves: readonly MediationMove[];
  /** One for each state of the goal that they bring about. */
  readonly changes: Changes[];
  /** Worked out already: a joint step counts only if it is one in the changed model. */
  readonly joint: Plan | null;
}

/** Grows from what holds most firmly. */
function firmness(concepts: readonly Concept[]): number {
  const first = FIRMEST_FIRST.findIndex((concept) => concepts.includes(concept));
  return first < 0 ? FIRMEST_FIRST.length : first;
}

interface Found {
  readonly plans: readonly PlanFound[];
  readonly cheapest: number | null;
  readonly cutShort: CutShort | null;
  /** Rankings by decision maker. */
  readonly considered: { readonly models: number; readonly rankings: readonly number[] };
}

const NOTHING: Found = {
  plans: [],
  cheapest: null,
  cutShort: null,
  considered: { models: 0, rankings: [] },
};
