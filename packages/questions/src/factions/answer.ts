import type { Count, Digits, Proportion } from '@standoff/model';
import type { CourseEnds, Judging, SituationShown } from '@standoff/situation';

/** The answer of `standoff factions --json`: which outcome if which faction prevails. */
export interface FactionsResult extends Judging {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/factions/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The decision makers with factions. */
  readonly actors: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Its factions, in the order written. */
    readonly factions: readonly {
      /** The id of the faction. */
      readonly id: string;
      /** The faction as people call it. */
      readonly label: string;
    }[];
    /** The faction that the model assumes to prevail. */
    readonly prevails: string | null;
  }[];
  /** Every combination; the one that the model assumes first. */
  readonly combinations: readonly Combination[];
  /** Scenarios by id: in which combinations (by their place above) they hold or are reached. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** For each combination, whether some state of it would hold. */
    readonly holds: readonly boolean[];
    /** For each combination, whether the course leads to it; null: not known. */
    readonly reached: readonly (boolean | null)[];
    /** For each combination, the share of walks along the course that end in it; null: not known. */
    readonly pull: readonly (Proportion | null)[];
  }[];
}

export interface Combination extends CourseEnds {
  /** By actor, the faction that prevails. */
  readonly prevails: Readonly<Record<string, string>>;
  /** Whether it is what the model takes to be so. */
  readonly assumed: boolean;
  /** Whether the status quo would hold. */
  readonly statusQuoHolds: boolean;
  /** How many states would hold. */
  readonly equilibria: Count | Digits;
}
