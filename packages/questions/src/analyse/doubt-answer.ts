import type { Count, Proportion } from '@standoff/model';
import type { DeterrentConcept, Extension, ResponseConcept } from '@standoff/engine';
import type { Reach, StateShown } from '@standoff/situation';

/** What would hold where preferences are not fully known, by the attitude to not knowing (theory 4.1). */
export interface ExtensionsResult {
  /** Pairs of different states that a decision maker’s worlds do not agree on, as a share of all pairs. */
  readonly unknown: Readonly<Record<string, Proportion>>;
  /** What would hold under each extension asked for. */
  readonly extensions: readonly {
    /** The attitude to what is not known. */
    readonly extension: Extension;
    /** By concept, how many states would hold. */
    readonly count: Readonly<Record<ResponseConcept, Count>>;
    /** The concepts under which the status quo would hold. */
    readonly statusQuo: readonly ResponseConcept[];
  }[];
  /** By concept: how many states hold in all the extensions asked for, and in some only. */
  readonly held: Readonly<
    Record<
      ResponseConcept,
      {
        /** In all the extensions asked for. */
        readonly all: Count;
        /** In some of them but not in all. */
        readonly some: Count;
      }
    >
  >;
  /** States that hold in all of them firmly, those of most concepts first. */
  readonly equilibria: readonly HeldShown[];
}

export interface HeldShown {
  /** The state. */
  readonly state: StateShown;
  /** The concepts under which it holds in all the extensions asked for. */
  readonly concepts: readonly ResponseConcept[];
  /** Whether the status quo leads there. */
  readonly reachable: Reach;
}

export type StrengthCount = Readonly<
  Record<
    DeterrentConcept,
    {
      /** States held by strong deterrents. */
      readonly strong: Count;
      /** States held by weak deterrents only. */
      readonly weak: Count;
      /** States held because nobody has a better move. */
      readonly noBetterMove: Count;
    }
  >
>;

/** How strongly what would hold is held (theory 4.3, 4.4). */
export interface StrengthResult {
  /** The highest degree of preference in the model; 1: it tells no strength. */
  readonly degrees: Count;
  /** By concept: states held by strong deterrents, by weak ones only, and because nobody has a better move. */
  readonly count: StrengthCount;
  /**
   * The same where what is not known counts as unknown (the hybrid of theory 4.5), for each extension
   * asked for.
   */
  readonly hybrid?: readonly {
    /** The attitude to what is not known. */
    readonly extension: Extension;
    /** By concept, as above. */
    readonly count: StrengthCount;
  }[];
  /** How strongly each is held. */
  readonly equilibria: readonly {
    /** The state. */
    readonly state: StateShown;
    /** Whether the status quo leads there. */
    readonly reachable: Reach;
    /**
     * By concept under which it holds: the loss, in degrees, that deters at least; 0: no loss; null:
     * nobody has a better move.
     */
    readonly level: Readonly<Partial<Record<ResponseConcept, Count | null>>>;
  }[];
}
