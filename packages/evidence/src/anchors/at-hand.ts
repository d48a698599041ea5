import { numberedSentences, type NumberedSentence } from '../sentences.js';
import type { Anchor, AnchoredText } from './anchor.js';
import { resolveAnchor, type Orphan } from './resolve.js';

/** A sentence by its numbers: the second of paragraph 7 is { paragraph: 7, sentence: 2 }. */
type At = Pick<NumberedSentence, 'paragraph' | 'sentence'>;

/** What questions are told of a text: its paragraphs, sentences and annotations, without its words. */
export interface TextOutline {
  /** Id of the source. */
  readonly source: string;
  /** The numbers that references count, and whether the body of the text has that number. */
  readonly paragraphs: readonly { readonly number: number; readonly body: boolean }[];
  /** The sentences of its body, in the order of the text. */
  readonly sentences: readonly At[];
  /** The annotations on this text, each with where it lies; nowhere where it is an orphan. */
  readonly annotations: readonly {
    readonly name: string;
    readonly paragraphs: readonly number[];
    readonly sentences: readonly At[];
    /** Why it is an orphan, in words; null where it was found. */
    readonly orphan: string | null;
  }[];
}

/** The outline of a text of a source, with the annotations that are on it. */
export function outlineOf(
  source: string,
  text: AnchoredText,
  { anchors }: { readonly anchors: readonly Anchor[] },
): TextOutline {
  const body = new Map<number, boolean>();
  for (const { number, kind } of text.paragraphs)
    body.set(number, body.get(number) === true || kind === 'body');
  const sentences = numberedSentences(text);
  const named = ({ paragraph, sentence }: NumberedSentence): At => ({ paragraph, sentence });
  return {
    source,
    sentences: sentences.filter(({ block }) => block.kind === 'body').map(named),
    paragraphs: [...body].map(([number, isBody]) => ({ number, body: isBody })),
    annotations: anchors
      .filter((anchor) => anchor.source === source)
      .map((anchor) => {
        const resolution = resolveAnchor(anchor, text);
        return resolution.found
          ? {
              name: anchor.id,
              paragraphs: numbersIn(resolution.paragraphs),
              sentences: touching(sentences, resolution.start, resolution.end).map(named),
              orphan: null,
            }
          : { name: anchor.id, paragraphs: [], sentences: [], orphan: orphanProblem(resolution) };
      }),
  };
}

/** Those that a range touches. They stand in their order, so that the first is found by halving. */
function touching(
  sentences: readonly NumberedSentence[],
  start: number,
  end: number,
): NumberedSentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end > start) high = middle;
    else low = middle + 1;
  }
  let after = low;
  while (after < sentences.length && sentences[after].start < end) after++;
  return sentences.slice(low, after);
}

function numbersIn(range: { readonly from: number; readonly to: number } | null): number[] {
  if (range === null) return [];
  return Array.from({ length: range.to - range.from + 1 }, (_, k) => range.from + k);
}

/** Why an annotation is not found in a text, as the end of a sentence. */
export function orphanProblem({ reason, exact }: Orphan): string {
  switch (reason) {
    case 'gone':
      return 'its words are no longer in the text';
    case 'changed':
      return 'other words stand in its place';
    case 'ambiguous':
      return `its words stand ${exact} times, and nothing beside them decides`;
    case 'elsewhere':
      return 'its words stand in other surroundings, perhaps another passage';
  }
}
