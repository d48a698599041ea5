import {
  CheapestChanges,
  explain,
  isSet,
  type Changes,
  type SlackConcept,
  type Sought,
  type Watch,
} from '@standoff/engine';
import type { ConflictModel, Proposition } from '@standoff/model';
import { ruledOutBy } from '../conflict.js';
import { Courses } from '../courses.js';
import { Equilibria } from '../equilibria.js';
import { AnalysisError } from '../errors.js';
import { judge, kindOf } from '../judge.js';
import {
  MEDIATION_COSTS,
  preferenceMoves,
  rulesFor,
  withRanking,
  type MediationCosts,
  type MediationMove,
  type Rule,
} from '../mediation-moves.js';
import { Naming } from '../naming.js';
import { Outcomes, turnedBetween, type Outcome, type Turned } from '../outcomes.js';
import { PreferenceVariants } from '../preference-variants.js';
import { codeOf, prepare, takenIn, type Prepared } from '../prepare.js';
import {
  CONCEPTS,
  type Concept,
  type EquilibriumResult,
  type SituationShown,
  type StabilityKind,
  type StateShown,
  type Step,
} from '../result.js';
import { situationShown } from '../situation-shown.js';

/** The answer of `standoff mediate --json`: what would have to change for something wished to hold. */
export interface MediateResult {
  readonly schema: 'standoff/mediate/1';
  readonly situation: SituationShown;
  readonly goal: Goal;
  readonly concept: SlackConcept;
  /** How a state of the goal has to be reachable from today's; null: it need not be. */
  readonly reach: Sought['reach'];
  readonly costs: MediationCosts;
  /** Why no change can bring it about; null where that cannot be said. */
  readonly impossible: 'no state' | 'not reachable' | null;
  /**
   * What is in the way as things are: who would leave, and how, the state that the first plan is for,
   * or where there is no plan the nearest state of the goal.
   */
  readonly inTheWay: readonly Departure[];
  /** What the least costly changes cost; null: none found. 0: none are needed. */
  readonly cheapest: number | null;
  /** Nothing below this cost does, among all changes considered. */
  readonly nothingBelow: number;
  readonly considered: Considered;
  /** The least costly first; none contains another. */
  readonly plans: readonly Plan[];
  /** Of the same cost as the last and not told. */
  readonly more: number;
}

export interface Goal {
  /** As it was asked for. */
  readonly text: string;
  readonly states: number;
  /** How many of them would hold, could be reached, and both, as things are. */
  readonly holding: number;
  readonly reached: number;
  readonly both: number;
  /** Where there is no state: the smallest set of constraints that rules it out, as written. */
  readonly ruledOutBy: readonly string[];
}

export interface Departure {
  readonly state: StateShown;
  readonly step: Step;
}

export interface Considered {
  /** Changed models that were looked at, one by one; the others were excluded by the reasons they fail for. */
  readonly models: number;
  /** By decision maker: rankings that it could be given for at most what was spent on plans. */
  readonly rankings: Readonly<Record<string, number>>;
  readonly rules: number;
}

/** Changes under which a state of the goal would hold and can be reached. */
export interface Plan {
  readonly cost: number;
  readonly moves: readonly MediationMove[];
  /** Of the states of the goal that would then hold, the nearest, and how many there are. */
  readonly state: StateShown;
  readonly states: number;
  /** The concepts under which it would then hold, and why each decision maker would stay. */
  readonly concepts: readonly Concept[];
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** How it would then be reached from today's. */
  readonly path: EquilibriumResult['path'];
  /** Against today, by the preferences as they are now. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
  /** What else would be different. */
  readonly sideEffects: Turned;
}

export interface MediateOptions {
  /** How the goal is told in the answer. */
  readonly text: string;
  /** SEQ when left out: held by answers that those who give them want to give. */
  readonly concept?: SlackConcept;
  /** By improvements when left out. */
  readonly reach?: Sought['reach'];
  readonly costs?: MediationCosts;
  /** The most that changes may cost; 4 when left out. */
  readonly most?: number;
  /** How much more than the cheapest the other plans may cost; 1 when left out. */
  readonly beyond?: number;
  /** How many plans to tell; 5 when left out. */
  readonly limit?: number;
  readonly watch?: Watch;
}

/**
 * The cheapest changes under which a state of the goal would hold and can be reached from today's
 * (theory 7.4, 7.5): preference statements moved, left out or reversed; commitments made binding,
 * options made irreversible, scenarios ruled out, options kept as they are. Exact: of all sets of
 * these changes within the cost, none cheaper does. Each plan is applied to the model and judged anew.
 *
 * A state of the goal may be reached in several ways under several plans; a plan is told with the
 * nearest. Preferences that are no list of statements change by exchanges in their ranking.
 * @throws AnalysisError 'concept' for SIM or the other opponents' rule.
 */
export function mediate(
  prepared: Prepared,
  goal: Proposition,
  {
    text,
    concept = 'SEQ',
    reach = 'improvements',
    costs = MEDIATION_COSTS,
    most = 4,
    beyond = 1,
    limit = 5,
    watch = () => undefined,
  }: MediateOptions,
): MediateResult {
  if (prepared.game.opponentsRule !== 'legal sequences')
    throw new AnalysisError(
      'concept',
      'the cheapest changes are sought by the published rule of opponents only',
      'leave --opponents out',
    );
  const mediation = new Mediation(prepared, goal, { text, concept, reach, costs });
  return mediation.answer({ most, beyond, limit }, watch);
}

