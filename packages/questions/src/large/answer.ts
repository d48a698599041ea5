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
  readonly schema: 'standoff/large-analysis/2';
  /** Why the states were not listed. */
  readonly why: string;
  /**
   * How the answers were found: all states at once, as sets; or where the sets are too irregular
   * for the memory allowed, state by state around the status quo, as far as the limits allowed.
   */
  readonly method: 'sets' | 'exploration';
  /** How many combinations of options there are, and how many of them are states. */
  readonly space: {
    /** How many options there are. */
    readonly options: Count;
    /** 2 to the number of options. */
    readonly points: Digits;
    /** States that satisfy every constraint; null: not counted. */
    readonly feasible: Digits | null;
  };
  /** How many states are a Nash equilibrium: in all, and of those that can be reached from the status quo. */
  readonly nash: {
    /** In all. */
    readonly all: LargeCount;
    /** Of those that improvements lead to. */
    readonly byImprovements: LargeCount;
    /** Of those that any moves lead to. */
    readonly byMoves: LargeCount;
  };
  /** Nash equilibria: those that improvements lead to first, then those that other moves lead to. */
  readonly equilibria: readonly LargeEquilibrium[];
  /**
   * What all Nash equilibria that improvements lead to have in common (or all of them, where none
   * can be so reached); null: there are none, or they are not known as a set.
   */
  readonly common: {
    /** Of which Nash equilibria it is told. */
    readonly of: 'reached by improvements' | 'all';
    /** Ids of the options that are taken in every one of them. */
    readonly taken: readonly OptionId[];
    /** Ids of the options that are taken in none of them. */
    readonly notTaken: readonly OptionId[];
  } | null;
  /** Where things stand. */
  readonly statusQuo: LargeStatusQuo;
  /** Only where options are `unknown`: one entry for each state that the status quo may be. */
  readonly statusQuoAlternatives?: readonly LargeStatusQuo[];
  /** The named scenarios. */
  readonly scenarios: readonly LargeScenario[];
  /** What an analysis of a smaller model answers besides, and why it is left open here. */
  readonly notAnswered: readonly {
    /** What is left open. */
    readonly question: string;
    /** Why it is. */
    readonly why: string;
  }[];
}

/** So many, or at least so many. */
export interface LargeCount {
  /** The number, in digits. */
  readonly count: Digits;
  /** Whether it is all of them; otherwise there are at least so many. */
  readonly exact: boolean;
}

/** As `StateName`, with the decimal as a string. */
export interface LargeStateName extends Omit<StateName, 'decimal'> {
  /** Decimal of the column, first option lowest, in digits. */
  readonly decimal: Digits;
}

/** As `Reach`; null: not known. */
export interface LargeReach {
  /** By a sequence of unilateral improvements; null: not known. */
  readonly improvements: boolean | null;
  /** By any sequence of legal moves; null: not known. */
  readonly moves: boolean | null;
}

export interface LargePathResult {
  /** Whether each step is an improvement for who makes it, or any legal move. */
  readonly by: 'improvements' | 'moves';
  /** Whether no path of this kind is known to be shorter. */
  readonly shortest: boolean;
  /** One after the other. */
  readonly steps: readonly Step[];
}

export interface LargeEquilibrium {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** Whether the status quo leads there. */
  readonly reachable: LargeReach;
  /** Ids of the scenarios the state belongs to. */
  readonly scenarios: readonly string[];
  /** How the state is told to people. */
  readonly name: LargeStateName;
  /** From the status quo; null: none is known. */
  readonly path: LargePathResult | null;
  /** For every actor: better or worse than the status quo, or the same. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
}

export interface LargeStatusQuo {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** The concepts under which each actor is stable for certain. */
  readonly stability: Readonly<Record<string, readonly Concept[]>>;
  /** The concepts for which that was not decided within the limits. */
  readonly undecided: Readonly<Record<string, readonly Concept[]>>;
  /** By decision maker, why it stays, as far as that was decided. */
  readonly kinds: Readonly<Record<string, StabilityKind | 'not decided'>>;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  /** How the state is told to people. */
  readonly name: LargeStateName;
  /** States that a sequence of improvements, or of any moves, can lead to (itself not counted). */
  readonly reaches: {
    /** How many states a sequence of improvements can lead to. */
    readonly improvements: LargeCount;
    /** How many states a sequence of any moves can lead to. */
    readonly moves: LargeCount;
  };
  /** By decision maker: how many improvements it has right now, and the best of them. */
  readonly improvements: Readonly<
    Record<
      string,
      {
        /** How many improvements it has right now. */
        readonly count: LargeCount;
        /** The best of them. */
        readonly best: readonly Step[];
      }
    >
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
  /** Whether some Nash equilibrium in it can be reached. */
  readonly nashReachable: LargeReach;
  /** Whether any state of it can be reached. */
  readonly reachable: LargeReach;
  /** To a Nash equilibrium of it where one can be reached, otherwise to some state of it. */
  readonly path: LargePathResult | null;
  /** The assertions made of it ("worst for CN"); null: not decided. */
  readonly extremes: readonly {
    /** Whether it is said to be the worst or the best. */
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    /** Whether it is so by the preferences. */
    readonly holds: boolean | null;
  }[];
}
