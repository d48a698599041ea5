import type { Paragraph, TextMetadata } from '../source-text.js';
import { countWords, oneLine, type Block } from './block.js';
import { authorNearDate, bylineAuthor, isName, nameOf } from './byline.js';
import { besideDates, isBesideDate, isDateless } from './date-line.js';
import { findDate } from './dateline.js';
import { continues, looksLikeTitle } from './sentence.js';
import { mayBeTurn } from './transcript.js';

/** Blocks with their kind settled: the title, byline and date above the body. */
export interface Opening {
  readonly pieces: readonly Piece[];
  /** How many blocks of the text they were. */
  readonly length: number;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
}

export interface Piece {
  readonly text: string;
  readonly kind: Paragraph['kind'];
}

interface Line {
  readonly text: string;
  readonly kind: 'date' | 'byline' | 'name' | 'other' | 'prose';
  readonly author: string | null;
  readonly date: string | null;
}

/** Above the body stand at most so many blocks; what stands above the byline or date may have so many words. */
const MOST_BLOCKS = 8;
const MOST_WORDS = 45;

/** A first line may be a byline by its words alone; a headline begins like one in many languages. */
const BYLINE_WORD = /^(?:\p{L}+\s)?by:?\s|^authors?:/iu;

/** Of what is said of an author at the foot of the page. */
const NOTE_MARKS =
  /(?<=\p{L})(?:\[[^\]\s]{1,5}\]|[*†‡§\u00B9\u00B2\u00B3\u2070-\u2079])+(?=[\s,]|$)/gu;

/**
 * Finds what stands above the body: everything down to the last byline or date among the first
 * blocks, and a title even where neither follows it.
 *
 * @param known what the file says of itself beside the text
 * @param headed author and date stand in a head of the file's own: from the first sentence on it is the body
 */
export function findOpening(
  blocks: readonly Block[],
  known: Partial<TextMetadata>,
  headed = false,
): Opening {
  const read: Line[][] = [];
  let length = 0;
  let dated = false;
  let prose = false;
  for (let i = 0; i < Math.min(MOST_BLOCKS, blocks.length); i++) {
    const block = blocks[i];
    if (block.kind === 'item' || block.kind === 'row' || block.turn || block.text.length > 600)
      break;
    const lines = readLines(block, i === 0, known.author ?? null);
    if (headed && (block.kind === 'heading' || lines.some(({ kind }) => kind === 'prose'))) break;
    read.push(lines);
    const settled =
      lines.some((line) => line.kind === 'date' || line.kind === 'byline') ||
      // A name below the date, or below a title that has its date above it.
      (dated &&
        (length === i || (length === i - 1 && lines.length === 1)) &&
        lines.every((line) => line.kind === 'name'));
    // A second date below a paragraph is that of a post, or of what is quoted.
    const again = dated && prose && lines.every((line) => line.kind === 'date');
    if (again) break;
    dated ||= lines.some((line) => line.date !== null);
    prose ||= dated && lines.some((line) => line.kind === 'prose');
    if (settled && lines.every((line) => line.kind !== 'prose')) length = i + 1;
    if (countWords(block.text, MOST_WORDS + 1) > MOST_WORDS) break;
  }
  const first = blocks[0];
  const second = blocks[1];
  if (length === 0 && first && second && read[0]?.length) {
    const whole = oneLine(first.text);
    const maybe = looksLikeTitle(whole);
    const cut =
      second.turn !== true &&
      !mayBeTurn(second.text.split('\n', 1)[0]) &&
      continues(whole, second.text.slice(0, 100), false);
    if (first.kind === 'title' || (maybe && !cut)) length = 1;
  }
  // Above a title there may be a line of the page's own.
  const title = blocks.slice(0, 3).findIndex((block) => block.kind === 'title');
  if (
    length <= title &&
    read.length > title &&
    read
      .slice(0, title)
      .flat()
      .every(({ kind }) => kind !== 'prose')
  )
    length = title + 1;
  // A text that is all opening has no body to stand above.
  if (length === blocks.length) length = 0;
  return settle(blocks.slice(0, length), read);
}

