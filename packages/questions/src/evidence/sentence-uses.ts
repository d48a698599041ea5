import type { Count, Evidence } from '@standoff/model';
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
  const own = elements
    .map((element) => ({
      element,
      references: element.grounds.evidence.filter((one) => one.source === source),
    }))
    .filter(({ references }) => references.length > 0);
  const marked = new Map(annotations.map((one) => [one.name, one.sentences]));
  return sentences.map((at) => {
    const resting = (holds: (reference: Evidence) => boolean): Element[] =>
      own.filter(({ references }) => references.some(holds)).map(({ element }) => element);
    const byWords = resting(
      ({ annotation }) =>
        annotation !== null &&
        (marked.get(annotation) ?? []).some(
          (one) => one.paragraph === at.paragraph && one.sentence === at.sentence,
        ),
    );
    const byParagraph = resting(
      ({ paragraphs, annotation }) =>
        annotation === null &&
        paragraphs !== null &&
        paragraphs.from <= at.paragraph &&
        at.paragraph <= paragraphs.to,
    );
    const used = (all: readonly Element[]): Element[] =>
      all.filter(({ kind }) => kind !== 'left out');
    for (const [use, found] of [
      ['words', used(byWords)],
      ['left out', byWords],
      ['paragraph', used(byParagraph)],
      ['left out', byParagraph],
    ] as const)
      if (found.length > 0) return { ...at, use, elements: found };
    return { ...at, use: 'open', elements: [] };
  });
}

/** The same, counted. */
export function countSentences(uses: readonly UsedSentence[]): SentencesCounted {
  const count = (use: SentenceUse): number => uses.filter((one) => one.use === use).length;
  return {
    count: uses.length,
    words: count('words'),
    paragraph: count('paragraph'),
    leftOut: count('left out'),
    open: uses
      .filter(({ use }) => use === 'open')
      .map(({ paragraph, sentence }) => `P${paragraph}.${sentence}`),
  };
}
