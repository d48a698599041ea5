import { CONCEPTS } from '@standoff/engine';
import type { Concept } from '@standoff/situation';

/** For each state the concepts under which something is so: bit c for the c-th of CONCEPTS. */
export type ConceptMasks = Uint16Array;

/** The concepts of a mask. */
export function conceptsIn(mask: number): Concept[] {
  return CONCEPTS.filter((_, c) => (mask >>> c) & 1);
}

/** In how many states each concept is set. */
export function countsOf(masks: ConceptMasks): Record<Concept, number> {
  const counts = CONCEPTS.map(() => 0);
  for (const mask of masks) for (let c = 0; c < counts.length; c++) counts[c] += (mask >>> c) & 1;
  return Object.fromEntries(CONCEPTS.map((concept, c) => [concept, counts[c]])) as Record<
    Concept,
    number
  >;
}

/** What is set in every one of the masks; everything where there are none. */
export function inAll(size: number, lists: readonly ConceptMasks[]): ConceptMasks {
  const masks = new Uint16Array(size).fill(ALL);
  for (const list of lists) for (let s = 0; s < size; s++) masks[s] &= list[s];
  return masks;
}

/** Every concept. */
export const ALL = (1 << CONCEPTS.length) - 1;

/** In how many states each concept is set by the second alone, and by the first alone. */
export function changes(
  before: ConceptMasks,
  after: ConceptMasks,
): Record<Concept, { readonly gained: number; readonly lost: number }> {
  const gained = countsOf(after.map((mask, s) => mask & ~before[s]));
  const lost = countsOf(before.map((mask, s) => mask & ~after[s]));
  return record(gained, (concept) => ({ gained: gained[concept], lost: lost[concept] }));
}

/** A value for each concept of another record. */
export function record<T>(
  concepts: Readonly<Record<Concept, unknown>>,
  value: (concept: Concept) => T,
): Record<Concept, T> {
  return Object.fromEntries(
    (Object.keys(concepts) as Concept[]).map((concept) => [concept, value(concept)]),
  ) as Record<Concept, T>;
}
