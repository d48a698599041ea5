import type { Count } from '@standoff/model';
import type { Concept, SituationShown, StabilityKind, StateShown, Step } from '@standoff/situation';
import type { Comparison, Versus } from './comparison.js';
import type { AnswersByHand, EscapesByHand, Sanction } from './deterrence.js';
import type { StateByHand } from './option-table.js';
import type { RuledOut } from './ruled-out.js';

/** The answer of `standoff lesson --json`: a verdict worked out by hand, step by step. */
export interface LessonResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/lesson/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The state asked about. */
  readonly state: StateShown;
  /** For whom. */
  readonly actor: string;
  /** The concept by which it is judged. */
  readonly concept: Concept;
  /** The decision makers that can be asked about, in the order of the situation. */
  readonly actors: readonly string[];
  /** One after the other; the last is the verdict. */
  readonly steps: readonly LessonStep[];
  /** All states in the field's notation; null: they are too many to be read. */
  readonly table: readonly StateByHand[] | null;
}

export type LessonStep =
  | {
      /** The state, option by option. */
      readonly kind: 'state';
    }
  | MovesStep
  | CompareStep
  | AnswersStep
  | TogetherStep
  | EscapeStep
  | VerdictStep;

export interface MovesStep {
  /** The decision maker's moves, and what is no move of it. */
  readonly kind: 'moves';
  /** All of them counted. */
  readonly count: Count;
  /** Those gone through one by one. */
  readonly moves: readonly MoveOfStep[];
  /** What is not gone through. */
  readonly passedOver: {
    /** So many moves. */
    readonly moves: Count;
    /** Of them, so many improvements. */
    readonly improvements: Count;
  };
  /** The changes of its options that are no moves; null: too many to look at. */
  readonly ruledOut: {
    /** All of them counted. */
    readonly count: Count;
    /** Those of the fewest options. */
    readonly shown: readonly RuledOut[];
  } | null;
}

export interface MoveOfStep {
  /** What the decision maker does. */
  readonly step: Step;
  /** Where that leads. */
  readonly to: StateShown;
}

export interface CompareStep extends MoveOfStep {
  /** Is it an improvement? */
  readonly kind: 'compare';
  /** Both states by the decision maker's own preferences. */
  readonly comparison: Comparison;
  /** What that comes to, for the state that the move leads to. */
  readonly is: Versus;
}

export interface AnswersStep extends MoveOfStep, AnswersByHand {
  /** Can the others answer the improvement so that the decision maker ends no better off? */
  readonly kind: 'answers';
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface TogetherStep extends MoveOfStep {
  /** Would the improvement leave it no better off if the others improved at the same moment? */
  readonly kind: 'together';
  /** The improvements of the others from the state, each alone. */
  readonly improvements: readonly Step[];
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface EscapeStep extends MoveOfStep, EscapesByHand {
  /** Is there a harmful answer from which the decision maker cannot escape by one move? */
  readonly kind: 'escape';
  /** What deters it; null: nothing does. */
  readonly sanction: Sanction | null;
}

export interface VerdictStep {
  /** What the steps come to. */
  readonly kind: 'verdict';
  /** By the steps before. */
  readonly stable: boolean;
  /** By the kernel that judges all states at once. */
  readonly kernel: boolean;
  /** On what account. */
  readonly why: StabilityKind;
  /** How many improvements there are. */
  readonly improvements: Count;
  /** Of them, those that nothing deters. */
  readonly undeterred: Count;
}
