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
  type Followed,
  type Reached,
  type Situation,
  type Standard,
  type State,
  type StateSet,
  atFirst,
} from '@standoff/situation';
import type { OutlookResult, Outlook, PathsTo, Course, End, OtherCourse } from './answer.js';

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
