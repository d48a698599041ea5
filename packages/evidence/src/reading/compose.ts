import type { TextFormat } from '../formats.js';
import type { Paragraph, SourceText, TextMetadata } from '../source-text.js';
import { countWords, oneLine, type Block, type Draft } from './block.js';
import { findClosing, isLinkLine, isRelatedCue } from './closing.js';
import { metadataDate } from './dateline.js';
import { mendHyphens } from './hyphens.js';
import { findOpening, type Piece } from './opening.js';
import { withTurns } from './transcript.js';
import { closes, continues, looksLikeHeading } from './sentence.js';

/** A block on the way to a paragraph. */
interface Part {
  text: string;
  kind: Block['kind'];
}

/** More lines in a row without a sentence than this are no headings but a text of short lines. */
const MOST_HEADINGS = 3;

/** Items of a list count each as a paragraph where they have, on average, so many words. */
const LONG_ITEM = 40;

/** How a picture's line begins where the format does not say what it is. */
const CAPTION = /^(?:photo(?:graph)?|image|picture|caption)s?(?:\s+(?:credit|by))?\s*:/iu;

/**
 *   blocks ──► opening (title, byline, date)       number 0
 *          ──► parts, sentences put together that a page break or a line end cut
 *          ──► closing (related, contact, notes)   number n + 1
 *          ──► headings told from paragraphs, paragraphs counted 1 … n
 *          ──► the canonical text with its offsets
 */
export function composeText(format: TextFormat, draft: Draft): SourceText {
  const opening = findOpening(draft.blocks, draft.metadata, draft.headed);
  const parts = joinCut(withTurns(draft.blocks.slice(opening.length)));
  const lined = format === 'text' || format === 'pdf' || format === 'mail';
  if (lined) {
    const mended = mendHyphens(
      parts.map((part) => part.text),
      format === 'pdf',
    );
    mended.forEach((text, i) => (parts[i].text = text));
  }
  for (const part of parts) {
    part.text = oneLine(part.text);
    if (isProse(part.kind) && CAPTION.test(part.text) && countWords(part.text, 41) <= 40) {
      part.kind = 'caption';
    }
  }
  markListedNotes(parts);
  const closing = findClosing(parts);
  const body = parts.slice(0, parts.length - closing.length);
  settleHeadings(body);

  const paragraphs: Paragraph[] = [];
  const texts: string[] = [];
  let offset = 0;
  const add = (number: number, kind: Paragraph['kind'], text: string): void => {
    paragraphs.push({ number, kind, start: offset, end: offset + text.length });
    texts.push(text);
    offset += text.length + 2;
  };
  for (const { text, kind } of opening.pieces) add(0, kind, text);
  const numbers = countParagraphs(body);
  body.forEach((part, i) => add(numbers[i], kindOf(part), part.text));
  const last = numbers.at(-1) ?? 0;
  closing.forEach((kind, i) => add(last + 1, kind, parts[body.length + i].text));

  return {
    format,
    text: texts.join('\n\n'),
    paragraphs,
    metadata: fillMetadata(draft, opening),
    ...(draft.encoding ? { encoding: draft.encoding } : {}),
    warnings: draft.warnings,
  };
}

/** Puts together what belongs to one sentence. */
function joinCut(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  // Pieces of the last part: a sentence cut a thousand times is joined once.
  let pieces: string[] = [];
  const flush = (): void => {
    const last = parts.at(-1);
    if (last && pieces.length > 1) last.text = pieces.join('\n');
  };
  for (const block of blocks) {
    const text = block.text.trim();
    if (text === '') continue;
    const last = parts.at(-1);
    if (last && isProse(last.kind) && isProse(block.kind) && goesOn(pieces, text, last, block)) {
      pieces.push(text);
      continue;
    }
    flush();
    parts.push({ text, kind: block.kind });
    pieces = [text];
  }
  flush();
  return parts;
}

function goesOn(pieces: readonly string[], text: string, last: Part, block: Block): boolean {
  if (block.turn || isLinkLine(text) || isRelatedCue(text)) return false;
  const loose = last.kind === 'unsure' && block.kind === 'unsure';
  const end = pieces.length > 1 ? `${pieces.at(-2)!.slice(-200)} ${pieces.at(-1)!}` : pieces[0];
  return continues(end, text, loose);
}

