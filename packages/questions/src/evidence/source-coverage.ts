import type { ConflictModel, Count, Evidence } from '@standoff/model';
import type { Element, ElementShown } from '@standoff/situation';
import { countSentences, sentenceUses, type SentencesCounted } from './sentence-uses.js';
import type { TextAtHand } from './text-at-hand.js';

/** Which elements use a source, paragraph by paragraph. */
export interface SourceUse {
  /** What other elements refer to it by. */
  readonly id: string;
  /** Its title. */
  readonly title: string;
  /** Elements that cite it. 0: nothing uses it. */
  readonly elements: Count;
  /** Paragraphs that are cited, ascending. */
  readonly paragraphs: readonly Count[];
  /** Elements that cite it without a paragraph. */
  readonly whole: readonly ElementShown[];
  /** Every paragraph that is cited and, where the text is at hand, every one of its body; ascending. */
  readonly uses: readonly ParagraphUse[];
  /** Null: the text is not at hand. */
  readonly text: TextUse | null;
}

export interface ParagraphUse {
  /** Its number, as references count: 7 for "@cogan:P7". */
  readonly paragraph: Count;
  /** Where it is in the text; null: the text is not at hand. */
  readonly place: 'body' | 'outside the body' | 'not in the text' | null;
  /** The elements that cite it; none: nothing uses it. */
  readonly elements: readonly ElementShown[];
}

export interface TextUse {
  /** Paragraphs of the body that nothing uses, ascending. */
  readonly unused: readonly Count[];
  /** Paragraphs that are cited and that the text does not have, ascending. */
  readonly missing: readonly Count[];
  /** The sentences of its body: used, left out, or open. */
  readonly sentences: SentencesCounted;
  /** The annotations on the text, then those that are cited and do not exist. */
  readonly annotations: readonly AnnotationUse[];
}

export interface AnnotationUse {
  /** What references call it by: "bank" in "@cogan#bank". */
  readonly name: string;
  /**
   * found: its words are in the text. orphan: they are not found there again. unknown: it is cited,
   * but there is no annotation of that name.
   */
  readonly state: 'found' | 'orphan' | 'unknown';
  /** Why it is an orphan, in words. */
  readonly why: string | null;
  /** Where it lies; empty unless it was found. */
  readonly paragraphs: readonly Count[];
  /** The elements that cite it. */
  readonly elements: readonly ElementShown[];
  /** Those of the elements that name it with a paragraph in which it does not lie. */
  readonly misplaced: readonly ElementShown[];
}

/**
 * The elements with the paragraph of an annotation put in where a reference names the annotation
 * alone, so that it counts as a use of that paragraph.
 */
export function placedIn(
  elements: readonly Element[],
  texts: ReadonlyMap<string, TextAtHand>,
): Element[] {
  const placed = (reference: Evidence): Evidence => {
    const { source, paragraphs, annotation } = reference;
    if (paragraphs !== null || annotation === null) return reference;
    const lies = texts.get(source)?.annotations.find(({ name }) => name === annotation)?.paragraphs;
    return lies === undefined || lies.length === 0
      ? reference
      : { ...reference, paragraphs: { from: Math.min(...lies), to: Math.max(...lies) } };
  };
  return elements.map((one) => ({
    ...one,
    grounds: { ...one.grounds, evidence: one.grounds.evidence.map(placed) },
  }));
}

/** The use of every source of the model by elements whose annotations are placed. */
export function sourceUses(
  { sources }: ConflictModel,
  elements: readonly Element[],
  texts: ReadonlyMap<string, TextAtHand>,
): SourceUse[] {
  return sources.map(({ id, title }) => sourceUse(id, title, elements, texts.get(id) ?? null));
}

