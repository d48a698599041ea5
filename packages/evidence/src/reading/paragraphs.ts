import type { Paragraph, SourceText } from '../source-text.js';

/** The words of one block. */
export function paragraphText(source: SourceText, paragraph: Paragraph): string {
  return source.text.slice(paragraph.start, paragraph.end);
}

/** What `@source:P7` or `@source:P7-P9` points to. */
export interface ParagraphRange {
  readonly paragraphs: readonly Paragraph[];
  /** Offsets in the canonical text, from the first block's start to the last block's end. */
  readonly start: number;
  readonly end: number;
}

/**
 * The blocks whose numbers lie between two numbers, both included.
 *
 * @returns null where one of the two numbers does not occur in the text, or `to` is below `from`
 */
export function paragraphsNumbered(
  source: SourceText,
  from: number,
  to: number = from,
): ParagraphRange | null {
  const paragraphs = source.paragraphs.filter((p) => p.number >= from && p.number <= to);
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last || first.number !== from || last.number !== to) return null;
  return { paragraphs, start: first.start, end: last.end };
}