class Mediation {
  readonly #naming: Naming;
  readonly #courses: Courses;
  readonly #outcomes: Outcomes;
  readonly #base: Outcome;
  readonly #states: readonly number[];
  readonly #variants: readonly PreferenceVariants[];
  readonly #rules: readonly Rule[];

  constructor(
    readonly prepared: Prepared,
    readonly goal: Proposition,
    readonly asked: Required<Pick<MediateOptions, 'text' | 'concept' | 'reach' | 'costs'>>,
  ) {
    const { truth, lowering, space, game, statusQuo, deciders } = prepared;
    this.#naming = new Naming(prepared);
    this.#courses = new Courses(game, statusQuo);
    this.#outcomes = new Outcomes(prepared, asked.concept);
    this.#base = this.#outcomes.of(game.ranks);
    const bits = truth.of(lowering.formula(goal));
    this.#states = Array.from({ length: space.size }, (_, s) => s).filter((s) => isSet(bits, s));
    this.#variants = deciders.map((_, j) => new PreferenceVariants(prepared, j, asked.costs));
    this.#rules = rulesFor(prepared, asked.costs);
  }

  answer({ most, beyond, limit }: Bounds, watch: Watch): MediateResult {
    const { prepared, asked } = this;
    const impossible = this.#impossible();
    const found = impossible === null ? this.#search({ most, beyond, limit }, watch) : NOTHING;
    const { plans, cheapest, spent, models } = found;
    return {
      schema: 'standoff/mediate/1',
      situation: situationShown(prepared.model),
      goal: this.#goalShown(),
      concept: asked.concept,
      reach: asked.reach,
      costs: asked.costs,
      impossible,
      inTheWay: this.#inTheWay(plans[0]?.changes[0].state ?? this.#courses.nearest(this.#states)),
      cheapest,
      nothingBelow: cheapest ?? (impossible === null ? most + 1 : 0),
      considered: {
        models,
        rankings: Object.fromEntries(
          prepared.deciders.map(({ id }, j) => [
            id,
            sum(upTo(spent).map((cost) => this.#variants[j].at(cost).length)),
          ]),
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
    const { concept, reach } = this.asked;
    let cost = 0;
    const search = new CheapestChanges(
      this.prepared.game,
      { goal: this.#states, concept, reach, starts: this.prepared.statusQuo },
      {
        rankings: (mover, price) => this.#variants[mover].at(price).map(({ ranks }) => ranks),
        removals: this.#rules.map(({ removal }) => removal),
      },
      () => {
        // Each further unit of cost takes several times as long as the one before.
        watch(Math.min(0.99, cost / most));
      },
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
        if (plan) plan.changes.push(changes);
        else alike.set(key, { cost, moves, changes: [changes] });
      }
      plans.push(...[...alike.values()].sort((a, b) => a.moves.length - b.moves.length));
      if (plans.length > 0) cheapest ??= cost;
      // Where nothing has to change there is nothing to choose from.
      if (cheapest === 0 || plans.length >= limit || cost + 1 > (cheapest ?? most) + beyond) break;
    }
    return { plans, cheapest, spent: Math.min(cost, most), models: search.looked };
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
      ...rankings.flatMap((given, mover) =>
        given
          ? preferenceMoves(
              this.prepared,
              this.#naming,
              mover,
              this.#variants[mover].at(given.cost)[given.index],
              this.asked.costs,
              given.cost,
            )
          : [],
      ),
      ...removals.map((k) => this.#rules[k].move),
    ];
  }

  /** The model with the changes made, judged from the beginning. */
  #plan(cost: number, moves: readonly MediationMove[], changes: readonly Changes[]): Plan {
    const { prepared } = this;
    const changed = prepare(this.#changed(changes[0]));
    const judged = judge(changed.game, CONCEPTS);
    const held = new Equilibria(judged, changed.space.size);
    const courses = new Courses(changed.game, changed.statusQuo);
    const naming = new Naming(changed);
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
      states: goals.length,
      concepts: held.conceptsAt(nearest),
      kinds: Object.fromEntries(
        changed.deciders.map(({ id }, j) => [id, kindOf(changed, judged, j, nearest)]),
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

  #changed({ rankings, removals }: Changes): ConflictModel {
    const { prepared } = this;
    let { model } = prepared;
    rankings.forEach((given, mover) => {
      if (!given) return;
      const { edited, ranks } = this.#variants[mover].at(given.cost)[given.index];
      model = edited
        ? { ...model, actors: model.actors.map((a) => (a.id === edited.id ? edited : a)) }
        : withRanking(model, prepared, mover, ranks);
    });
    return removals.reduce((now, k) => this.#rules[k].apply(now), model);
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
  readonly spent: number;
  readonly models: number;
}

const NOTHING: Found = { plans: [], cheapest: null, spent: 0, models: 0 };

/** Whether the first does all that the second does. */
function contains(moves: readonly MediationMove[], others: readonly MediationMove[]): boolean {
  return others.every((other) => moves.some((move) => atLeast(move, other)));
}

function atLeast(move: MediationMove, other: MediationMove): boolean {
  if (move.kind !== other.kind) return false;
  return Object.entries(other).every(([field, value]) => {
    if (field === 'cost') return true;
    const own = (move as unknown as Readonly<Record<string, unknown>>)[field];
    if (field === 'places') return Number(own) >= Number(value);
    // What suffices without a statement is not told once more with its opposite.
    return own === value || (value === 'left out' && own === 'reversed');
  });
}

function upTo(cost: number): number[] {
  return Array.from({ length: cost }, (_, k) => k + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
