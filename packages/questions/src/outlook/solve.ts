import type { Count, Deadline, Digits, OptionId, WindowChange } from '@standoff/model';
import { calendarOf } from '../told/calendar.js';
import {
  followed,
  standardsOf,
  countOf,
  courseEnd,
  courseEnds,
  Held,
  improvementsOf,
  judging,
  situationShown,
  STANDARD_NAMES,
  STANDARDS,
  USUAL_STANDARD,
  type Concept,
  type CourseEnd,
  type CourseEnds,
  type Followed,
  type Judging,
  type Reached,
  type Situation,
  type SituationShown,
  type Standard,
  type State,
  type StateSet,
  type StateShown,
  type Step,
  atFirst,
} from '@standoff/situation';

/**
 * The answer of `standoff outlook --json`: where the present course leads. One entry for each state
 * that the status quo may be.
 */
export interface OutlookResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/outlook/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each state that today may be. */
  readonly outlooks: readonly Outlook[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
  /** What opens or closes next, soonest first; missing: nothing has a window that does. */
  readonly calendar?: readonly WindowChange[];
  /** What is so by itself from a day on, soonest first; missing: nothing is. */
  readonly deadlines?: readonly Deadline[];
}

export interface Outlook extends Omit<CourseEnds, 'ends'> {
  /** The state that is taken for the present one. */
  readonly from: StateShown;
  /** The concepts under which things could stay as they are. */
  readonly concepts: readonly Concept[];
  /** Only where the states are too many to be listed: the concepts for which that was not decided. */
  readonly undecided?: readonly Concept[];
  /** The improvements that exist right now, decision maker by decision maker, best first. */
  readonly reasons: readonly Step[];
  /** Those of them that the course takes: of whoever would move, the best that nothing undoes. */
  readonly steps: readonly Step[];
  /** Along the course: states other than the present one, and those that would hold among them. */
  readonly course: Course;
  /** By sequences of any legal moves. */
  readonly moves: Course;
  /** Where the course ends: it arrives in one of these and stays there, or goes round in it. */
  readonly ends: readonly End[];
  /** Where it would end by another standard: those standards by which it ends elsewhere. */
  readonly otherwise: readonly OtherCourse[];
  /** With `to`: the simple paths to that state, shortest first. */
  readonly paths?: PathsTo;
}

export interface Course {
  /** How many states are reached, besides the present one. */
  readonly states: Count | Digits;
  /** Only where that was cut short: at least so many states are reached. */
  readonly cutShort?: true;
  /** How many of the states, the present one included, would hold. */
  readonly holding: Count | Digits;
  /** States reached from which no decision maker has any move at all. */
  readonly noWayOut: readonly StateShown[];
}

/** Where the course ends by a standard. */
export interface OtherCourse {
  /** By what it is then judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Where it ends, the strongest pull first. */
  readonly ends: readonly CourseEnd[];
}

/** Where the course ends, with a shortest way to the nearest state of it. */
export interface End extends CourseEnd {
  /** The concepts under which that state is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Only where a shorter way may exist. */
  readonly shortest?: false;
  /** One after the other, each the best that its mover can do unless it is undone; of the shortest ways the one that changes least. */
  readonly way: readonly Step[];
  /** Steps that take long, with who has an improvement meanwhile, in the state that the step leaves. */
  readonly slow: readonly SlowStep[];
}

export interface SlowStep {
  /** Its place in the path, from 0. */
  readonly step: Count;
  /** Ids of the options whose change takes long. */
  readonly options: readonly OptionId[];
  /** Ids of the actors that have an improvement meanwhile. */
  readonly mayReact: readonly string[];
}

export interface PathsTo {
  /** The state that was asked about. */
  readonly state: StateShown;
  /** Whether each step is one that the course takes, or any legal move. */
  readonly by: 'course' | 'moves';
  /** The moves of each path, shortest path first. */
  readonly paths: readonly (readonly Step[])[];
  /** Whether these are all there are. */
  readonly all: boolean;
}

export interface OutlookOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  /** A state all simple paths to which are wanted. */
  readonly to?: State;
  /** How many paths, and how many ends, to list; 20 when left out. */
  readonly limit?: number;
}

