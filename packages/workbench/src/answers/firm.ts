import type { Concept } from '@standoff/analysis';
import { HOLDS } from '@standoff/report';

const FIRM = new Set(HOLDS.filter(({ firm }) => firm).flatMap(({ concepts }) => concepts));

/**
 * The bits of the concepts under any of which a state would hold without anybody answering against
 * its own interest.
 */
export function firmMask(concepts: readonly Concept[]): number {
  return concepts.reduce((mask, concept, c) => (FIRM.has(concept) ? mask | (1 << c) : mask), 0);
}
