/** Why an analysis cannot be made of a model that parses. */
export type AnalysisErrorCode =
  | 'too-large'
  | 'no-feasible-state'
  | 'status-quo-infeasible'
  | 'ranking'
  | 'unsettled'
  | 'too-many-worlds'
  | 'concept'
  | 'opponents'
  | 'slack'
  | 'extension'
  | 'nothing-to-compare'
  | 'partition'
  | 'not-two-decision-makers'
  | 'unknown-state'
  | 'unknown-actor'
  | 'unknown-scenario'
  | 'unknown-commitment'
  | 'unknown-option'
  | 'no-goal';

/** A question that the model, as it stands, has no answer to. Message and hint are for the user. */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';
  constructor(
    readonly code: AnalysisErrorCode,
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

/** Whether a question has no answer because there are too many states, or their sets are too irregular. */
export function isTooLarge(error: unknown): error is AnalysisError {
  return error instanceof AnalysisError && error.code === 'too-large';
}
