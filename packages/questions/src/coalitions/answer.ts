import type { Count } from '@standoff/model';
import type { CoalitionConcept } from '@standoff/engine';
import type { Concept, Reach, SituationShown, StateShown, Step } from '@standoff/situation';
import type { TogetherFound } from './together.js';

/** The answer of `standoff coalitions --json`: what decision makers could do together. */
export interface CoalitionsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/coalitions/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Ids of the members; all coalitions looked at, single decision makers among them. */
  readonly coalitions: readonly (readonly string[])[];
  /** Whether these are the blocks of a partition, each of which acts as one decision maker. */
  readonly partition: boolean;
  /**
   * How many states are stable for every one of them, by concept; and for single decision makers. Null:
   * with so many states it was not looked at, nor at what follows from it; `full` does.
   */
  readonly stable: Readonly<
    Record<
      CoalitionConcept,
      {
        /** How many states are stable for every coalition looked at. */
        readonly all: Count;
        /** How many are stable for every single decision maker. */
        readonly single: Count;
      }
    >
  > | null;
  /** States that are firmly stable for every coalition, those reached soonest first. */
  readonly universal: readonly {
    /** The state that no coalition would leave. */
    readonly state: StateShown;
    /** The concepts under which every coalition stays. */
    readonly concepts: readonly CoalitionConcept[];
    /** Whether the status quo leads there. */
    readonly reachable: Reach;
  }[];
  /** The state asked about, the status quo as a rule, and every coalition of two or more that could leave it. */
  readonly from: StateShown;
  /** What coalitions could do together from there, and from where the course ends. */
  readonly joint: TogetherFound;
  /** Those who could leave it together. */
  readonly couldLeave: readonly CoalitionMove[];
  /**
   * The firm equilibria of decision makers alone, those reached soonest first: which
   * coalitions of two or more could leave each.
   */
  readonly equilibria: readonly {
    /** The equilibrium. */
    readonly state: StateShown;
    /** Of the concepts that coalitions have too, those under which each decision maker alone stays. */
    readonly concepts: readonly Concept[];
    /** Those under which every coalition does. */
    readonly stable: readonly CoalitionConcept[];
    /** Whether the status quo leads there. */
    readonly reachable: Reach;
    /** Those who could leave it together. */
    readonly couldLeave: readonly CoalitionMove[];
  }[];
  /** Jumps of coalitions of two or more from one firm equilibrium to another. */
  readonly jumps: readonly {
    /** Ids of the members. */
    readonly coalition: readonly string[];
    /** The equilibrium that they leave. */
    readonly from: StateShown;
    /** The equilibrium that they arrive in. */
    readonly to: StateShown;
    /** Their moves, one after the other. */
    readonly path: readonly Step[];
  }[];
  /** How many there are of them, and how many firm equilibria they were looked for between. */
  readonly jumpCount: Count;
  /** Between how many firm equilibria jumps were looked for. */
  readonly jumpStates: Count;
}

/** A coalition that could do better by leaving a state together. */
export interface CoalitionMove {
  /** Ids of the members. */
  readonly coalition: readonly string[];
  /** The concepts under which it would stay all the same. */
  readonly stays: readonly CoalitionConcept[];
  /** How many states are better for each member. */
  readonly improvements: Count;
  /** One of them: one that nothing deters, in the outsiders' own interest, if there is one. */
  readonly example: {
    /** The state that is better for each member. */
    readonly to: StateShown;
    /** The moves of the members there. */
    readonly path: readonly Step[];
    /** What outsiders could answer in their own interest, and who of the members is then no better off. */
    readonly sanction: {
      /** The moves of the outsiders. */
      readonly path: readonly Step[];
      /** The state that they lead to. */
      readonly result: StateShown;
      /** Ids of the members that are no better off there. */
      readonly deterred: readonly string[];
    } | null;
  };
}
