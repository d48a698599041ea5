import type { Claim, Count, Evidence, Proportion } from '@standoff/model';
import type {
  ElementKind,
  ElementShown,
  GroundsCounted,
  Turned,
  Standard,
  SituationShown,
} from '@standoff/situation';
import type { SourceUse } from './source-coverage.js';

/** The answer of `standoff evidence --json`: what rests on what, and what does without. */
export interface EvidenceResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/evidence/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** By what it is judged whether a state holds, and which steps the course takes. */
  readonly standard: Standard;
  /** By kind of element: how many there are, and what they rest on. */
  readonly coverage: readonly Coverage[];
  /** Elements on the analyst's own word without a reason. */
  readonly bare: readonly ElementShown[];
  /** What the analyst only supposes (`because "what if: …"`), with nothing cited for it. */
  readonly whatIfs: readonly ElementShown[];
  /** What the sources say and the model leaves out on purpose; missing where nothing is. */
  readonly leftOut?: readonly LeftOutNoted[];
  /** Claims that are disputed, inferred or denied, with what rests on them. */
  readonly doubtful: readonly {
    /** The id of the claim. */
    readonly claim: string;
    /** As people call it. */
    readonly label: string;
    readonly strength: Claim['strength'];
    /** Whether somebody or something disputes it. */
    readonly disputed: boolean;
    /** What rests on it directly. */
    readonly elements: readonly ElementShown[];
    /** What rests on it through another claim only. */
    readonly through: readonly ElementShown[];
  }[];
  /** What each source is used for. */
  readonly sources: readonly SourceUse[];
  /** Sources and passages without which a conclusion is different, those that change most first. */
  readonly without: readonly WithoutPassage[];
  /** How many sources and passages were left out one by one. */
  readonly tried: Count;
}

/** What the situation says that it leaves out. */
export interface LeftOutNoted {
  /** What is left out, in the author’s words. */
  readonly text: string;
  /** Why; null: not said. */
  readonly because: string | null;
  /** The passages that say it. */
  readonly evidence: readonly Evidence[];
}

/** What the elements of a kind rest on. */
export interface Coverage extends GroundsCounted {
  /** The kind of element. */
  readonly kind: ElementKind;
}

export interface WithoutPassage {
  /** The id of the source. */
  readonly source: string;
  /** Null: the source as a whole. */
  readonly paragraph: Count | null;
  /** What rests on it alone and was left out. */
  readonly elements: readonly ElementShown[];
  /** Of all states that hold before or after, the share that holds only before or only after. */
  readonly distance: Proportion;
  /** Null: without it the model has no answer. */
  readonly turned: Turned | null;
}