function settle(blocks: readonly Block[], read: readonly Line[][]): Opening {
  const marked = blocks.findIndex((block) => block.kind === 'title');
  const pieces: Piece[] = [];
  let title: string | null = null;
  let author: string | null = null;
  let published: string | null = null;
  blocks.forEach((block, i) => {
    // Lines of one block that are neither name nor date are one wrapped headline or standfirst.
    const dated = read[i].some((line) => line.date !== null || line.kind === 'byline');
    const lines = dated
      ? joinOthers(read[i])
      : [{ text: oneLine(block.text), kind: 'other' as const, author: null, date: null }];
    for (const line of lines) {
      published ??= line.date;
      if (line.kind === 'date') pieces.push({ text: line.text, kind: 'date' });
      else if (line.kind === 'byline' || (line.kind === 'name' && title !== null && dated)) {
        author ??= line.author ?? line.text;
        pieces.push({ text: line.text, kind: 'byline' });
      } else if (title === null && (marked < 0 ? !isKicker(line.text, blocks, i) : marked === i)) {
        title = line.text;
        pieces.push({ text: line.text, kind: 'title' });
      } else pieces.push({ text: line.text, kind: 'heading' });
    }
  });
  // A name alone above a date ("James Cogan", blank line, "27 April 2018") is a byline.
  const isDate = (i: number): boolean => pieces[i]?.kind === 'date';
  const named = pieces.findIndex(
    ({ text, kind }, i) =>
      kind === 'heading' &&
      (isDate(i + 1) || isDate(i - 1) || (pieces[i - 1]?.kind === 'title' && isDate(i - 2))) &&
      authorNearDate(text) !== null,
  );
  if (author === null && named >= 0) {
    const { text } = pieces[named];
    author = authorNearDate(text);
    pieces[named] = { text, kind: 'byline' };
  }
  return { pieces, length: blocks.length, title, author, published };
}

/** "ANALYSIS" or "Opinion" above a headline. */
function isKicker(text: string, blocks: readonly Block[], i: number): boolean {
  const next = blocks[i + 1];
  return (
    next !== undefined &&
    countWords(text, 3) <= 2 &&
    countWords(next.text, 4) > 3 &&
    !findDate(next.text) &&
    authorNearDate(oneLine(next.text)) === null
  );
}

function joinOthers(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.kind === 'other' && line.kind === 'other') {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

function readLines(block: Block, isFirst: boolean, author: string | null): Line[] {
  return block.text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .map((text, i) =>
      text === author
        ? { text, kind: 'byline', author, date: null }
        : readLine(text, isFirst && i === 0),
    );
}

/** Whether a line is a date, with a time, or says when something was published, and nothing else. */
export function isDateLine(text: string): boolean {
  return findDate(text) !== null && readLine(text, false).kind === 'date';
}

function readLine(text: string, isFirst: boolean): Line {
  const line = (kind: Line['kind'], author: string | null, date: string | null): Line => ({
    text,
    kind,
    author,
    date,
  });
  const words = countWords(text, 21);
  if (words > 20) return line(looksLikeTitle(text) ? 'other' : 'prose', null, null);
  const found = findDate(text);
  if (found === null && isDateless(text)) return line('date', null, null);
  const rest = (found ? besideDates(text, found) : text)
    .replace(NOTE_MARKS, '')
    .replace(/^[\s,.|•·—–()[\]/:：-]+|[\s,|•·—–()[\]/:：-]+$/gu, '');
  const author = isFirst && !BYLINE_WORD.test(rest) ? null : bylineAuthor(rest);
  if (author !== null && words <= 16) return line('byline', author, found?.date ?? null);
  if (found) {
    const name = withoutPlace(nameOf(rest));
    if (!isFirst && isName(name) && words <= 12) return line('byline', name, found.date);
    if (rest === '' || (!isFirst && isBesideDate(rest, text, found)))
      return line('date', null, found.date);
  }
  // "Ann Example in Velm".
  const name = withoutPlace(text);
  if (!isFirst && isName(name)) return line('name', name, null);
  return line(looksLikeTitle(text) ? 'other' : 'prose', null, null);
}

function withoutPlace(line: string): string {
  return line.replace(/\s+in\s+\p{Lu}[\p{L}\s]{1,40}$/u, '');
}
