import type { Count, Digits, Integer, OptionId } from '@standoff/model';
import type { Concept, KnownReach, SituationShown, StateName } from '@standoff/situation';

/** The answer of `standoff states --json`. */
export interface StatesResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/states/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The ids of all options, in the order of the columns. */
  readonly options: readonly OptionId[];
  /** How many states the conditions leave. */
  readonly matching: Count | Digits;
  /** At most so many of them as asked for, in the order of their decimal numbers. */
  readonly states: readonly SelectedState[];
  /**
   * Only where the states are too many to be listed: the concepts of which it is not known which
   * states are an equilibrium under them.
   */
  readonly notKnown?: readonly Concept[];
  /** Only where it is a first answer, which goes without what would take minutes: all of it can be had too. */
  readonly atFirst?: true;
}

export interface SelectedState {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** How the state is told to people. */
  readonly name: StateName;
  /** Whether the status quo is, or may be, this state. */
  readonly statusQuo: boolean;
  /** The concepts under which it is an equilibrium, of those that are known of all states. */
  readonly concepts: readonly Concept[];
  /** Whether the status quo leads there. */
  readonly reachable: KnownReach;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  /** For each actor, by id: its place in the ranking, larger is better. Only where the states are listed. */
  readonly ranks?: Readonly<Record<string, Integer>>;
  /** For each decision maker, by id: the concepts under which it stays. Only where the states are listed. */
  readonly stable?: Readonly<Record<string, readonly Concept[]>>;
  /** Fewest steps from the status quo; null: none lead there. Only where the states are listed. */
  readonly steps?: {
    /** Each better for the one who makes it. */
    readonly improvements: Count | null;
    /** Of any kind. */
    readonly moves: Count | null;
  };
}
