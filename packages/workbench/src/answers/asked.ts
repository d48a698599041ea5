import type { ConflictModel } from '@standoff/model';
import type { Prepared } from '@standoff/situation';

/** What a question is asked of: the situation of one version of the text, prepared once. */
export interface Asked {
  readonly text: string;
  readonly model: ConflictModel;
  /** @throws AnalysisError where the model has no states to speak of. */
  readonly prepared: Prepared;
}
