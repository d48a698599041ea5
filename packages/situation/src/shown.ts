import type { Count, Digits, OptionId, PartialDate } from '@standoff/model';
import type { StabilityConcept } from '@standoff/engine';

export type Concept = StabilityConcept;

/** Which situation an answer is about. */
export interface SituationShown {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The title of the situation. */
  readonly title: string;
  /** The date that the situation is told of; null: none. */
  readonly asOf: PartialDate | null;
}

/** A state said in words; see `describeState`. */
export interface StateName {
  /** The label that the author or a scenario gives the state; null when there is none. */
  readonly label: string | null;
  /** Against the status quo: option ids newly taken and no longer taken. */
  readonly added: readonly OptionId[];
  /** Option ids no longer taken. */
  readonly dropped: readonly OptionId[];
  /**
   * The field's notation: one letter an option, in model order: "YNNYN"; "-" where states that are one
   * differ.
   * @pattern ^[YN-]*$
   */
  readonly column: string;
  /**
   * Decimal of the column, first option lowest; as digits where it is larger than numbers hold exactly.
   * A number to look up, not an identity.
   */
  readonly decimal: Count | Digits;
}

/** A state as results tell it. */
export interface StateShown {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** How the state is told to people. */
  readonly name: StateName;
}

export interface Step {
  /** The id of the actor. */
  readonly actor: string;
  /** Ids of the options taken before it. */
  readonly from: readonly OptionId[];
  /** Ids of the options taken after it. */
  readonly to: readonly OptionId[];
  /** Options that the step changes; those of slow options are in `slow` too. */
  readonly takes: readonly OptionId[];
  /** Options that are no longer taken. */
  readonly drops: readonly OptionId[];
  /** Options that it changes and that take long. */
  readonly slow: readonly OptionId[];
  /** What follows of it by itself; missing: nothing does. */
  readonly follows?: Following;
}

/** What nobody does: it follows by itself. */
export interface Following {
  /** Options that are taken after it. */
  readonly takes: readonly OptionId[];
  /** Options that are no longer taken. */
  readonly drops: readonly OptionId[];
}

/** A way to a state; without steps: it is there already. */
export interface Path {
  /** Whether each step is an improvement for who makes it, or any legal move. */
  readonly by: 'improvements' | 'moves';
  /** Only where a shorter one may exist. */
  readonly shortest?: boolean;
  /** One after the other. */
  readonly steps: readonly Step[];
}

export interface Reach {
  /** By a sequence of unilateral improvements; the status quo itself counts as reached. */
  readonly improvements: boolean;
  /** By any sequence of legal moves. */
  readonly moves: boolean;
}

/** As `Reach`; null: not known. */
export interface KnownReach {
  /** By a sequence of unilateral improvements; null: not known. */
  readonly improvements: boolean | null;
  /** By any sequence of legal moves; null: not known. */
  readonly moves: boolean | null;
}

export interface TallyEntry {
  /** All concepts under which these states are equilibria. */
  readonly concepts: readonly Concept[];
  /** Whether the status quo leads to them. */
  readonly reachable: Reach;
  /** How many such states there are. */
  readonly count: Count;
}

/** As `KnownReach`, and whether the course leads there. */
export interface CourseReach extends KnownReach {
  /** Along the course; null: not known. */
  readonly course: boolean | null;
}

/**
 * no move: the actor can do nothing at all. no better move: nothing it can do is better.
 * deterred: it could do better at once, but what the others may do then holds it back.
 * unstable: under no concept of this analysis is it held back.
 */
export type StabilityKind = 'no move' | 'no better move' | 'deterred' | 'unstable';
