/** Why the engine refuses a call. */
export type EngineErrorCode =
  /** More options than a state code has bits. */
  | 'too-many-options'
  /** The feasible states would not fit in the memory allowed. */
  | 'too-many-states'
  /** Sets of states of a large model are too irregular for the decision diagrams allowed. */
  | 'too-many-nodes'
  /** More coalitions than are looked at in one go. */
  | 'too-many-coalitions'
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
    /** For 'too-many-…': what would be needed (at least) and what is allowed, in states or nodes. */
    readonly limit?: { readonly needed: number; readonly allowed: number },
  ) {
    super(message);
  }
}

/** Whether an error says that sets of states take more nodes than there is room or effort for. */
export function isTooMany(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'too-many-nodes';
}
