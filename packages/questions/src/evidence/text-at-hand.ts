import type { Count } from '@standoff/model';

/** A sentence of a text: the second of paragraph 7 is { paragraph: 7, sentence: 2 }. */
export interface SentenceAt {
  readonly paragraph: number;
  readonly sentence: number;
}

/** What is known of a text that is at hand: its paragraphs and the annotations on it, without its words. */
export interface TextAtHand {
  /** Id of the source. */
  readonly source: string;
  /** The numbers that references count, and whether the body of the text has that number. */
  readonly paragraphs: readonly { readonly number: number; readonly body: boolean }[];
  /** The sentences of its body, in the order of the text. */
  readonly sentences: readonly SentenceAt[];
  /** The annotations on this text, each with where it lies; nowhere where it is an orphan. */
  readonly annotations: readonly {
    readonly name: string;
    readonly paragraphs: readonly Count[];
    readonly sentences: readonly SentenceAt[];
    /** Why it is an orphan, in words; null where it was found. */
    readonly orphan: string | null;
  }[];
}
