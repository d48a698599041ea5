import type { Count, Direction, Evidence, Integer, OptionId } from '@standoff/model';
import type { ExtensionsResult, StrengthResult } from './doubt-answer.js';
import type { ForesightResult } from '../explain/foresight-answer.js';
import type { CoalitionsResult } from '../coalitions/answer.js';
import type {
  Concept,
  Path,
  Reach,
  SituationShown,
  StabilityKind,
  StateName,
  Step,
  TallyEntry,
} from '@standoff/situation';

/**
 * The answer of `standoff analyse --json`. Fields are added, never changed. A state is always
 * given by the ids of the options taken in it, sorted.
 */
export interface AnalysisResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/analysis/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** In the order of the model. */
  readonly actors: readonly ActorResult[];
  /** In the order of the model. */
  readonly options: readonly OptionResult[];
  /** How many combinations of options there are, and how many of them are states. */
  readonly space: {
    /** How many options there are. */
    readonly options: Count;
    /** 2 to the number of options. */
    readonly points: Count;
    /** States that satisfy every constraint. */
    readonly feasible: Count;
  };
  /** The concepts looked at. */
  readonly concepts: readonly Concept[];
  /** How opponents' joint moves were read. */
  readonly opponentsRule: 'legal sequences' | 'each at most once';
  /**
   * States that are stable for every decision maker under at least one concept; most concepts first.
   * Where there are more than the limit, only so many; `tally` counts all.
   */
  readonly equilibria: readonly EquilibriumResult[];
  /** How many states are an equilibrium, by concepts and by how they can be reached. */
  readonly tally: readonly TallyEntry[];
  /** Where things stand. */
  readonly statusQuo: StatusQuoResult;
  /** Only where options are `unknown`: one entry for each state that the status quo may be. */
  readonly statusQuoAlternatives?: readonly StatusQuoResult[];
  /** The named scenarios. */
  readonly scenarios: readonly ScenarioResult[];
  /** The agreements, each with who would have to consent. */
  readonly agreements: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** Ids of the actors. */
    readonly parties: readonly string[];
    /** So many of the parties are enough; missing: it takes all of them. */
    readonly needs?: Count;
    /** Ids of those parties without whom the others are never enough; missing: any so many are. */
    readonly always?: readonly string[];
    /** The id of the actor whose act it is, its members voting for it; missing: it is nobody’s. */
    readonly actOf?: string;
  }[];
  /** With `stability`: every feasible state. */
  readonly states?: readonly StateResult[];
  /** Where concepts of looking ahead were asked for. */
  readonly foresight?: readonly ForesightResult[];
  /** Where the extensions of unknown preference were asked for. */
  readonly extensions?: ExtensionsResult;
  /** Where strength of preference was asked for. */
  readonly strength?: StrengthResult;
  /** Where coalitions were asked for. */
  readonly coalitions?: CoalitionsResult;
  /** What the model says that no analysis of this version uses. */
  readonly carried: readonly Carried[];
}

export interface ActorResult {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** A stakeholder has no options. */
  readonly kind: 'decision maker' | 'stakeholder';
  /** Ids of its options. */
  readonly options: readonly OptionId[];
  /** The faction assumed to prevail; null when the actor has none. */
  readonly faction: {
    /** The id of the faction. */
    readonly id: string;
    /** The faction as people call it. */
    readonly label: string;
  } | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface OptionResult {
  /** The id of its owner, a dot, its name. */
  readonly id: OptionId;
  /** As people call it. */
  readonly label: string;
  /** The id of the actor whose option it is. */
  readonly owner: string;
  /** Whether it can be undone, or taken up again. */
  readonly direction: Direction;
  /** Whether the change takes long. */
  readonly slow: boolean;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface EquilibriumResult {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** The concepts under which everybody stays. */
  readonly concepts: readonly Concept[];
  /** From the status quo; where it is a set of states, from at least one of them. */
  readonly reachable: Reach;
  /** Ids of the scenarios the state belongs to. */
  readonly scenarios: readonly string[];
  /** How the state is told to people. */
  readonly name: StateName;
  /** A shortest path from the status quo, by improvements if there is one, else by moves; empty: it is the status quo. Null: unreachable. */
  readonly path: Path | null;
  /** Why each decision maker stays. */
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** For every actor, stakeholders included: better or worse than the status quo, or the same. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
}

export interface StatusQuoResult {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** By decision maker, the concepts under which it stays. */
  readonly stability: Readonly<Record<string, readonly Concept[]>>;
  /** By decision maker, why it stays. */
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  /** How the state is told to people. */
  readonly name: StateName;
  /** States that a sequence of improvements, or of any moves, can lead to (itself not counted). */
  readonly reaches: {
    /** How many states a sequence of improvements can lead to. */
    readonly improvements: Count;
    /** How many states a sequence of any moves can lead to. */
    readonly moves: Count;
  };
  /** Improvements that exist right now. */
  readonly improvements: readonly Step[];
}

export interface ScenarioResult {
  /** What other elements refer to it by. */
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** How many feasible states it holds in. */
  readonly states: Count;
  /** Concepts under which some state of the scenario is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Whether some state of it can be reached from the status quo. */
  readonly reachable: Reach;
  /** By which improvements or moves; null: unreachable. */
  readonly path: Path | null;
  /** Whether it holds in the status quo. */
  readonly holdsNow: boolean;
  /** The assertions made of it ("worst for CN") and whether they are true. */
  readonly extremes: readonly {
    /** Whether it is said to be the worst or the best. */
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
    /** Whether it is so by the preferences. */
    readonly holds: boolean;
  }[];
}

export interface StateResult {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** Larger is better; ties are equal. */
  readonly rank: Readonly<Record<string, Integer>>;
  /** By decision maker, the concepts under which it stays. */
  readonly stability: Readonly<Record<string, readonly Concept[]>>;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  /** How the state is told to people. */
  readonly name: StateName;
}

/** An idea of the model that is kept but that no analysis of this version uses. */
export interface Carried {
  /** What it is, in words. */
  readonly idea: string;
  /** How many of them the model has. */
  readonly count: Count;
  /** What becomes of it. */
  readonly note: string;
}
