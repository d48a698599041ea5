import type { Paragraph } from './source-text.js';

/** Offsets within a text; `end` is one past the last unit. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence of a text as references name it: the second of paragraph 7 is "P7.2". */
export interface NumberedSentence extends Stretch {
  /** The number of its paragraph. */
  readonly paragraph: number;
  /** From 1, over all blocks of that number in the order of the text. */
  readonly sentence: number;
  /** The block it stands in. */
  readonly block: Paragraph;
}

/** Words after which a stop ends no sentence. */
const SHORT =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Adm|Sen|Rep|Gov|St|No|vs|etc|e\.g|i\.e|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Maj|Sgt|Rev|Hon|Pres|Supt|a\.m|p\.m|U\.S|U\.N|[A-Z])\.$/u;

/**
 * The sentences of a paragraph. Own rules rather than a tagger: on a million words a tagger takes
 * minutes, and no rule here needs more than the ends.
 */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["”’)\]]*(?=\s+["“‘(\[]?[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && SHORT.test(text.slice(Math.max(start, end - 8), end))) continue;
    sentences.push({ start, end });
    start = end + /^\s*/u.exec(text.slice(end, end + 20))![0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** All sentences of a text in its order; titles, bylines and headings are sentences too. */
export function numberedSentences(text: {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}): NumberedSentence[] {
  let last = -1;
  let count = 0;
  return text.paragraphs.flatMap((block) => {
    if (block.number !== last) count = 0;
    last = block.number;
    return sentencesOf(text.text.slice(block.start, block.end)).map(({ start, end }) => ({
      paragraph: block.number,
      sentence: ++count,
      start: block.start + start,
      end: block.start + end,
      block,
    }));
  });
}

/** "P7.2" */
export function sentenceName({
  paragraph,
  sentence,
}: Pick<NumberedSentence, 'paragraph' | 'sentence'>): string {
  return `P${paragraph}.${sentence}`;
}
