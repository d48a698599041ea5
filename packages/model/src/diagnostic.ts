import type { TextRange } from './model.js';

/** One way to mend a text, as edits that a program can make. */
export interface Fix {
  /** What it does, as a command: "Write `implies` instead of `->`". */
  readonly title: string;
  /** In the order of the text; none reaches into another. */
  readonly edits: readonly {
    /** What is replaced. */
    readonly range: TextRange;
    /** What is put in its place. */
    readonly text: string;
  }[];
}

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
  /** Ways to mend it, the likeliest first; missing where none is known. */
  readonly fixes?: readonly Fix[];
}