function isProse(kind: Block['kind']): boolean {
  return kind === 'paragraph' || kind === 'unsure';
}

/** A numbered list at the end is one of notes where the text before it refers to its numbers. */
function markListedNotes(parts: Part[]): void {
  let from = parts.length;
  while (from > 0 && /^\[?\d{1,3}(?:[.)\]]|\s)\s?\S/u.test(parts[from - 1].text)) from--;
  const numbers = parts.slice(from).map(({ text }) => Number(/\d+/u.exec(text)![0]));
  if (numbers.length === 0 || numbers[0] !== 1 || numbers.some((n, i) => n !== i + 1)) return;
  const body = parts
    .slice(0, from)
    .map(({ text }) => text)
    .join('\n');
  const marks = numbers.filter((n) => body.includes(`[${n}]`) || body.includes(superscript(n)));
  if (marks.length < Math.max(1, numbers.length / 2)) return;
  for (const part of parts.slice(from)) part.kind = 'note';
}

function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

/** Short lines before a paragraph are headings, unless they come in numbers or nothing follows. */
function settleHeadings(parts: Part[]): void {
  let run = 0;
  for (let i = 0; i <= parts.length; i++) {
    const part = parts[i];
    if (part?.kind === 'unsure' && looksLikeHeading(part.text) && !isRelatedCue(part.text)) {
      run++;
      continue;
    }
    const headings = part !== undefined && run <= MOST_HEADINGS;
    for (let k = i - run; k < i; k++) parts[k].kind = headings ? 'heading' : 'paragraph';
    run = 0;
  }
}

/**
 * The number of each part of the body. Headings, captions and links inside it count with the next
 * paragraph; the items of a list with the paragraph that ends in a colon before them, or together as
 * one; the rows of a table as one.
 */
function countParagraphs(parts: readonly Part[]): number[] {
  const longItem = longItems(parts);
  const numbers: number[] = [];
  let count = 0;
  let waiting = 0;
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (!counts(part)) {
      waiting++;
      return;
    }
    const together =
      before !== undefined &&
      (part.kind === 'item' || part.kind === 'row') &&
      !longItem[i] &&
      (before.kind === part.kind ||
        (part.kind === 'item' && isProse(before.kind) && /[:：]$/u.test(before.text)));
    if (!together) count++;
    for (; waiting > 0; waiting--) numbers.push(count);
    numbers.push(count);
  });
  for (; waiting > 0; waiting--) numbers.push(Math.max(count, 1));
  return numbers;
}

function longItems(parts: readonly Part[]): boolean[] {
  const long = new Array<boolean>(parts.length).fill(false);
  for (let from = 0; from < parts.length; from++) {
    let to = from;
    let words = 0;
    while (parts[to]?.kind === 'item') words += countWords(parts[to++].text);
    if (to > from) {
      long.fill(words / (to - from) >= LONG_ITEM, from, to);
      from = to;
    }
  }
  return long;
}

function counts(part: Part): boolean {
  return kindOf(part) === 'body';
}

function kindOf(part: Part): Piece['kind'] {
  switch (part.kind) {
    case 'title':
    case 'heading':
      return 'heading';
    case 'caption':
      return 'caption';
    case 'note':
      return 'note';
    case 'unsure':
    case 'paragraph':
      return isAside(part.text) ? 'related' : 'body';
    default:
      return 'body';
  }
}

/** "Read more: …" between two paragraphs. */
function isAside(text: string): boolean {
  return isRelatedCue(text) && !(closes(text) && /\.$/u.test(text));
}

function fillMetadata(
  { metadata: given, ofFile = false }: Draft,
  opening: { title: string | null; author: string | null; published: string | null },
): TextMetadata {
  const tidy = (value: string | null | undefined): string | null =>
    value === undefined || value === null
      ? null
      : oneLine(value)
          .slice(0, 1000)
          .replace(/[\uD800-\uDBFF]$/u, '') || null;
  return {
    title: tidy(given.title) ?? opening.title,
    author: ofFile
      ? (opening.author ?? tidy(given.author))
      : (tidy(given.author) ?? opening.author),
    published: (given.published ? metadataDate(given.published) : null) ?? opening.published,
    publisher: tidy(given.publisher),
    url: tidy(given.url),
    language: tidy(given.language),
  };
}
