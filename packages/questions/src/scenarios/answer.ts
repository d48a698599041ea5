import type { Count, Digits, Evidence, Proportion } from '@standoff/model';
import type {
  Concept,
  CourseReach,
  Judging,
  SituationShown,
  StateShown,
  Step,
} from '@standoff/situation';

/** The answer of `standoff scenarios --json`. */
export interface ScenariosResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/scenarios/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** One for each scenario, in the order written. */
  readonly scenarios: readonly ScenarioAnswer[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
}

/** What becomes of a scenario: a set of states with a name. */
export interface ScenarioAnswer {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** How many states it holds in. */
  readonly states: Count | Digits;
  /** Where no state satisfies it: the smallest set of constraints that rules it out, as written. */
  readonly ruledOutBy: readonly string[];
  /** Whether it holds in the status quo. */
  readonly holdsNow: boolean;
  /** How many of its states would hold, by the standard. */
  readonly holding: Count | Digits;
  /** By concept, how many of its states are an equilibrium; null: not known. */
  readonly equilibria: Readonly<Record<Concept, Count | Digits | null>>;
  /** Of the states that would hold the firmest: most concepts, then reachable along the course, by moves, fewest steps. */
  readonly firmest: HeldState | null;
  /** Whether the status quo leads to one of its states. */
  readonly reachable: CourseReach;
  /** The share of walks along the course that end in its states; null: not known. */
  readonly pull: Proportion | null;
  /** To the nearest of its states: along the course if it leads there, else by moves. */
  readonly path: ScenarioPath | null;
  /** Without whose moves no way leads there, along the course and by any moves: who can keep it from coming about. */
  readonly needs: {
    /** Ids of the actors without whose moves the course does not lead there. */
    readonly course: readonly string[];
    /** Ids of the actors without whose moves no moves at all lead there. */
    readonly moves: readonly string[];
  };
  /**
   * Who could end it by a move of its own, in every state of it that can be reached; and whether that
   * would be an improvement in each, in some or in none of them.
   */
  readonly undoes: readonly {
    /** The id of the actor that could end it. */
    readonly actor: string;
    /** In which of the states the move would be an improvement. */
    readonly gains: 'each' | 'some' | 'none';
  }[];
  /** Against today: how the actor fares in the states of the scenario, and in the firmest. */
  readonly against: Readonly<Record<string, Fares>>;
  /** Whose red lines are crossed in all of its states; missing where nobody’s is. */
  readonly crosses?: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** What it draws the line at: its label, or as the author wrote it. */
    readonly line: string;
    /** The passages that the line rests on. */
    readonly evidence: readonly Evidence[];
  }[];
  /** For whom it is the worst or best that can happen, whether the author says so or only the model. */
  readonly extremes: readonly {
    /** Whether it is the worst or the best. */
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    /** Whether the author says so. */
    readonly asserted: boolean;
    /** Whether it is so by the preferences. */
    readonly holds: boolean;
  }[];
}

/** How welcome a scenario would be, and whether it comes about anyway. */
export type WeighedScenario = Pick<
  ScenarioAnswer,
  'id' | 'states' | 'holdsNow' | 'firmest' | 'reachable' | 'against'
>;

/** A way to a scenario; without steps: it is so already. */
export interface ScenarioPath {
  /** Whether each step is one that the course takes, or any legal move. */
  readonly by: 'course' | 'moves';
  /** Only where a shorter one may exist. */
  readonly shortest?: boolean;
  /** One after the other. */
  readonly steps: readonly Step[];
}

/** A state that would hold, with how far it is from today. */
export interface HeldState {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Whether the status quo leads there. */
  readonly reachable: CourseReach;
}

export interface Fares {
  /** In all states of the scenario; "mixed": better in some, not in others. */
  readonly everywhere: 'better' | 'worse' | 'same' | 'mixed';
  /** In the firmest equilibrium in it; null where there is none. */
  readonly firmest: 'better' | 'worse' | 'same' | null;
}
