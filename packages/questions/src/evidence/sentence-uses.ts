import type { Count } from '@standoff/model';
import type { Element } from '@standoff/situation';
import type { SentenceAt, TextAtHand } from './text-at-hand.js';

/**
 * What becomes of a sentence in the model. words: an element rests on words of it. paragraph: an element
 * rests on its paragraph. left out: the situation says why it leaves it out. open: none of these.
 */
export type SentenceUse = 'words' | 'paragraph' | 'left out' | 'open';

/** A sentence with what becomes of it, and the elements that make it so. */
export interface UsedSentence extends SentenceAt {
  readonly use: SentenceUse;
  readonly elements: readonly Element[];
}

/** How many sentences of the body of a text are used, left out, or open. */
export interface SentencesCounted {
  /** How many the body has. */
  readonly count: Count;
  /** Those of which an element rests on words. */
  readonly words: Count;
  /** Those of which an element rests on the paragraph only. */
  readonly paragraph: Count;
  /** Those that the situation leaves out, and says why. */
  readonly leftOut: Count;
  /** Those of which the model says nothing, such as "P7.2" for the second sentence of paragraph 7. */
  readonly open: readonly string[];
}

/** Every sentence of the body of a text with what becomes of it, in the order of the text. */
export function sentenceUses(
  elements: readonly Element[],
  { source, sentences, annotations }: TextAtHand,
): UsedSentence[] {
  const marked = new Map(annotations.map((one) => [one.name, one.sentences]));
  const byWords = new Resting<string>();
  const byParagraph = new Resting<number>();
  const numbers = [...new Set(sentences.map(({ paragraph }) => paragraph))];
  for (const element of elements)
    for (const { source: of, paragraphs, annotation } of element.grounds.evidence) {
      if (of !== source) continue;
      if (annotation !== null)
        for (const at of marked.get(annotation) ?? []) byWords.add(nameOf(at), element);
      else if (paragraphs !== null)
        for (const number of numbers)
          if (paragraphs.from <= number && number <= paragraphs.to)
            byParagraph.add(number, element);
    }
  return sentences.map((at) => {
    const words = byWords.of(nameOf(at));
    const paragraph = byParagraph.of(at.paragraph);
    const used = (all: readonly Element[]): Element[] =>
      all.filter(({ kind }) => kind !== 'left out');
    for (const [use, found] of [
      ['words', used(words)],
      ['left out', words],
      ['paragraph', used(paragraph)],
      ['left out', paragraph],
    ] as const)
      if (found.length > 0) return { ...at, use, elements: found };
    return { ...at, use: 'open', elements: [] };
  });
}

/** What rests on a place of a text, each element once, in the order of the model. */
class Resting<Place> {
  readonly #at = new Map<Place, Set<Element>>();

  add(place: Place, element: Element): void {
    const known = this.#at.get(place);
    if (known === undefined) this.#at.set(place, new Set([element]));
    else known.add(element);
  }

  of(place: Place): readonly Element[] {
    return [...(this.#at.get(place) ?? [])];
  }
}

function nameOf({ paragraph, sentence }: SentenceAt): string {
  return `P${paragraph}.${sentence}`;
}

/** The same, counted. */
export function countSentences(uses: readonly UsedSentence[]): SentencesCounted {
  const count = (use: SentenceUse): number => uses.filter((one) => one.use === use).length;
  return {
    count: uses.length,
    words: count('words'),
    paragraph: count('paragraph'),
    leftOut: count('left out'),
    open: uses.filter(({ use }) => use === 'open').map(nameOf),
  };
}
