import { isFirm } from '@standoff/engine';
import type { Concept } from '@standoff/situation';

/**
 * The bits of the concepts under any of which a state would hold without anybody answering against
 * its own interest.
 */
export function firmMask(concepts: readonly Concept[]): number {
  return concepts.reduce((mask, one, c) => (isFirm([one]) ? mask | (1 << c) : mask), 0);
}
