import type { Count, Direction, Evidence, Integer, OptionId, PartialDate } from '@standoff/model';
import type { StabilityConcept } from '@standoff/engine';
import type { ExtensionsResult, StrengthResult } from './doubt.js';
import type { ForesightResult } from './foresight-result.js';
import type { CoalitionsResult } from './questions/coalitions.js';

export type Concept = StabilityConcept;

/**
 * The answer of `standoff analyse --json`. Fields are added, never changed. A state is always
 * given by the ids of the options taken in it, sorted.
 */
export interface AnalysisResult {
  readonly schema: 'standoff/analysis/1';
  readonly situation: SituationShown;
  /** In the order of the model. */
  readonly actors: readonly ActorResult[];
  /** In the order of the model. */
  readonly options: readonly OptionResult[];
  /** How many combinations of options there are, and how many of them are states. */
  readonly space: {
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

/** Which situation an answer is about. */
export interface SituationShown {
  /** What other elements refer to it by. */
  readonly id: string;
  /** The title of the situation. */
  readonly title: string;
  /** The date that the situation is told of; null: none. */
  readonly asOf: PartialDate | null;
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
  readonly faction: { readonly id: string; readonly label: string } | null;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
}

export interface OptionResult {
  readonly id: OptionId;
  /** As people call it. */
  readonly label: string;
  /** The id of the actor whose option it is. */
  readonly owner: string;
  readonly direction: Direction;
  /** Whether the change takes long. */
  readonly slow: boolean;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
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
   * The field's notation: one letter an option, in model order: "YNNYN".
   * @pattern ^[YN]*$
   */
  readonly column: string;
  /** Decimal of the column, first option lowest. A number to look up, not an identity. */
  readonly decimal: Count;
}

/** A state as results tell it. */
export interface StateShown {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
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
}

export interface Reach {
  /** By a sequence of unilateral improvements; the status quo itself counts as reached. */
  readonly improvements: boolean;
  /** By any sequence of legal moves. */
  readonly moves: boolean;
}

export interface TallyEntry {
  /** All concepts under which these states are equilibria. */
  readonly concepts: readonly Concept[];
  readonly reachable: Reach;
  readonly count: Count;
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
  readonly name: StateName;
  /** A shortest path from the status quo, by improvements if there is one, else by moves; empty: it is the status quo. Null: unreachable. */
  readonly path: { readonly by: 'improvements' | 'moves'; readonly steps: readonly Step[] } | null;
  /** Why each decision maker stays. */
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** For every actor, stakeholders included: better or worse than the status quo, or the same. */
  readonly against: Readonly<Record<string, 'better' | 'worse' | 'same'>>;
}

/**
 * no move: the actor can do nothing at all. no better move: nothing it can do is better.
 * deterred: it could do better at once, but what the others may do then holds it back.
 * unstable: under no concept of this analysis is it held back.
 */
export type StabilityKind = 'no move' | 'no better move' | 'deterred' | 'unstable';

export interface StatusQuoResult {
  /** Ids of the options taken in it, sorted. */
  readonly taken: readonly OptionId[];
  /** By decision maker, the concepts under which it stays. */
  readonly stability: Readonly<Record<string, readonly Concept[]>>;
  /** By decision maker, why it stays. */
  readonly kinds: Readonly<Record<string, StabilityKind>>;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  readonly name: StateName;
  /** States that a sequence of improvements, or of any moves, can lead to (itself not counted). */
  readonly reaches: { readonly improvements: Count; readonly moves: Count };
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
  readonly path: EquilibriumResult['path'];
  /** Whether it holds in the status quo. */
  readonly holdsNow: boolean;
  /** The assertions made of it ("worst for CN") and whether they are true. */
  readonly extremes: readonly {
    readonly kind: 'worst' | 'best';
    /** The id of the actor. */
    readonly actor: string;
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
  readonly name: StateName;
}

/** An idea of the model that is kept but that no analysis of this version uses. */
export interface Carried {
  /** What it is, in words. */
  readonly idea: string;
  readonly count: Count;
  /** What becomes of it. */
  readonly note: string;
}

/** The answer of `standoff explain --json`: why a state is stable or not for one actor under one concept. */
export interface ExplanationResult {
  readonly schema: 'standoff/explanation/1';
  readonly state: StateShown;
  /** The id of the actor. */
  readonly actor: string;
  readonly concept: Concept;
  /** Whether the actor has reason to stay. */
  readonly stable: boolean;
  readonly kind: StabilityKind;
  /** How many moves the actor has here, improvements or not. */
  readonly moves: Count;
  /** One entry for each improvement of the actor from the state. */
  readonly improvements: readonly ImprovementResult[];
  /** Where it was asked for; null where answers are simultaneous: it is not defined then. */
  readonly slack?: SlackResult | null;
}

export interface ImprovementResult {
  readonly step: Step;
  readonly to: StateShown;
  /** The statements, scenarios or weights by which the actor prefers it, in words. */
  readonly because: string;
  /** Null: nothing that the concept allows the others holds the actor back. */
  readonly sanction: {
    /** Whether these are the others' changes, made together with the actor's own. */
    readonly simultaneous: boolean;
    readonly path: readonly Step[];
    readonly result: StateShown;
    /** Why it deters: compared with the state where the actor started. */
    readonly leaves: 'worse off' | 'no better off';
    readonly because: string;
    /** The best the actor can do from there, still no better than where it started. Null where the concept does not look at escapes. */
    readonly bestEscape: { readonly step: Step | null } | null;
  } | null;
  /** How many states the others could answer with, for an unsanctioned improvement. */
  readonly answersLookedAt: Count;
}

/** How far the verdict of an actor on a state is from turning, in swaps of rankings. */
export interface SlackResult {
  /** The least number of swaps in its own ranking; null: no reordering turns it. */
  readonly swaps: Count | null;
  /** How: the state is ranked directly above (up) or below (down) another one, alone or with its equals. */
  readonly change: {
    readonly direction: 'up' | 'down';
    readonly past: StateShown;
    readonly alone: boolean;
  } | null;
  /**
   * Where answers must be improvements: the least number of swaps in the ranking of
   * another decision maker alone. Where `swaps` is null, it takes more than `moreThan`; where that is
   * null too, no reordering turns it. Null: the states are too many to try.
   */
  readonly others:
    | readonly {
        /** The id of the actor. */
        readonly actor: string;
        readonly swaps: Count | null;
        readonly moreThan: Count | null;
      }[]
    | null;
}
