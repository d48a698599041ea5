import type { ConflictModel } from '@standoff/model';
import type { Prepared, Situation } from '@standoff/situation';

/** What a question is asked of: the situation of one version of the text, prepared once. */
export interface Asked {
  readonly text: string;
  readonly model: ConflictModel;
  /** @throws AnalysisError where the model has no states to speak of. */
  readonly situation: Situation;
  /**
   * The same with its states listed.
   * @throws AnalysisError 'too-large' where they are too many, too.
   */
  readonly prepared: Prepared;
}
