import type { Weight } from './model.js';

/** The decimal that a weight is, exactly: as written where its number is another. */
export function decimalOf({ weight, exact }: Pick<Weight, 'weight' | 'exact'>): string {
  return exact ?? String(weight);
}
