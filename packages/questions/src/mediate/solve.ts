import {
  CheapestChanges,
  explain,
  fromScores,
  isSet,
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
  AnalysisError,
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
  type Outcome,
  type Variant,
  type Prepared,
} from '@standoff/situation';
import type { Condition } from '../question.js';
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

/** What a door gives for it. */
interface GivenOptions extends Omit<MediateOptions, 'text' | 'reach' | 'costs'> {
  readonly goal?: Condition;
  readonly reach?: 'improvements' | 'moves' | 'none';
  readonly costs?: Partial<MediationCosts>;
}

export interface MediateOptions {
  /** How the goal is told in the answer. */
  readonly text: string;
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
  readonly watch?: Watch;
}

const STEPS = 2e8;

/**
 * The cheapest changes under which a state of the goal would hold and can be reached from today's
 * (theory 7.4, 7.5): preference statements moved, left out or reversed; commitments made binding,
 * options made irreversible, scenarios ruled out, options kept as they are. Exact: of all sets of
 * these changes within the cost, none cheaper does; where steps or memory do not suffice for that cost,
 * it says up to which they did. Each plan is applied to the model and judged anew.
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
    concept = USUAL_CONCEPT,
    reach = 'improvements',
    costs = MEDIATION_COSTS,
    most = 4,
    beyond = 1,
    limit = 5,
    steps = STEPS,
    watch = () => undefined,
  }: MediateOptions,
): MediateResult {
  expectPublishedRule(prepared.game.opponentsRule, 'the cheapest changes are sought');
  const mediation = new Mediation(prepared, goal, { text, concept, reach, costs, steps });
  return mediation.answer({ most, beyond, limit }, watch);
}

/**
 * The same as a door asks it.
 * @throws AnalysisError as `mediate`; 'no-goal' where none is given.
 */
export function mediateAsked(
  prepared: Prepared,
  { goal, reach, costs, ...options }: GivenOptions,
): MediateResult {
  const ids = prepared.model.scenarios.map(({ id }) => id);
  if (goal === undefined)
    throw new AnalysisError(
      'no-goal',
      'mediation needs a goal: --goal and a condition, such as the name of a scenario',
      ids.length > 0 ? `there are ${ids.join(', ')}` : null,
    );
  return mediate(prepared, goal.condition, {
    ...options,
    text: goal.text,
    ...(reach === undefined ? {} : { reach: reach === 'none' ? null : reach }),
    costs: { ...MEDIATION_COSTS, ...costs },
  });
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

  constructor(
    readonly prepared: Prepared,
    readonly goal: Proposition,
    readonly asked: Required<
      Pick<MediateOptions, 'text' | 'concept' | 'reach' | 'costs' | 'steps'>
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
      },
      plans: plans
        .slice(0, limit)
        .map(({ cost, moves, changes }) => this.#plan(cost, moves, changes)),
      more: Math.max(0, plans.length - limit),
    };
  }

  #search({ most, beyond, limit }: Bounds, watch: Watch): Found {
    const { concept, reach, costs } = this.asked;
    let cost = 0;
    const search = new CheapestChanges(
      this.prepared.game,
      { goal: this.#states, concept, reach, starts: this.prepared.statusQuo },
      {
        swaps: this.#variants.map((written) => (written ? null : costs.swap)),
        rankings: (mover, price) => {
          const written = this.#variants[mover];
          return written ? (written.at(price)?.map(({ ranks }) => ranks) ?? null) : [];
        },
        removals: this.#rules.map(({ removal }) => removal),
      },
      () => {
        // Each further unit of cost takes several times as long as the one before.
        watch(Math.min(0.99, cost / most));
      },
      this.#allowance,
    );
    const plans: PlanFound[] = [];
    let cheapest: number | null = null;
    for (; cost <= most; cost++) {
      const alike = new Map<string, PlanFound>();
      for (const changes of search.at(cost)) {
        const moves = this.#movesOf(changes);
        if (plans.some((plan) => contains(moves, plan.moves))) continue;
        const key = JSON.stringify(moves);
        const plan = alike.get(key);
        // The same changes may have been come to for different reasons.
        if (plan?.changes.some(({ state }) => state === changes.state)) continue;
        if (plan) plan.changes.push(changes);
        else alike.set(key, { cost, moves, changes: [changes] });
      }
      plans.push(...[...alike.values()].sort((a, b) => a.moves.length - b.moves.length));
      if (plans.length > 0) cheapest ??= cost;
      if (search.exhausted) break;
      // Where nothing has to change there is nothing to choose from.
      if (cheapest === 0 || plans.length >= limit || cost + 1 > (cheapest ?? most) + beyond) break;
    }
    const cutShort: CutShort | null = search.exhausted
      ? { at: cost, by: this.#allowance.bytes < 0 ? 'memory' : 'steps' }
      : null;
    const spent = Math.min(cost, most);
    const rankings = this.#variants.map((written, j) =>
      written ? written.upTo(spent) : search.asked[j],
    );
    return { plans, cheapest, cutShort, considered: { models: search.looked, rankings } };
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
    const { reach, text } = this.asked;
    const holds = (s: number): boolean => this.#base.holds[s] === 1;
    const reached = (s: number): boolean => reach === null || this.#courses.reach(s)[reach];
    return {
      text,
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
  #plan(cost: number, moves: readonly MediationMove[], changes: readonly Changes[]): Plan {
    const { prepared } = this;
    const changed = this.#changed(changes[0]);
    const { naming, courses, equilibria: held } = changed;
    const goals = changes.map(({ state }) =>
      changed.space.indexOf(codeOf(prepared.model, new Set(takenIn(prepared, state)))),
    );
    const nearest = goals.reduce((a, b) => (courses.farness(b) < courses.farness(a) ? b : a));
    const before = changes[goals.indexOf(nearest)].state;
    const now = prepared.statusQuo[0];
    return {
      cost,
      moves,
      state: naming.state(nearest),
      also: goals.filter((state) => state !== nearest).map((state) => naming.state(state)),
      concepts: held.conceptsAt(nearest),
      kinds: Object.fromEntries(
        changed.deciders.map(({ id }, j) => [id, kindOf(changed, changed.judged, j, nearest)]),
      ),
      path: courses.pathTo(naming, nearest),
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
