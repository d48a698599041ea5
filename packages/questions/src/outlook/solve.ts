import { FIRM_CONCEPTS } from '@standoff/engine';
import type { Count, Digits, OptionId } from '@standoff/model';
import {
  countOf,
  Held,
  improvementsOf,
  situationShown,
  Ways,
  type Concept,
  type Reached,
  type Situation,
  type SituationShown,
  type State,
  type StateShown,
  type Step,
} from '@standoff/situation';

/**
 * The answer of `standoff outlook --json`: where the present course leads. One entry for each state
 * that the status quo may be.
 */
export interface OutlookResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/outlook/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each state that today may be. */
  readonly outlooks: readonly Outlook[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them. There are then at least as many equilibria as is said.
   */
  readonly notKnown?: readonly Concept[];
}

export interface Outlook {
  /** The state that is taken for the present one. */
  readonly from: StateShown;
  /** The concepts under which things could stay as they are. */
  readonly concepts: readonly Concept[];
  /** Only where the states are too many to be listed: the concepts for which that was not decided. */
  readonly undecided?: readonly Concept[];
  /** The improvements that exist right now, decision maker by decision maker, best first. */
  readonly reasons: readonly Step[];
  /** By sequences of improvements: states other than the present one, and equilibria among them. */
  readonly improvements: Course;
  /** By sequences of any legal moves. */
  readonly moves: Course;
  /** Where improvements end: whoever follows them arrives in one of these and stays there. */
  readonly ends: readonly End[];
  /** How many more ends there are, where not all are told. */
  readonly moreEnds?: Count | Digits;
  /** Only where there may be still others, in which improvements go round. */
  readonly endsOpen?: true;
  /** With `to`: the simple paths to that state, shortest first. */
  readonly paths?: PathsTo;
}

export interface Course {
  /** How many states are reached, besides the present one. */
  readonly states: Count | Digits;
  /** Only where that was cut short: at least so many states are reached. */
  readonly cutShort?: true;
  /** How many of the states, the present one included, are an equilibrium under some concept. */
  readonly equilibria: Count | Digits;
  /**
   * Those held by more than answers at any price, the nearest first, of equally near ones that of most
   * concepts; at most as many as asked for.
   */
  readonly firm: readonly Arrival[];
  /** How many there are of them. */
  readonly firmCount: Count | Digits;
  /** States reached from which no decision maker has any move at all. */
  readonly noWayOut: readonly StateShown[];
}

/** A state with a shortest way there. */
export interface Arrival {
  /** The state arrived in. */
  readonly state: StateShown;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Only where a shorter way may exist. */
  readonly shortest?: false;
  /** One after the other. */
  readonly steps: readonly Step[];
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

/** Improvements never lead out of these states. */
export interface End {
  /** 1: nobody has an improvement there. More: improvements go round among them. */
  readonly states: Count | Digits;
  /** The one, or of several the nearest. */
  readonly nearest: Arrival;
}

export interface PathsTo {
  /** The state that was asked about. */
  readonly state: StateShown;
  /** Whether each step is an improvement for who makes it, or any legal move. */
  readonly by: 'improvements' | 'moves';
  /** The moves of each path, shortest path first. */
  readonly paths: readonly (readonly Step[])[];
  /** Whether these are all there are. */
  readonly all: boolean;
}

export interface OutlookOptions {
  /** A state all simple paths to which are wanted. */
  readonly to?: State;
  /** How many paths, and how many equilibria, to list; 20 when left out. */
  readonly limit?: number;
}

/** Status quo analysis (theory 7.1), with what holds among the states reached. */
export function outlook(
  situation: Situation,
  { limit = 20, to }: OutlookOptions = {},
): OutlookResult {
  const { model, states } = situation;
  const held = new Held(states);
  return {
    schema: 'standoff/outlook/2',
    situation: situationShown(model),
    outlooks: states.now.map((start) => {
      const from = new OutlookFrom(situation, held, start, limit);
      return to === undefined ? from.result() : { ...from.result(), paths: from.paths(to) };
    }),
    ...(held.notKnown.length > 0 ? { notKnown: held.notKnown } : {}),
  };
}

class OutlookFrom {
  readonly #ways: Ways;
  readonly #deciders: readonly string[];

  constructor(
    readonly situation: Situation,
    readonly held: Held,
    readonly start: State,
    readonly limit: number,
  ) {
    this.#ways = new Ways(situation.states, [start]);
    this.#deciders = situation.deciders.map(({ id }) => id);
  }

  result(): Outlook {
    const { start, held, limit } = this;
    const { states } = this.situation;
    const { stable, undecided } = held.at(start, this.#deciders);
    const { ends, more, complete } = states.ends([start], limit);
    return {
      from: states.shown(start),
      concepts: stable,
      ...(undecided.length > 0 ? { undecided } : {}),
      reasons: this.#deciders.flatMap((actor) =>
        states.steps(
          improvementsOf(states, actor, start).map((to) => ({ actor, from: start, to })),
        ),
      ),
      improvements: this.#course(this.#ways.improvements),
      moves: this.#course(this.#ways.moves),
      ends: ends.map((end) => ({
        states: countOf(end.states),
        nearest: this.#arrival(this.#ways.improvements, end.nearest),
      })),
      ...(more > 0n ? { moreEnds: countOf(more) } : {}),
      ...(complete ? {} : { endsOpen: true }),
    };
  }

  /** By improvements if they lead there at all, else by any moves. */
  paths(to: State): PathsTo {
    const { states } = this.situation;
    const by = this.#ways.improvements.states.has(to) ? 'improvements' : 'moves';
    const { ways, all } = this.#ways[by].ways(to, this.limit);
    return { state: states.shown(to), by, paths: ways.map((way) => states.steps(way)), all };
  }

  #course(reached: Reached): Course {
    const { held, limit } = this;
    const { states } = this.situation;
    const firm = reached.states.and(held.any(FIRM_CONCEPTS));
    const stuck = this.#deciders.reduce(
      (rest, actor) => rest.minus(states.leading(actor, states.all, false)),
      reached.states,
    );
    return {
      states: countOf(reached.states.count - 1n),
      ...(reached.complete ? {} : { cutShort: true }),
      equilibria: countOf(reached.states.and(held.any()).count),
      firm: held
        .byConcepts(firm)
        .flatMap((alike) => reached.nearest(alike, limit))
        .map((state) => this.#arrival(reached, state))
        .sort((a, b) => a.steps.length - b.steps.length)
        .slice(0, limit),
      firmCount: countOf(firm.count),
      noWayOut: stuck.first(limit).map((state) => states.shown(state)),
    };
  }

  #arrival(reached: Reached, state: State): Arrival {
    const { states } = this.situation;
    const { moves, shortest } = reached.wayTo(state)!;
    const steps = states.steps(moves);
    return {
      state: states.shown(state),
      concepts: this.held.conceptsAt(state),
      ...(shortest ? {} : { shortest }),
      steps,
      slow: steps.flatMap(({ slow, actor }, step) =>
        slow.length === 0
          ? []
          : [{ step, options: slow, mayReact: this.#mayReact(actor, moves[step].from) }],
      ),
    };
  }

  #mayReact(mover: string, state: State): string[] {
    const { states } = this.situation;
    return this.#deciders.filter(
      (actor) => actor !== mover && improvementsOf(states, actor, state).length > 0,
    );
  }
}
