import type { Anchor } from '@standoff/evidence/anchor';

/** A range of a text: offsets in UTF-16 units, the second one past the end. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An annotation and where it stands. */
export interface Placed extends Range {
  readonly id: string;
  readonly anchor: Anchor;
}

/** What is chosen in the text: a passage, or an annotation. */
export type Chosen =
  | { readonly what: 'passage'; readonly range: Range }
  | { readonly what: 'annotation'; readonly placed: Placed };

/** The number of the paragraph that an address ("cogan:P7") names in a source; null: none. */
export function numberIn(address: string | null, source: string): number | null {
  const [, named, number] = /^(.*):P(\d+)$/.exec(address ?? '') ?? [];
  return named === source ? Number(number) : null;
}

/** A part of a paragraph, and the annotations that it belongs to. */
export interface Piece extends Range {
  readonly annotations: readonly string[];
  /** Whether it is what was looked for. */
  readonly found: boolean;
  /** Whether a sentence that is neither used nor left out begins with it. */
  readonly opens: boolean;
}

/** A paragraph cut where annotations, and what was looked for in it, begin and end, and at open sentences. */
export function piecesOf(
  { start, end }: Range,
  marked: readonly (Range & { readonly id: string })[],
  found: Range | null = null,
  open: readonly Range[] = [],
): Piece[] {
  const here = marked.filter((one) => one.start < end && one.end > start);
  const sought = found !== null && found.start < end && found.end > start ? found : null;
  const ranges = sought === null ? here : [...here, sought];
  const opening = new Set(open.map((one) => one.start));
  const cuts = [
    ...new Set([start, end, ...opening, ...ranges.flatMap((one) => [one.start, one.end])]),
  ]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, k) => {
    const to = cuts[k + 1];
    const over = here.filter((one) => one.start < to && one.end > from);
    return {
      start: from,
      end: to,
      annotations: over.map(({ id }) => id),
      found: sought !== null && sought.start < to && sought.end > from,
      opens: opening.has(from),
    };
  });
}

/**
 * What is selected with the mouse within an element whose pieces say in `data-start` where they stand;
 * null where nothing is selected there.
 */
export function selectedWithin(element: HTMLElement, selection: Selection | null): Range | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(element)) return null;
  let start: number | null = null;
  let end: number | null = null;
  for (const piece of element.querySelectorAll<HTMLElement>('[data-start]')) {
    const words = piece.firstChild;
    if (words === null || !range.intersectsNode(words)) continue;
    const at = Number(piece.dataset['start']);
    const length = words.textContent?.length ?? 0;
    const from = range.startContainer === words ? range.startOffset : 0;
    const to = range.endContainer === words ? range.endOffset : length;
    if (from >= to) continue;
    start ??= at + from;
    end = at + to;
  }
  return start === null || end === null ? null : { start, end };
}
