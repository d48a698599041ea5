import type { ConflictModel } from '@standoff/model';

/**
 * The model in which states that are one are told apart, and moves that are given cannot be made: all that
 * forms of options and their states have room for.
 */
export function toldApart({ allowed: _, ...model }: ConflictModel): ConflictModel {
  return {
    ...model,
    scenarios: model.scenarios.map(({ merged: __, ...scenario }) => scenario),
  };
}
