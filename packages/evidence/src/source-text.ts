import type { TextFormat } from './formats.js';

/** What a reader makes of a file: the text as a person would count it, whatever the format. */
export interface SourceText {
  readonly format: TextFormat;
  /**
   * The canonical text: the paragraphs in order, joined by a blank line ("\n\n"); within a paragraph
   * white space is single spaces, and a page break or a hard line end inside a sentence is one space.
   * All offsets are UTF-16 units of this text.
   */
  readonly text: string;
  /** In the order of the text; together with the blank lines between them they are the whole text. */
  readonly paragraphs: readonly Paragraph[];
  readonly metadata: TextMetadata;
  /**
   * How the letters of the file are written, where the file does not say so itself: as it was named, or as
   * they speak for. With it the file is read in the same way again.
   */
  readonly encoding?: string;
  /** What a reader of this text should know: a page without text, bytes that were no characters. */
  readonly warnings: readonly string[];
}

/** A block of the text. Several blocks may share a number. */
export interface Paragraph {
  /**
   * What `@source:P7` counts. Title, byline, date and what else stands above the body: 0. Body
   * paragraphs: 1, 2, … Headings, captions and links inside the body: that of the next paragraph.
   * Related links, contact and licence lines and notes after the body: one more than the last body
   * paragraph, all of them together. Numbers never fall from one block to the next.
   */
  readonly number: number;
  readonly kind:
    | 'title'
    | 'byline'
    | 'date'
    | 'heading'
    | 'body'
    | 'caption'
    | 'related'
    | 'contact'
    | 'note';
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
}

/** What the text says of itself; null where it does not. */
export interface TextMetadata {
  /** Its title; null: it says none. */
  readonly title: string | null;
  /** Who wrote it; null: it does not say. */
  readonly author: string | null;
  /** "2018-04-27", "2018-04" or "2018". */
  readonly published: string | null;
  /** Who published it; null: it does not say. */
  readonly publisher: string | null;
  /** Where it is found on the web; null: it does not say. */
  readonly url: string | null;
  /** BCP 47, where the file names it. */
  readonly language: string | null;
}

/** A file that cannot be read: broken, encrypted, without text, too large. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  constructor(
    /** "encrypted", "no-text", "too-large", … listed in docs/evidence.md. */
    readonly code: string,
    /** What is wrong and where. */
    message: string,
    /** What to do about it. */
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}
