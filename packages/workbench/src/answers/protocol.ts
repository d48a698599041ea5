import type { ConflictModel, Diagnostic } from '@standoff/model';
import type { AskedName } from './lanes.js';

/**
 * What goes between the page and a worker. Every text has a version, and every message the version
 * that it is about: an answer about another text is never taken for one about this.
 */
export type ToWorker =
  /** A new text: read it, and drop what is asked about older ones. */
  | { readonly type: 'text'; readonly version: number; readonly text: string }
  /** A text that another worker has read. */
  | {
      readonly type: 'model';
      readonly version: number;
      readonly text: string;
      readonly model: ConflictModel;
    }
  | {
      readonly type: 'ask';
      readonly version: number;
      readonly key: string;
      readonly question: AskedName;
      readonly params: unknown;
    }
  /** Nobody wants the answer any more. */
  | { readonly type: 'drop'; readonly key: string };

export type FromWorker =
  /** The worker has turned to a text; what comes next is about it. */
  | {
      readonly type: 'read';
      readonly version: number;
      /** Null: the text has errors, or was read elsewhere. */
      readonly model: ConflictModel | null;
      readonly diagnostics: readonly Diagnostic[];
      /** Milliseconds it took. */
      readonly took: number;
    }
  | {
      readonly type: 'answer';
      readonly version: number;
      readonly key: string;
      readonly result: unknown;
      readonly took: number;
    }
  | {
      readonly type: 'failed';
      readonly version: number;
      readonly key: string;
      readonly problem: Problem;
    }
  | {
      readonly type: 'progress';
      readonly version: number;
      readonly key: string;
      readonly done: number;
    };

/** Why a question has no answer, in words for the reader. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}
