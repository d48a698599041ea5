/** Why the engine refuses a call. */
export type EngineErrorCode =
  /** More options than a state code has bits. */
  | 'too-many-options'
  /** The feasible states would not fit in the memory allowed. */
  | 'too-many-states'
  /** Ranks, options or directions that do not fit the model. */
  | 'bad-argument'
  /** The work was stopped on request. */
  | 'cancelled'
  /** A worker could not go on: out of memory, or its module is missing. */
  | 'worker-failed';

/** A call that the engine cannot serve. The message says what was wrong and which limit it met. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    /** For 'too-many-states': what would be needed and what is allowed, in states. */
    readonly limit?: { readonly needed: number; readonly allowed: number },
  ) {
    super(message);
  }
}
