import { ruleOf, type AnswerKind } from '@standoff/engine';
import {
  STANDARD_NAMES,
  STANDARDS,
  type Course,
  type Prepared,
  type Situation,
  type Standard,
  type State,
  type Step,
} from '@standoff/situation';
import type { BriefOutcome } from './answer.js';

/** From the firmest; what does not hold comes last. */
const FIRMEST: readonly (AnswerKind | null)[] = ['none', 'credible', 'any', 'simultaneous', null];

/** The situation with its states listed; null where they are too many. */
export function listedOf(situation: Situation): Prepared | null {
  return 'space' in situation ? situation.listed : null;
}

/** Says states as outcomes: how each fares there, and how it is held. */
export class OutcomesOf {
  readonly today: State;
  readonly #courses = new Map<Standard, Course>();

  constructor(
    readonly situation: Situation,
    readonly standard: Standard,
  ) {
    [this.today] = situation.states.now;
  }

  /** Made once for each standard: what it has found of the states is kept. */
  course(standard = this.standard): Course {
    const course = this.#courses.get(standard) ?? this.situation.states.course(standard);
    this.#courses.set(standard, course);
    return course;
  }

  /** Equal for states that every actor ranks alike, of the same scenarios and of the same name. */
  keyOf(state: State): string {
    const { model, states } = this.situation;
    return [
      ...model.actors.map(({ id }) => states.level(id, state)),
      ...states.scenariosOf(state),
      this.labelOf(state),
    ].join('\n');
  }

  labelOf(state: State): string | null {
    return this.situation.states.name(state).label;
  }

  outcome(state: State): BriefOutcome {
    return {
      state: this.situation.states.shown(state),
      besides: [],
      against: this.against(state),
      hold: this.hold(state),
    };
  }

  against(state: State): BriefOutcome['against'] {
    const { model, states } = this.situation;
    return Object.fromEntries(
      model.actors.map(({ id }) => {
        const change = states.compare(id, state, this.today);
        return [id, change > 0 ? 'better' : change < 0 ? 'worse' : 'same'];
      }),
    );
  }

  /** By the firmest standard by which all stay; null where not all do by the one that is judged by. */
  hold(state: State): AnswerKind | null {
    if (!this.#stays(this.standard, state)) return null;
    const firmest = STANDARD_NAMES.slice(0, STANDARD_NAMES.indexOf(this.standard)).find((one) =>
      this.#stays(one, state),
    );
    return ruleOf(STANDARDS[firmest ?? this.standard].concept).answers;
  }

  /** A number that grows from what holds firmly to what does not hold. */
  firmness(state: State): number {
    return FIRMEST.indexOf(this.hold(state));
  }

  /** How many more fare better than worse. */
  surplus(state: State): number {
    return Object.values(this.against(state)).reduce(
      (sum, fares) => sum + (fares === 'better' ? 1 : fares === 'worse' ? -1 : 0),
      0,
    );
  }

  /** One move of the decision maker of that place. */
  step(mover: number, from: State, to: State): Step {
    const { states, deciders } = this.situation;
    return states.steps([{ actor: deciders[mover].id, from, to }])[0];
  }

  /** The course stays just where the state holds. */
  #stays(standard: Standard, state: State): boolean {
    const listed = listedOf(this.situation);
    if (listed !== null) return listed.states.holding(STANDARDS[standard].concept)!.has(state);
    const course = this.course(standard);
    const { steps } = course;
    const out = new Int32Array(steps.maxDegree);
    const number = course.numberOf(state);
    return Array.from({ length: steps.movers }).every(
      (_, mover) => steps.successors(mover, number, out) === 0,
    );
  }
}

/**
 * Outcomes of one name, or of none, side by side: what each has that others of them have not. What has
 * no name is said as its difference from today, and is told apart where that reads alike.
 */
export function toldApart<O extends BriefOutcome>(outcomes: readonly O[]): O[] {
  return outcomes.map((one) => {
    const { label } = one.state.name;
    const others = outcomes.filter((other) => other !== one && other.state.name.label === label);
    const besides = one.state.taken.filter((option) =>
      others.some((other) => !other.state.taken.includes(option)),
    );
    return besides.length === 0 ? one : { ...one, besides };
  });
}
