import type { Stretch } from '../sentences.js';
import type { Paragraph } from '../source-text.js';
import { digestOf } from './digest.js';
import type { Statement } from './statement.js';

/** A passage of a source: what `@source#id` points at. */
export interface Anchor {
  /** Unique in its file; letters, digits, "_" and "-". */
  readonly id: string;
  /** Id of the source. */
  readonly source: string;
  /** Hash of the text that the position is counted in ("sha256:…"); null: not known. */
  readonly state: string | null;
  /** First and last; null: not said. */
  readonly paragraphs: { readonly from: number; readonly to: number } | null;
  /** Offsets in UTF-16 units of the canonical text, the second one past the end. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly words: AnchorWords;
  /** What the passage says, where somebody marked it as a statement; null: it is a passage. */
  readonly statement: Statement | null;
  /** What somebody noted on the passage. */
  readonly comment: string | null;
  /** "2018-04-27T10:00:00Z" */
  readonly created: string | null;
}

/**
 * How the words are known again: as they are, or by digests only (see digest.ts), for texts whose
 * words are not to be stored. `before` and `after` are what stands beside them; null: not said; empty:
 * nothing stands there, or what stands there does not tell the passage from another with the same words.
 */
export interface AnchorWords {
  readonly kept: 'quote' | 'digest';
  readonly exact: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an anchor is made in: a text as read. */
export interface AnchoredText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Its hash (`textVersion`); null: not known. */
  readonly version: string | null;
}

export interface NewAnchor {
  readonly id: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Default: quote. */
  readonly keep?: AnchorWords['kept'];
  readonly statement?: Statement | null;
  readonly comment?: string | null;
  readonly created?: string | null;
}

/** Units kept on either side as a rule, and at most where the words stand more than once. */
const CONTEXT = 32;
const MOST_CONTEXT = 400;

/**
 * An anchor for a range of a text. Where the words stand several times in it, the surroundings kept
 * are long enough that each side alone tells this passage from the others; a side that cannot is kept
 * empty.
 * @throws RangeError where the range is empty or not within the text
 */
export function createAnchor(text: AnchoredText, wanted: NewAnchor): Anchor {
  const { id, source, start, end, keep = 'quote', comment = null, created = null } = wanted;
  const { statement = null } = wanted;
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end))
    throw new RangeError(`no passage: ${start} to ${end}`);
  if (end > text.text.length)
    throw new RangeError(`the passage ends at ${end}, the text at ${text.text.length}`);
  const exact = text.text.slice(start, end);
  const { before, after } = surroundings(
    text.text,
    { start, end },
    placesOf(text.text, exact).map((at) => ({ start: at, end: at + exact.length })),
  );
  const kept = (words: string): string => (keep === 'quote' ? words : digestOf(words));
  return {
    id,
    source,
    state: text.version,
    paragraphs: paragraphsOf(text.paragraphs, start, end),
    position: { start, end },
    words: {
      kept: keep,
      exact: kept(exact),
      before: before === '' ? '' : kept(before),
      after: after === '' ? '' : kept(after),
    },
    statement,
    comment,
    created,
  };
}

/** The numbers of the first and last paragraph that a range touches. */
export function paragraphsOf(
  paragraphs: readonly Paragraph[],
  start: number,
  end: number,
): Anchor['paragraphs'] {
  const touched = paragraphs.filter((one) => one.start < end && one.end > start);
  if (touched.length === 0) return null;
  const numbers = touched.map(({ number }) => number);
  return { from: Math.min(...numbers), to: Math.max(...numbers) };
}

/** Where words begin in a text, ascending, overlapping ones included. */
export function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** What stands beside a passage, as long as it takes for each side to tell it from the others. */
export function surroundings(
  text: string,
  { start, end }: Stretch,
  others: readonly Stretch[],
): { readonly before: string; readonly after: string } {
  let sameBefore = 0;
  let sameAfter = 0;
  for (const other of others) {
    if (other.start === start) continue;
    let back = 0;
    while (back < MOST_CONTEXT && isSame(text, start - 1 - back, other.start - 1 - back)) back++;
    let on = 0;
    while (on < MOST_CONTEXT && isSame(text, end + on, other.end + on)) on++;
    sameBefore = Math.max(sameBefore, back);
    sameAfter = Math.max(sameAfter, on);
  }
  const before = Math.max(CONTEXT, sameBefore + 1);
  const after = Math.max(CONTEXT, sameAfter + 1);
  const tellsBefore = before <= MOST_CONTEXT && sameBefore < start;
  const tellsAfter = after <= MOST_CONTEXT && sameAfter < text.length - end;
  return {
    before: tellsBefore ? text.slice(wholeFrom(text, Math.max(0, start - before)), start) : '',
    after: tellsAfter ? text.slice(end, wholeTo(text, Math.min(text.length, end + after))) : '',
  };
}

function isSame(text: string, a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a < text.length && b < text.length && text[a] === text[b];
}

/** No surrogate pair is cut. */
function wholeFrom(text: string, at: number): number {
  return at > 0 && /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

function wholeTo(text: string, at: number): number {
  return at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at;
}

/** Whether two are of the same words in the same place, saying the same of them. */
export function sameWords(one: Anchor, other: Anchor): boolean {
  return (
    one.source === other.source &&
    one.state === other.state &&
    one.position?.start === other.position?.start &&
    one.position?.end === other.position?.end &&
    JSON.stringify(one.statement) === JSON.stringify(other.statement)
  );
}
