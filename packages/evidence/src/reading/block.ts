import type { TextMetadata } from '../source-text.js';

/** A piece of a text as a reader of one format hands it over, before the paragraphs are counted. */
export interface Block {
  /** White space is free; a line end that may mean something is "\n". */
  readonly text: string;
  /** 'unsure' where the format does not say whether a line is a heading or a paragraph. */
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'caption' | 'note' | 'unsure';
  /** A speaker begins to speak: it is a paragraph, however the one before ends. */
  readonly turn?: boolean;
}

/** What a format's reader makes of a file. */
export interface Draft {
  readonly blocks: readonly Block[];
  readonly metadata: Partial<TextMetadata>;
  /**
   * Whether the metadata are of the file, not of the text: whoever made a PDF or saved a document need not
   * have written it. The byline and date above the text are taken before them.
   */
  readonly ofFile?: boolean;
  /** Author and date stand in a head of the file's own, as those of a mail do. */
  readonly headed?: boolean;
  readonly warnings: readonly string[];
  /** Of a file that does not say it itself: named by whoever gave it, or found by its letters. */
  readonly encoding?: string | null;
}

/** A line end between letters of a script that sets no space between words. */
const UNSPACED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u3020\uFF01-\uFF65])[^\S\n]*\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u3020\uFF01-\uFF65])/gu;

/** White space to single spaces. */
export function oneLine(text: string): string {
  return text.replace(UNSPACED, '').replace(/\s+/gu, ' ').trim();
}

/** Words of a text, counting no further than `most`: a line may be the whole file. */
export function countWords(text: string, most = 1000): number {
  const word = /\S+/gu;
  let count = 0;
  while (count < most && word.test(text)) count++;
  return count;
}
