import type { Span } from '../lines.js';
import { meaningAt, spokenOf } from './names-in-reach.js';
import { outlineOf } from './outline.js';

/**
 * All places where what stands at a place is named, the one where its name is given included, in
 * order. In a text that cannot be read these are the places that plainly name it. Never throws.
 */
export function referencesAt(text: string, offset: number): Span[] {
  const outline = outlineOf(text);
  const of = meaningAt(outline, offset)?.of;
  if (of === undefined) return [];
  const { occurrences, words } = outline;
  if (occurrences !== null) {
    const node = occurrences.find((o) => o.declares && o.from === of.at.from)?.of;
    return occurrences.filter((o) => o.of === node).map(({ from, to }) => ({ from, to }));
  }
  return words.flatMap(({ from, to, type, image }, i) => {
    if (spokenOf(outline, i) !== of) return [];
    if (type !== 'EVIDENCE') return [{ from, to }];
    return [{ from: from + 1, to: from + image.split(/[:#]/)[0].length }];
  });
}
