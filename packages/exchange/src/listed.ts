import type { ConflictModel } from '@standoff/model';
import { codeOf, prepare, type Prepared, type PrepareOptions } from '@standoff/situation';

/**
 * The model with its states listed; where things stand need not be one of them.
 * @throws AnalysisError where they are too many, or there are none
 */
export function listed(model: ConflictModel, options: PrepareOptions = {}): Prepared {
  return prepare(model, { ...options, statusQuoOptional: true });
}

/** What the author calls single states, by their numbers. */
export function labelsOf({ model, space }: Prepared): ReadonlyMap<number, string> {
  return new Map(
    model.states.map(({ label, taken }) => [space.indexOf(codeOf(model, new Set(taken))), label]),
  );
}
