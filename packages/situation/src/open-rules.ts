import type { ConflictModel, Constraint } from '@standoff/model';

/** The rules of which nobody knows whether they hold. */
export function openRules({ constraints }: ConflictModel): Constraint[] {
  return constraints.filter(({ perhaps }) => perhaps !== undefined && perhaps.probability !== 1);
}
