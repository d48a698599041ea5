import type { TextMetadata } from '../source-text.js';

const BEGIN =
  /^\*{3}\s?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b[^\n]*(?:\n(?!\n)[^\n]*){0,2}\*{3}[^\S\n]*\n/mu;
const END =
  /^(?:End of (?:the )?Project Gutenberg[^\n]*\s+)?\*{3}\s?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK\b/mu;
/** Who made the file, below its beginning. */
const MAKERS =
  /^\s*(?:Produced by|E-text prepared by|This etext was prepared by)\b[^\n]*(?:\n(?!\n)[^\n]*){0,5}\n/u;

/**
 * A book of Project Gutenberg without what is put around it: who may use the file, how it was made, the
 * licence. Its title and author are in there; the day in it is that of the file.
 */
export function unframed(text: string): {
  readonly text: string;
  readonly metadata: Partial<TextMetadata>;
} {
  const begin = BEGIN.exec(text);
  if (begin === null) return { text, metadata: {} };
  const from = begin.index + begin[0].length;
  const rest = text.slice(from);
  const book = rest.slice(0, END.exec(rest)?.index ?? rest.length).replace(MAKERS, '');
  const head = text.slice(0, begin.index);
  const field = (name: string): string | null =>
    new RegExp(`^${name}:[^\\S\\n]*(\\S[^\\n]*)`, 'mu').exec(head)?.[1].trim() ?? null;
  return { text: book, metadata: { title: field('Title'), author: field('Author') } };
}
