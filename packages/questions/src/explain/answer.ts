import type { Count, Integer } from '@standoff/model';
import type {
  Concept,
  StabilityKind,
  StateShown,
  Step,
  KnownReach,
  SituationShown,
} from '@standoff/situation';
import type { ForesightExplanationResult } from './foresight-answer.js';
import type { ScenarioAsked } from '../told/scenario-asked.js';
import type { Extension, ResponseConcept } from '@standoff/engine';

/** Why a state is stable or not for one actor under one concept. */
export interface ExplanationResult {
  /** The state asked about. */
  readonly state: StateShown;
  /** The id of the actor. */
  readonly actor: string;
  /** The concept by which states are judged. */
  readonly concept: Concept;
  /** Whether the actor has reason to stay; null: not known. */
  readonly stable: boolean | null;
  /** Why the actor stays, or that it does not; null: whether anything holds it back is not known. */
  readonly kind: StabilityKind | null;
  /** How many moves the actor has here, improvements or not. */
  readonly moves: Count;
  /** One entry for each improvement of the actor from the state. */
  readonly improvements: readonly ImprovementResult[];
  /** Where it was asked for; null where answers are simultaneous: it is not defined then. */
  readonly slack?: SlackResult | null;
}

export interface ImprovementResult {
  /** The move. */
  readonly step: Step;
  /** Where it leads. */
  readonly to: StateShown;
  /** The statements, scenarios or weights by which the actor prefers it, in words. */
  readonly because: string;
  /** Null: nothing that the concept allows the others holds the actor back, unless `leftOpen` says otherwise. */
  readonly sanction: {
    /** Whether these are the others' changes, made together with the actor's own. */
    readonly simultaneous: boolean;
    /** The moves of the others. */
    readonly path: readonly Step[];
    /** The state that they lead to. */
    readonly result: StateShown;
    /** Why it deters: compared with the state where the actor started. */
    readonly leaves: 'worse off' | 'no better off';
    /** Why the actor is no better off there, in words. */
    readonly because: string;
    /** The best the actor can do from there, still no better than where it started. Null where the concept does not look at escapes. */
    readonly bestEscape: {
      /** The move; null: to stay there. */
      readonly step: Step | null;
    } | null;
  } | null;
  /**
   * Only where the states are very many: it is not known whether anything holds the actor
   * back, or something does but which answer was not found.
   */
  readonly leftOpen?: 'whether' | 'which';
  /** How many states the others could answer with, for an unsanctioned improvement; null: not counted. */
  readonly answersLookedAt: Count | null;
}

/** How far the verdict of an actor on a state is from turning, in swaps of rankings. */
export interface SlackResult {
  /** The least number of swaps in its own ranking; null: no reordering turns it. */
  readonly swaps: Count | null;
  /** How: the state is ranked directly above (up) or below (down) another one, alone or with its equals. */
  readonly change: {
    /** Whether the state is ranked higher or lower. */
    readonly direction: 'up' | 'down';
    /** The state that it passes. */
    readonly past: StateShown;
    /** Whether it is moved alone or with its equals. */
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
        /** The least number of swaps in that ranking; null: not known, or none turns it. */
        readonly swaps: Count | null;
        /** It takes more swaps than this; null: no reordering turns it, or `swaps` says how many it takes. */
        readonly moreThan: Count | null;
      }[]
    | null;
}

/** The answer of `standoff explain --json`: why a state is stable or not, for whom. */
export interface ExplainResult extends Explained {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/explain/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The scenario asked about: the state is the nearest of it; missing where a state was. */
  readonly scenario?: ScenarioAsked;
  /** The same of its firmest state, where that is another. */
  readonly firmest?: Explained;
  /** Whether something is left open only because finding it would take long. */
  readonly atFirst?: true;
}

/** Why one state is stable or not. */
export interface Explained {
  /** The state asked about. */
  readonly state: StateShown;
  /** Ids of the scenarios it belongs to. */
  readonly scenarios: readonly string[];
  /** Whether the status quo leads there. */
  readonly reachable: KnownReach;
  /** Actor by actor, concept by concept. Empty where one of the next two is asked for. */
  readonly explanations: readonly ExplanationResult[];
  /** Under a concept by which two decision makers look ahead; empty where none is asked for. */
  readonly foresight: readonly ForesightExplanationResult[];
  /** With an attitude to preferences that are not fully known; empty where none is asked for. */
  readonly extensions: readonly RelationalExplanationResult[];
}

/** Why an actor stays or not, where pairs are unknown or preferences have degrees. */
export interface RelationalExplanationResult {
  /** The state asked about. */
  readonly state: StateShown;
  /** The id of the actor. */
  readonly actor: string;
  /** The concept by which states are judged. */
  readonly concept: ResponseConcept;
  /** The attitude to what is not known. */
  readonly extension: Extension;
  /** Whether the actor has reason to stay. */
  readonly stable: boolean;
  /** How many moves the actor has here, improvements or not. */
  readonly moves: Count;
  /** One for each move that counts as an improvement under the extension. */
  readonly improvements: readonly {
    /** The move. */
    readonly step: Step;
    /** Where it leads. */
    readonly to: StateShown;
    /** By which degree it is better; null: not known to be better. */
    readonly degree: Integer | null;
    /** What deters it; null: nothing that the concept allows the others. */
    readonly sanction: {
      /** The moves of the others, one after the other. */
      readonly path: readonly Step[];
      /** The state that they lead to. */
      readonly result: StateShown;
      /** By which degree it is worse, 0: no better; null: not known. */
      readonly loss: Integer | null;
    } | null;
    /** How many states the others could answer with. */
    readonly answersLookedAt: Count;
  }[];
}
