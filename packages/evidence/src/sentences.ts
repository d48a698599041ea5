import { MONTHS } from './reading/month-names.js';
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
  /(?:^|[\s("“„«])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Adm|Sen|Rep|Gov|St|No|vs|etc|e\.g|i\.e|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Maj|Sgt|Rev|Hon|Pres|Supt|a\.m|p\.m|U\.S|U\.N|Arts?|paras?|pp?|Figs?|[Vv]ol|[Cc]h|[Ss]ecs?|[Nn]os|Nr|Abs|Hr|Fr|bzw|ca|z\.\s?B|d\.\s?h|Mme|Mlle|Sr|Sra|Dra|Sig|Dott|ул|г|им|\p{Lu})\.$/u;

/** "1.", "2.4", "(iii)": what counts a clause, which is no sentence of its own. */
const NUMBER = /^[("“„[]*(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|\p{L})[).]?$/u;

/** Before a month a number with a stop is a day: "am 14. März". */
const MONTH = new Set(MONTHS.flat());

/** Closing marks; where a script sets no space between sentences, none has to follow. */
const ENDS =
  /(?<![.!?…])[.!?…]+["”’»)\]]*(?=\s+["“‘„«(\[]?[¿¡]?(?:[\p{Lu}\p{Lo}\p{N}]|(?<=\()\p{L}\)\s))|[؟۔।॥]+["”’»)\]]*(?=\s)|[。！？]+["”’»」』）)\]]*(?=[^\s、，。])|[。！？]+["”’»」』）)\]]*(?=\s)/gu;

/**
 * The sentences of a paragraph. Own rules rather than a tagger: on a million words a tagger takes
 * minutes, and no rule here needs more than the ends.
 */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsSentence(text, start, end)) continue;
    sentences.push({ start, end });
    start = end + /^\s*/u.exec(text.slice(end, end + 20))![0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function endsSentence(text: string, start: number, end: number): boolean {
  if (SHORT.test(text.slice(Math.max(start, end - 8), end))) return false;
  if (end - start < 24 && NUMBER.test(text.slice(start, end - 1))) return false;
  return (
    !/(?<!\p{N})\d{1,2}\.$/u.test(text.slice(Math.max(start, end - 4), end)) ||
    !MONTH.has(/^\s*(\p{L}*)/u.exec(text.slice(end, end + 24))![1].toLowerCase())
  );
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