/** Where the course under a standard leads, from each state that the status quo may be. */
export function outlook(
  given: Situation,
  { standard: asked = USUAL_STANDARD, full = false, limit = 20, to }: OutlookOptions = {},
): OutlookResult {
  const situation = atFirst(given, full);
  const { model, states } = situation;
  const judged = judging(states, asked);
  const held = new Held(states);
  return {
    schema: 'standoff/outlook/2',
    situation: situationShown(model),
    ...judged,
    outlooks: states.now.map((start) => {
      const from = new OutlookFrom(situation, judged.standard, held, start, limit);
      return to === undefined ? from.result() : { ...from.result(), paths: from.paths(to) };
    }),
    ...(held.notKnown.length > 0 ? { notKnown: held.notKnown } : {}),
    ...calendarOf(model),
  };
}

class OutlookFrom {
  readonly #course: Followed;
  readonly #moves: Reached;
  readonly #holding: StateSet;
  readonly #deciders: readonly string[];

  constructor(
    readonly situation: Situation,
    readonly standard: Standard,
    readonly held: Held,
    readonly start: State,
    readonly limit: number,
  ) {
    const { states, deciders } = situation;
    this.#course = followed(states, standard, { from: [start] });
    this.#moves = states.reached(false, { from: [start] });
    this.#holding = states.holding(STANDARDS[standard].concept)!;
    this.#deciders = deciders.map(({ id }) => id);
  }

  result(): Outlook {
    const { start, held, limit } = this;
    const { states } = this.situation;
    const { stable, undecided } = held.at(start, this.#deciders);
    const { ends, ...more } = courseEnds(states, this.#course, limit);
    const found = this.#course.ends(limit).ends;
    return {
      from: states.shown(start),
      concepts: stable,
      ...(undecided.length > 0 ? { undecided } : {}),
      reasons: this.#deciders.flatMap((actor) =>
        states.steps(
          improvementsOf(states, actor, start).map((to) => ({ actor, from: start, to })),
        ),
      ),
      steps: states.steps(this.#course.steps(start)),
      course: this.#reaching(this.#course),
      moves: this.#reaching(this.#moves),
      ends: ends.map((end, k) => ({ ...end, ...this.#way(found[k].nearest) })),
      ...more,
      otherwise: this.#otherwise(),
    };
  }

  /** Along the course if it leads there at all, else by any moves. */
  paths(to: State): PathsTo {
    const { states } = this.situation;
    const by = this.#course.states.has(to) ? 'course' : 'moves';
    const { ways, all } = (by === 'course' ? this.#course : this.#moves).ways(to, this.limit);
    return { state: states.shown(to), by, paths: ways.map((way) => states.steps(way)), all };
  }

  #reaching(reached: Reached): Course {
    const { states } = this.situation;
    const stuck = this.#deciders.reduce(
      (rest, actor) => rest.minus(states.leading(actor, states.all, false)),
      reached.states,
    );
    return {
      states: countOf(reached.states.count - 1n),
      ...(reached.complete ? {} : { cutShort: true }),
      holding: countOf(reached.states.and(this.#holding).count),
      noWayOut: stuck.first(this.limit).map((state) => states.shown(state)),
    };
  }

  #way(state: State): Pick<End, 'concepts' | 'shortest' | 'way' | 'slow'> {
    const { states } = this.situation;
    const { moves, shortest } = this.#course.wayTo(state)!;
    const way = states.steps(moves);
    return {
      concepts: this.held.conceptsAt(state),
      ...(shortest ? {} : { shortest }),
      way,
      slow: way.flatMap(({ slow, actor }, step) =>
        slow.length === 0
          ? []
          : [{ step, options: slow, mayReact: this.#mayReact(actor, moves[step].from) }],
      ),
    };
  }

  #mayReact(mover: string, state: State): string[] {
    const { states } = this.situation;
    return this.#deciders.filter(
      (actor) => actor !== mover && !states.improving(actor, state).isEmpty,
    );
  }

  /** Standards by which the course ends in other outcomes, however strongly it pulls. */
  #otherwise(): OtherCourse[] {
    const { states } = this.situation;
    const outcomes = (course: Followed): string =>
      course
        .ends(this.limit)
        .ends.map(({ nearest, round }) => `${round} ${states.outcomeOf(nearest)}`)
        .sort()
        .join('\n\n');
    const here = outcomes(this.#course);
    return STANDARD_NAMES.filter(
      (one) => one !== this.standard && standardsOf(states).includes(one),
    )
      .map((standard) => ({ standard, course: followed(states, standard, { from: [this.start] }) }))
      .filter(({ course }) => outcomes(course) !== here)
      .map(({ standard, course }) => ({
        standard,
        ends: course.ends(this.limit).ends.map((end) => courseEnd(states, end)),
      }));
  }
}
