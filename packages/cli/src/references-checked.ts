import { elementsOf, type Element } from '@standoff/situation';
import {
  orphanProblem,
  referenceText,
  resolveAnchor,
  resolveReference,
  type Anchor,
  type AnchoredText,
  type NearMatch,
  type Orphan,
  type Reference,
  type ResolvedReference,
} from '@standoff/evidence/anchor';
import type { AnnotationFile } from '@standoff/evidence/records';
import type { ConflictModel } from '@standoff/model';

/** A reference of a situation, with all that is written with it. */
export interface CheckedReference {
  /** "@cogan:P7" */
  readonly reference: string;
  readonly source: string;
  readonly elements: readonly Element[];
  readonly resolved: ResolvedReference;
}

/** An annotation with the place it has in its text. */
export interface CheckedAnchor {
  readonly anchor: Anchor;
  /** Null: it was found, or there is no text to look in. */
  readonly orphan: Orphan | null;
  readonly moved: boolean;
  readonly looked: boolean;
}

/** Resolves every reference of a situation, each once. */
export function checkReferences(
  model: ConflictModel,
  texts: ReadonlyMap<string, AnchoredText>,
  annotations: AnnotationFile,
): CheckedReference[] {
  const found = new Map<string, { reference: Reference; elements: Element[] }>();
  for (const element of elementsOf(model))
    for (const reference of element.grounds.evidence) {
      const key = referenceText(reference);
      const entry = found.get(key) ?? { reference, elements: [] };
      found.set(key, entry);
      if (!entry.elements.includes(element)) entry.elements.push(element);
    }
  return [...found].map(([key, { reference, elements }]) => ({
    reference: key,
    source: reference.source,
    elements,
    resolved: resolveReference(reference, texts.get(reference.source) ?? null, annotations),
  }));
}

/** Looks for every annotation in the text of its source. */
export function checkAnchors(
  { anchors }: AnnotationFile,
  texts: ReadonlyMap<string, AnchoredText>,
): CheckedAnchor[] {
  return anchors.map((anchor) => {
    const text = texts.get(anchor.source);
    if (!text) return { anchor, orphan: null, moved: false, looked: false };
    const resolution = resolveAnchor(anchor, text);
    return {
      anchor,
      orphan: resolution.found ? null : resolution,
      moved: resolution.found && resolution.moved,
      looked: true,
    };
  });
}

/** What is wrong with a reference that does not resolve, in words. */
export function referenceProblem(
  resolved: ResolvedReference,
  text: AnchoredText | undefined,
): string | null {
  if (resolved.status !== 'unresolved') return null;
  const last = text?.paragraphs.reduce((most, { number }) => Math.max(most, number), 0) ?? 0;
  switch (resolved.problem) {
    case 'no-paragraph':
      return `the text ends with P${last}`;
    case 'no-annotation':
      return 'there is no annotation of that name';
    case 'other-source':
      return 'the annotation of that name is on another source';
    case 'other-paragraph':
      return 'the annotation stands in another paragraph';
    case 'orphan':
      return orphanProblem(resolved.orphan!);
  }
}

/** A near match as it is shown: where, and how far from the words. */
export function nearShown(
  { start, end, words, differences }: NearMatch,
  text: AnchoredText,
): { place: string; how: string; words: string } {
  const paragraph = text.paragraphs.find((one) => one.start < end && one.end > start);
  return {
    place: paragraph ? `P${paragraph.number}` : '',
    how:
      differences === null
        ? 'in its place'
        : differences === 0
          ? 'the same words'
          : `${differences} ${differences === 1 ? 'letter differs' : 'letters differ'}`,
    words: words.replace(/\s+/g, ' '),
  };
}
