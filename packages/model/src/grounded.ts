import type { Count } from './numbers.js';

/** Where an element stands in the text. Lines and columns count from 0, columns in UTF-16 units. */
export interface TextRange {
  /** Its first character. */
  readonly start: {
    /** The line, from 0. */
    readonly line: Count;
    /** The place in the line, from 0, in UTF-16 units. */
    readonly column: Count;
  };
  /** One past its last character. */
  readonly end: {
    /** The line, from 0. */
    readonly line: Count;
    /** The place in the line, from 0, in UTF-16 units. */
    readonly column: Count;
  };
}

/**
 * "2018-04-27", "2018-04" or "2018".
 * @pattern ^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$
 */
export type PartialDate = string;

/** A place in a source: "@cogan:P7-P9" or "@cogan#annotation". */
export interface Evidence {
  /** The id of the source. */
  readonly source: string;
  /** First and last paragraph; equal for a single one. Null when the source as a whole is meant. */
  readonly paragraphs: {
    /** The first paragraph, from 1. */
    readonly from: Count;
    /** The last paragraph; the first where it is a single one. */
    readonly to: Count;
  } | null;
  /** The id of the annotation; null: none is named. */
  readonly annotation: string | null;
  /** The source does not say it: the analyst infers it from there. Missing: the source says it. */
  readonly inferred?: true;
}

/** What an element rests on. Never changes a result. */
export interface Grounded {
  /** The passages that it rests on. */
  readonly evidence: readonly Evidence[];
  /** The analyst's own reason ("because …"). */
  readonly because: string | null;
  /** Ids of claims ("rests on …"). */
  readonly restsOn: readonly string[];
  /** Null in a model that was not read from a text. */
  readonly at: TextRange | null;
}
