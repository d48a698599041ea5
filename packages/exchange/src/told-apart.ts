import type { ConflictModel } from '@standoff/model';

/**
 * The model in which states that are one are told apart, and moves that are given cannot be made: all that
 * forms of options and their states have room for.
 */
export function toldApart(model: ConflictModel): ConflictModel {
  return {
    ...model,
    ...(model.allowed === undefined ? {} : { allowed: [] }),
    scenarios: model.scenarios.map(({ id, label, holds, evidence, because, restsOn, at }) => ({
      id,
      label,
      holds,
      evidence,
      because,
      restsOn,
      at,
    })),
  };
}
