import type { Draft } from './block.js';

/** Control characters but tab and the ends of lines and pages; U+0085 is a line end. */
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/gu;

/** Halves of surrogate pairs without the other half, and code points that are no characters. */
const NO_CHARACTERS = /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** They show a text in an order in which it is not stored. */
const OVERRIDES = /[\u202D\u202E]/gu;

/** Marks and embeddings of the direction of writing, and what has no width; joiners belong to words. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202C\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0001}\u{E0020}-\u{E007F}]/gu;

/** Joiners belong to words of scripts whose letters join, and to pictures made of several. */
const JOINING_NOTHING =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}\p{P}\s]\p{Mn}{0,4}|^)[\u200C\u200D]+/gu;

/** No letter of any script has more marks; composing a run takes the square of its length. */
const MOST_MARKS = 30;
const HEAPED = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/**
 * Takes out of a text what no reader of it sees: control characters, halves of characters, soft
 * hyphens, what has no width or turns the direction of writing (letters stay in logical order), heaps
 * of marks on one letter. Letters are composed (NFC), line ends are of one kind. Counts over all pieces
 * of a file what one should be told of.
 */
export class Cleaner {
  #controls = 0;
  #noCharacters = 0;
  #overrides = 0;
  #marks = 0;

  clean(text: string): string {
    const printed = text.replace(CONTROLS, '');
    const whole = printed.replace(NO_CHARACTERS, '');
    const ordered = whole.replace(OVERRIDES, '');
    const visible = ordered
      .replace(/\u00AD[^\S\n]{0,200}\n\s{0,200}/gu, '')
      .replace(INVISIBLE, '')
      .replace(JOINING_NOTHING, '')
      .replace(/\r\n?|[\u0085\u2028]/gu, '\n')
      .replace(/\u2029/gu, '\n\n');
    const lettered = visible.replace(HEAPED, '$1');
    this.#controls += text.length - printed.length;
    this.#noCharacters += printed.length - whole.length;
    this.#overrides += whole.length - ordered.length;
    this.#marks += visible.length - lettered.length;
    return lettered.normalize('NFC');
  }

  /** What a format's reader made of a file, the text and what it says of itself. */
  cleanDraft(draft: Draft): Draft {
    const { blocks, metadata, warnings } = draft;
    return {
      ...draft,
      blocks: blocks
        .map((block) => ({ ...block, text: this.clean(block.text) }))
        .filter(({ text }) => text.trim() !== ''),
      metadata: Object.fromEntries(
        Object.entries(metadata).map(([key, value]) => [key, value && this.clean(value)]),
      ),
      warnings: [...warnings, ...this.#warnings()],
    };
  }

  #warnings(): string[] {
    const left = (number: number, one: string, many: string): string[] =>
      number === 0
        ? []
        : [number === 1 ? `1 ${one} was left out.` : `${number} ${many} were left out.`];
    const turns = this.#overrides === 1 ? 'character that reverses' : 'characters that reverse';
    return [
      ...left(this.#controls, 'control character', 'control characters'),
      ...left(this.#noCharacters, 'half of a character', 'halves of characters'),
      ...left(this.#marks, 'mark heaped on a letter', 'marks heaped on letters'),
      ...(this.#overrides === 0
        ? []
        : [
            `${this.#overrides} ${turns} the direction of writing left out: ` +
              'the text may have looked different on the screen.',
          ]),
    ];
  }
}