function sourceUse(
  id: string,
  title: string,
  elements: readonly Element[],
  text: TextAtHand | null,
): SourceUse {
  const own = (element: Element): Evidence[] =>
    element.grounds.evidence.filter(({ source }) => source === id);
  const citing = elements.filter((one) => own(one).length > 0);
  const byParagraph = new Map<number, ElementShown[]>();
  for (const number of text?.paragraphs.filter(({ body }) => body).map((one) => one.number) ?? [])
    byParagraph.set(number, []);
  for (const element of citing)
    for (const number of new Set(own(element).flatMap(paragraphsIn)))
      byParagraph.set(number, [...(byParagraph.get(number) ?? []), elementShown(element)]);
  const uses = [...byParagraph]
    .sort(([a], [b]) => a - b)
    .map(([paragraph, using]): ParagraphUse => ({
      paragraph,
      place: text && placeOf(text, paragraph),
      elements: using,
    }));
  const numbers = (of: readonly ParagraphUse[]): number[] => of.map(({ paragraph }) => paragraph);
  return {
    id,
    title,
    elements: citing.length,
    paragraphs: numbers(uses.filter((one) => one.elements.length > 0)),
    whole: citing
      .filter((one) =>
        own(one).some(({ paragraphs, annotation }) => paragraphs === null && annotation === null),
      )
      .map(elementShown),
    uses,
    text: text && {
      unused: numbers(uses.filter((one) => one.elements.length === 0)),
      missing: numbers(uses.filter(({ place }) => place === 'not in the text')),
      sentences: countSentences(sentenceUses(elements, text)),
      annotations: annotationUses(text, citing),
    },
  };
}

function placeOf({ paragraphs }: TextAtHand, paragraph: number): ParagraphUse['place'] {
  const blocks = paragraphs.filter(({ number }) => number === paragraph);
  if (blocks.length === 0) return 'not in the text';
  return blocks.some(({ body }) => body) ? 'body' : 'outside the body';
}

function annotationUses(
  { source, annotations }: TextAtHand,
  elements: readonly Element[],
): AnnotationUse[] {
  const named = (name: string): { element: Element; reference: Evidence }[] =>
    elements.flatMap((element) =>
      element.grounds.evidence
        .filter((one) => one.source === source && one.annotation === name)
        .map((reference) => ({ element, reference })),
    );
  const cited = elements.flatMap(({ grounds }) =>
    grounds.evidence.flatMap((one) =>
      one.source === source && one.annotation !== null ? [one.annotation] : [],
    ),
  );
  const known = annotations.map(({ name, paragraphs, orphan }): AnnotationUse => ({
    name,
    state: orphan === null ? 'found' : 'orphan',
    why: orphan,
    paragraphs,
    elements: shownOnce(named(name)),
    misplaced: shownOnce(
      named(name).filter(({ reference }) => !within(paragraphs, reference.paragraphs)),
    ),
  }));
  const unknown = [...new Set(cited)].filter((name) => !known.some((one) => one.name === name));
  return [
    ...known,
    ...unknown.map((name): AnnotationUse => ({
      name,
      state: 'unknown',
      why: null,
      paragraphs: [],
      elements: shownOnce(named(name)),
      misplaced: [],
    })),
  ];
}

/** Whether what a reference names holds all the paragraphs an annotation lies in. */
function within(paragraphs: readonly number[], named: Evidence['paragraphs']): boolean {
  return named === null || paragraphs.every((one) => one >= named.from && one <= named.to);
}

function shownOnce(citing: readonly { readonly element: Element }[]): ElementShown[] {
  return [...new Set(citing.map(({ element }) => element))].map(elementShown);
}

export function elementShown({ kind, id, text }: Element): ElementShown {
  return { kind, of: id, text };
}

/** A reference over more paragraphs is a slip (P1-P999999999); listing them all would fill the memory. */
const MOST_LISTED = 1000;

/** The paragraphs that a reference names, of a longer range the first thousand. */
function paragraphsIn({ paragraphs }: Evidence): number[] {
  if (paragraphs === null) return [];
  const { from, to } = paragraphs;
  return Array.from({ length: Math.min(to - from + 1, MOST_LISTED) }, (_, k) => from + k);
}
