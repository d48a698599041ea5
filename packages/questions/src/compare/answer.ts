import type { AnswerKind } from '@standoff/engine';
import type { Count, Proportion } from '@standoff/model';
import type { CourseEnd, SituationShown, Standard, StateShown } from '@standoff/situation';
import type { ComparedEquilibria, ComparedPlace } from './single-states.js';
import type { ModelDifference } from './model-differences.js';

/** The answer of `standoff compare --json`: models of one situation side by side, and what makes the difference. */
export interface CompareResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/compare/2';
  /** The situation that was asked: the first that was given. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** Those with a date by date, the others after them in the order given. */
  readonly models: readonly ModelShown[];
  /** Each model against the one before it. */
  readonly steps: readonly ModelStep[];
  /** Which single states would hold in which of them. */
  readonly equilibria: ComparedEquilibria;
  /** The states in which the course of some model ends, of alike ones the nearest. */
  readonly ends: readonly ComparedPlace[];
}

export interface ModelShown {
  /** What it was called: a file. */
  readonly name: string;
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** How many states it has. */
  readonly feasible: Count;
  /** How many of them would hold. */
  readonly equilibria: Count;
  /** Where things stand in it. */
  readonly statusQuo: StateShown;
  /** Ids of the scenarios that it is in. */
  readonly now: readonly string[];
  /** What it comes to. */
  readonly conclusions: Conclusions;
}

/** What a model comes to, in the points that are compared. */
export interface Conclusions {
  /** Whether the status quo would hold. */
  readonly statusQuoHolds: boolean;
  /** By scenario id: how firmly it would hold, and how strongly the course pulls there. */
  readonly scenarios: Readonly<
    Record<
      string,
      {
        /** Whether a state of it would hold. */
        readonly holds: boolean;
        /** By which answers the firmest of its states is held; null: none would hold. */
        readonly hold: AnswerKind | null;
        /** Whether the course leads to one. */
        readonly reached: boolean;
        /** The share of walks along the course that end in it. */
        readonly pull: Proportion;
      }
    >
  >;
  /** By commitment id: whether it would be kept where it is due, by those who are taken to prevail. */
  readonly commitments: Readonly<Record<string, Kept>>;
  /** Where the course ends, the strongest pull first. */
  readonly ends: readonly CourseEnd[];
}

/** In how many states a commitment is due, and in how many of them it would be kept. */
export interface Kept {
  /** In how many states it is due. */
  readonly due: Count;
  /** In how many of them it would be kept. */
  readonly kept: Count;
}

export interface ModelStep {
  /** Places in `models`. */
  readonly from: Count;
  /** The place of the later model in `models`. */
  readonly to: Count;
  /** What differs and can change a result. */
  readonly differences: readonly ComparedDifference[];
  /** How many of these, which change no result, are in one model only. */
  readonly told: readonly {
    /** What kind of element. */
    readonly what: string;
    /** How many are in the earlier model only. */
    readonly gone: Count;
    /** How many are in the later model only. */
    readonly added: Count;
  }[];
  /** The conclusions that differ; as in `ComparedDifference.changes`. */
  readonly changes: readonly ChangedConclusion[];
}

export interface ComparedDifference extends ModelDifference {
  /** Conclusions of the first model that this difference alone would change; null: it cannot be made alone. */
  readonly changes: readonly ChangedConclusion[] | null;
}

export interface ChangedConclusion {
  /** Which conclusion it is. */
  readonly what:
    | 'status quo'
    | 'scenario holds'
    | 'scenario reached'
    | 'scenario pull'
    | 'commitment'
    | 'course';
  /** The id of the scenario or commitment; empty for the others. */
  readonly of: string;
  /**
   * What it would then be: "yes" or "no"; of a commitment in how many of the states in which it is due
   * it would be kept, "3 of 8"; of a pull the share, 0 to 1; of a course, how many ends it has.
   */
  readonly then: string;
}
