import { MAX_COALITIONS } from '@standoff/engine';
import { coalitionCount } from './joint-ends.js';

/** States judged for a first answer, all coalitions together. */
const JUDGED = 1_500_000;

/**
 * The size up to which all coalitions can be judged on all states, in a first answer or at all; 0: not
 * even pairs.
 */
export function sizeWithin(movers: number, states: number, full: boolean): number {
  const fits = (size: number): boolean => {
    const count = movers + coalitionCount(movers, size);
    return count <= MAX_COALITIONS && (full || count * states <= JUDGED);
  };
  let size = 1;
  while (size < movers && fits(size + 1)) size++;
  return size === 1 && movers > 1 ? 0 : size;
}
