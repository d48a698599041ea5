import type { TextRange } from './model.js';

/** Something to say about a user's text or model, the way good compilers say it. */
export interface Diagnostic {
  /** Stable and short: "unknown-name". */
  readonly code: string;
  /** Errors are in the way of every answer. */
  readonly severity: 'error' | 'warning' | 'info';
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** Where it is wrong. */
  readonly range: TextRange;
  /** Why it is wrong, where the message does not say. */
  readonly why?: string;
  /** What was probably meant, or what to do. */
  readonly hint?: string;
  /** Other places that have to do with it. */
  readonly related?: readonly {
    /** Where the other place is. */
    readonly range: TextRange;
    /** What stands there: "the first", "the option UN.lift". */
    readonly message: string;
  }[];
}
