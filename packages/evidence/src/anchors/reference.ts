import type { AnchoredText } from './anchor.js';
import type { AnnotationFile } from './annotation-file.js';
import { resolveAnchor, type Orphan } from './resolve.js';

/**
 * A ground as a situation writes it: "@cogan:P7-P9", "@cogan#annotation", "@cogan" as a whole, or
 * "inferred from @cogan:P9".
 */
export interface Reference {
  readonly source: string;
  readonly paragraphs: { readonly from: number; readonly to: number } | null;
  readonly annotation: string | null;
  readonly inferred?: true;
}

/** A range of a text that a reference points at. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly paragraphs: { readonly from: number; readonly to: number } | null;
}

export type ResolvedReference =
  /** Empty for a source as a whole. */
  | { readonly status: 'resolved'; readonly passages: readonly Passage[] }
  /** There is no text to look in. */
  | { readonly status: 'unchecked' }
  | {
      readonly status: 'unresolved';
      readonly problem: ReferenceProblem;
      /** With the problem "orphan". */
      readonly orphan: Orphan | null;
    };

/**
 * no-paragraph: the text has no paragraph of that number. no-annotation: there is none of that name.
 * other-source: it is on another source. orphan: see OrphanReason. other-paragraph: the annotation
 * does not stand in the paragraphs named with it.
 */
export type ReferenceProblem =
  | 'no-paragraph'
  | 'no-annotation'
  | 'other-source'
  | 'orphan'
  | 'other-paragraph';

/** What a reference points at in the text of its source; null where the text is not at hand. */
export function resolveReference(
  { source, paragraphs, annotation }: Reference,
  text: AnchoredText | null,
  { anchors }: Pick<AnnotationFile, 'anchors'>,
): ResolvedReference {
  const anchor = annotation === null ? null : anchors.find(({ id }) => id === annotation);
  if (anchor === undefined) return unresolved('no-annotation');
  if (anchor !== null && anchor.source !== source) return unresolved('other-source');
  if (text === null) return { status: 'unchecked' };
  if (paragraphs !== null && !hasAll(text, paragraphs)) return unresolved('no-paragraph');
  if (anchor === null)
    return { status: 'resolved', passages: paragraphs === null ? [] : within(text, paragraphs) };
  const found = resolveAnchor(anchor, text);
  if (!found.found) return unresolved('orphan', found);
  const { start, end, paragraphs: stands } = found;
  if (
    paragraphs !== null &&
    (stands === null || stands.from < paragraphs.from || stands.to > paragraphs.to)
  )
    return unresolved('other-paragraph');
  return { status: 'resolved', passages: [{ start, end, paragraphs: stands }] };
}

/** "@cogan:P7-P9#bank" */
export function referenceText({ source, paragraphs, annotation, inferred }: Reference): string {
  const places =
    paragraphs === null
      ? ''
      : paragraphs.from === paragraphs.to
        ? `:P${paragraphs.from}`
        : `:P${paragraphs.from}-P${paragraphs.to}`;
  return `${inferred ? 'inferred from ' : ''}@${source}${places}${annotation === null ? '' : `#${annotation}`}`;
}

function unresolved(problem: ReferenceProblem, orphan: Orphan | null = null): ResolvedReference {
  return { status: 'unresolved', problem, orphan };
}

function hasAll(
  { paragraphs }: AnchoredText,
  { from, to }: NonNullable<Reference['paragraphs']>,
): boolean {
  const numbers = new Set(paragraphs.map(({ number }) => number));
  if (from > to || to - from >= numbers.size) return false;
  for (let number = from; number <= to; number++) if (!numbers.has(number)) return false;
  return true;
}

/** The blocks of these paragraphs, in the order of the text. */
function within(
  { paragraphs }: AnchoredText,
  { from, to }: NonNullable<Reference['paragraphs']>,
): Passage[] {
  return paragraphs
    .filter(({ number }) => number >= from && number <= to)
    .map(({ number, start, end }) => ({ start, end, paragraphs: { from: number, to: number } }));
}
