import type { Count, Deadline, Digits, OptionId, WindowChange } from '@standoff/model';
import type {
  Concept,
  CourseEnd,
  CourseEnds,
  Judging,
  SituationShown,
  Standard,
  StateShown,
  Step,
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
