import type { Amount, Count, Evidence, Proportion } from '@standoff/model';
import type { Concept, SituationShown, StateShown, Step } from '@standoff/situation';
import type { ReplayForecast } from './forecast.js';

/** The answer of `standoff replay --json`: the dated events as a path, each step held against the model. */
export interface ReplayResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/replay/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** Where the path begins: the options declared taken, before any event. Null: no state of the model. */
  readonly start: StateShown | null;
  /** What happened, one after the other. */
  readonly events: readonly ReplayedEvent[];
  /** Over the steps up to the date of the model, and over those after it, which test it. */
  readonly score: {
    /** Over the steps up to the date of the model. */
    readonly before: ReplayScore;
    /** Over the steps after it. */
    readonly after: ReplayScore;
  };
  /**
   * Only where the states are too many to be listed: the concepts for which it was not decided of every
   * state on the path who would have stayed. Nobody counts as having stayed where that is so.
   */
  readonly notKnown?: readonly Concept[];
}

export interface ReplayedEvent {
  /** What other elements refer to it by. */
  readonly id: string;
  /** When it happened, as exactly as is known; of a stretch of time the first day. */
  readonly date: string;
  /** The last day of a stretch of time; missing: it is none. */
  readonly until?: string;
  /** Whether it is known only roughly when; missing: it is known. */
  readonly about?: true;
  /** As people call it. */
  readonly label: string;
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** After the date of the model. */
  readonly later: boolean;
  /** What it announces, if it only signals. */
  readonly signals: boolean;
  /** Constraints that the state after it breaks; the path goes on from the state before it. */
  readonly breaks: readonly string[];
  /** One for each actor whose options it changes, in the order written. */
  readonly steps: readonly ReplayedStep[];
  /** Offers that were turned down; missing: none was. */
  readonly refusals?: readonly ReplayedRefusal[];
}

export interface ReplayedRefusal {
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the offer. */
  readonly offer: string;
  /** Its best move that takes the offer up, where that is better for it than all that it could do without; null: it is not, so that it had reason to refuse. */
  readonly accepting: Step | null;
  /** Whether what the others would answer in their own interest undoes each such move (SEQ); null: there is none, or it is not known. */
  readonly deterred: boolean | null;
}

export interface ReplayedStep {
  /** What the actor did. */
  readonly step: Step;
  /** Whether the model has such a move; not, for instance, where it undoes what cannot be undone. */
  readonly legal: boolean;
  /** Against where the actor stood. */
  readonly change: 'better' | 'worse' | 'same';
  /** Why it was better, worse or the same for the actor, in words. */
  readonly because: string;
  /** The concepts under which the actor would have stayed. */
  readonly stayed: readonly Concept[];
  /** The concepts under which nobody would have left the state. */
  readonly equilibrium: readonly Concept[];
  /** Its best moves at the time; empty: none was better. */
  readonly best: readonly Step[];
  /** Whether what it did was one of them. */
  readonly wasBest: boolean;
}

export interface ReplayScore {
  /** Legal steps. */
  readonly steps: Count;
  /** How many were improvements, and how many are to be expected of movers and moves drawn at random. */
  readonly improvements: Count;
  /** How many improvements are to be expected of movers and moves drawn at random. */
  readonly expected: Amount;
  /** The probability that movers and moves drawn at random do at least as well; null: there were no steps. */
  readonly chance: Proportion | null;
  /** How many left a state that was unstable for the mover (SEQ), and the same at random. */
  readonly unstable: Count;
  /** How many of these are to be expected at random. */
  readonly expectedUnstable: Amount;
  /** The chances that forecasts gave to the steps; null: there were none, or where the course leads takes too long to be found. */
  readonly forecast: ReplayForecast | null;
}
