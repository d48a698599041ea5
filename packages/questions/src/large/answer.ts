import type { Count, Digits, OptionId } from '@standoff/model';
import type { AnalysisResult, ScenarioResult } from '../analyse/answer.js';
import type { Concept, StabilityKind, StateName, Step } from '@standoff/situation';

/**
 * The answer of `standoff analyse --json` for a model whose states are too many to be listed. Fields
 * are added, never changed. Numbers of states are decimal strings: they may have any length.
 */
export interface LargeAnalysisResult extends Pick<
  AnalysisResult,
  'situation' | 'actors' | 'options' | 'agreements' | 'carried'
> {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/large-analysis/1';
  /** Why the states were not listed. */
  readonly why: string;
  /**
   * How the answers were found: all states at once, as sets; or where the sets are too irregular
   * for the memory allowed, state by state around the status quo, as far as the limits allowed.
   */
  readonly method: 'sets' | 'exploration';
  readonly space: {
    readonly options: Count;
    /** 2 to the number of options. */
    readonly points: Digits;
    /** States that satisfy every constraint; null: not counted. */
    readonly feasible: Digits | null;
  };
  /** How many states are a Nash equilibrium: in all, and of those that can be reached from the status quo. */
  readonly nash: {
    readonly all: LargeCount;
    readonly byImprovements: LargeCount;
    readonly byMoves: LargeCount;
  };
  /** Nash equilibria: those that improvements lead to first, then those that other moves lead to. */
  readonly equilibria: readonly LargeEquilibrium[];
  /**
   * What all Nash equilibria that improvements lead to have in common (or all of them, where none
   * can be so reached); null: there are none, or they are not known as a set.
   */
  readonly common: {
    readonly of: 'reached by improvements' | 'all';
    readonly taken: readonly OptionId[];
    readonly notTaken: readonly OptionId[];
  } | null;
  readonly statusQuo: LargeStatusQuo;
  /** Only where options are `unknown`: one entry for each state that the status quo may be. */
  readonly statusQuoAlternatives?: readonly LargeStatusQuo[];
  readonly scenarios: readonly LargeScenario[];
  /** What an analysis of a smaller model answers besides, and why it is left open here. */
  readonly notAnswered: readonly { readonly question: string; readonly why: string }[];
}

/** So many, or at least so many. */
export interface LargeCount {
  readonly count: Digits;
  readonly exact: boolean;
}

/** As `StateName`, with the decimal as a string. */
export interface LargeStateName extends Omit<StateName, 'decimal'> {
  readonly decimal: Digits;
}

/** As `Reach`; null: not known. */
export interface LargeReach {
  readonly improvements: boolean | null;
  readonly moves: boolean | null;
}

export interface LargePathResult {
  readonly by: 'improvements' | 'moves';
  /** Whether no path of this kind is known to be shorter. */
  readonly shortest: boolean;
  /** One after the other. */
  readonly steps: readonly Step[];
}

export interface LargeEquilibrium {
  readonly taken: readonly OptionId[];
  readonly reachable: LargeReach;
  readonly scenarios: readonly string[];
  readonly name: LargeStateName;
  readonly path: LargePathResult | null;
  /** For every actor: better or worse than the status quo, or the same. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
}

export interface LargeStatusQuo {
  readonly taken: readonly OptionId[];
  /** The concepts under which each actor is stable for certain. */
  readonly stability: Readonly<Record<string, readonly Concept[]>>;
  /** The concepts for which that was not decided within the limits. */
  readonly undecided: Readonly<Record<string, readonly Concept[]>>;
  readonly kinds: Readonly<Record<string, StabilityKind | 'not decided'>>;
  readonly scenarios: readonly string[];
  readonly name: LargeStateName;
  /** States that a sequence of improvements, or of any moves, can lead to (itself not counted). */
  readonly reaches: { readonly improvements: LargeCount; readonly moves: LargeCount };
  /** By decision maker: how many improvements it has right now, and the best of them. */
  readonly improvements: Readonly<
    Record<string, { readonly count: LargeCount; readonly best: readonly Step[] }>
  >;
}

export interface LargeScenario extends Pick<
  ScenarioResult,
  'id' | 'label' | 'evidence' | 'holdsNow'
> {
  /** Feasible states in it; null: not counted. */
  readonly states: Digits | null;
  /** Nash equilibria in it, and of those the ones that can be reached. */
  readonly nash: LargeCount;
  readonly nashReachable: LargeReach;
  /** Whether any state of it can be reached. */
  readonly reachable: LargeReach;
  /** To a Nash equilibrium of it where one can be reached, otherwise to some state of it. */
  readonly path: LargePathResult | null;
  /** The assertions made of it ("worst for CN"); null: not decided. */
  readonly extremes: readonly {
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    readonly holds: boolean | null;
  }[];
}
