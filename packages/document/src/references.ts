import type { Evidence } from '@standoff/model';
import { FIXED_SPACE } from './terminal/page.js';

/** References as a reader looks them up: "cogan P3, P7-P9; kcna". Empty where there are none. */
export function references(evidence: readonly Evidence[]): string {
  return referencesBySource(evidence)
    .map(({ source, places }) => [source, places].filter((part) => part !== '').join(FIXED_SPACE))
    .join('; ');
}

/** The same source by source, each with its places: "P3, P7-P9", empty for the source as a whole. */
export function referencesBySource(
  evidence: readonly Evidence[],
): { readonly source: string; readonly places: string }[] {
  const bySource = new Map<string, Set<string>>();
  for (const { source, paragraphs, annotation } of evidence) {
    const places = bySource.get(source) ?? new Set<string>();
    bySource.set(source, places);
    if (paragraphs)
      places.add(
        paragraphs.from === paragraphs.to
          ? `P${paragraphs.from}`
          : `P${paragraphs.from}-P${paragraphs.to}`,
      );
    // Whoever looks a passage up does so by its paragraph, where that is said.
    else if (annotation !== null) places.add(`#${annotation}`);
  }
  return [...bySource].map(([source, places]) => ({
    source,
    places: [...places].sort(byNumber).join(`,${FIXED_SPACE}`),
  }));
}

function byNumber(a: string, b: string): number {
  const number = (place: string): number => Number(/\d+/.exec(place)?.[0] ?? 0);
  return number(a) - number(b);
}

/** The id of a source’s place in a document. */
export function sourceAnchor(source: string): string {
  return `source-${encodeURIComponent(source)}`;
}
