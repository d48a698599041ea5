import { placesOf } from './anchor.js';
import type { Stretch } from '../sentences.js';

/** What people write in several ways and mean the same by. */
const SINGLE = /[\u2039\u203A\u2018\u2019\u201A\u201B\u2032\u02BC\u0060\u00B4]/u;
const DOUBLE = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/u;
/** Letters that print joins: "ﬁ". */
const LIGATURE = /[\uFB00-\uFB06]/u;
const DASH = /[\u2010-\u2015\u2212]/u;
const FOLDED =
  /\s+|[\uFB00-\uFB06\u2039\u203A\u2018\u2019\u201A\u201B\u2032\u02BC\u0060\u00B4\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u2010-\u2015\u2212]|\.{3}|[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * A text in which words are looked for whatever their quotation marks, dashes, ligatures and white space:
 * marks are straight, dashes hyphens, three stops an ellipsis, a run of white space (also the blank line
 * between two paragraphs) one space, and what has no width is gone.
 */
export class Folded {
  readonly words: string;
  /** Places after which the folded text and the text are shifted against each other, ascending. */
  readonly #folded: number[] = [0];
  readonly #original: number[] = [0];

  constructor(text: string) {
    const pieces: string[] = [];
    let length = 0;
    let done = 0;
    const add = (piece: string): void => {
      pieces.push(piece);
      length += piece.length;
    };
    for (const { 0: found, index } of text.matchAll(FOLDED)) {
      add(text.slice(done, index));
      const instead = foldedMark(found);
      add(instead);
      done = index + found.length;
      if (instead.length === found.length) continue;
      this.#folded.push(length);
      this.#original.push(done);
    }
    add(text.slice(done));
    this.words = pieces.join('');
  }

  /** Where words stand, ascending; whole words where they stand as such anywhere. */
  placesOf(words: string): Stretch[] {
    const wanted = foldedWords(words);
    if (wanted === '') return [];
    const places = placesOf(this.words, wanted);
    const whole = places.filter(
      (at) => !cuts(this.words, at) && !cuts(this.words, at + wanted.length),
    );
    return (whole.length > 0 ? whole : places).map((at) => this.stretch(at, at + wanted.length));
  }

  /** The stretch of the text for one of the folded text. */
  stretch(start: number, end: number): Stretch {
    return { start: this.#at(start), end: this.#at(end) };
  }

  #at(folded: number): number {
    let low = 0;
    let high = this.#folded.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#folded[middle] <= folded) low = middle;
      else high = middle - 1;
    }
    return this.#original[low] + folded - this.#folded[low];
  }
}

/** Words as they are looked for, without white space around them. */
export function foldedWords(words: string): string {
  return words.normalize('NFC').replace(FOLDED, foldedMark).replace(/ +/gu, ' ').trim();
}

function foldedMark(found: string): string {
  if (/^\s/u.test(found) && found !== '\uFEFF') return ' ';
  if (SINGLE.test(found)) return "'";
  if (DOUBLE.test(found)) return '"';
  if (DASH.test(found)) return '-';
  if (LIGATURE.test(found)) return found.normalize('NFKC');
  return found === '...' ? '\u2026' : '';
}

/** Whether a word goes on across this place. */
function cuts(text: string, at: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  return at > 0 && letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
}
