import type { Stretch } from '../sentences.js';

/** No paragraph that people write is longer; of one that is, this much is looked at as one. */
const LONGEST = 4000;
const PIECE = 2000;

/** No word is longer: rules that look for the end of a word stop there. */
const LONG_WORD = /\S{100,}/gu;

/**
 * A paragraph as the rules are given it. Rules look back and ahead from every word, so that what they
 * cost grows with the square of what is given at once: a text in one line comes in pieces, cut after a
 * sentence if there is one, and what is too long to be a word is hidden from them.
 */
export function piecesOfParagraph(text: string): (Stretch & { readonly text: string })[] {
  const pieces: (Stretch & { readonly text: string })[] = [];
  for (let start = 0; start < text.length;) {
    const end =
      start + (text.length - start > LONGEST ? cut(text.slice(start, start + PIECE)) : LONGEST);
    const words = text.slice(start, end);
    pieces.push({
      start,
      end: start + words.length,
      text: words.trimEnd().replace(LONG_WORD, (word) => '_'.repeat(word.length)),
    });
    start = end;
  }
  return pieces;
}

/** Where to cut: after the last sentence, else after the last word, else anywhere. */
function cut(text: string): number {
  const sentence = /^.*[.!?…]["”’)\]]*\s/su.exec(text)?.[0].length;
  return sentence ?? (text.lastIndexOf(' ') + 1 || text.length);
}
