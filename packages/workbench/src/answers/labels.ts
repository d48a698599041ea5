import type { ConflictModel } from '@standoff/model';

/** What the author calls scenarios, agreements and named states, by id. */
export function labelsOf(model: ConflictModel): ReadonlyMap<string, string> {
  return new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map(({ id, label }) => [id, label]),
  );
}
