import { countWords } from './block.js';

/** What a line can be told from: its ends, its length, its first letter. All linear in the text. */

/** Closing punctuation, quotation marks and brackets, the mark of a footnote; not the point of "3.5". */
const CLOSED =
  /[.!?…:;。！？：؟۔।]["'”’»)\]}]{0,6}(?:(?<!\d[.:;])\d{1,3}|[*†‡\u00B9\u00B2\u00B3\u2070-\u2079]{1,4}|(?:\[\d{1,3}\]){1,4})?["'”’»)\]]?$/u;
const ABBREVIATION =
  /(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Adm|Sen|Rep|Gov|Pres|Rev|St|No|vs|cf|pp?|e\.g|i\.e)\.$/u;
const SALUTATION =
  /^(?:dear|hello|hi|good\s(?:morning|day|afternoon|evening)|sehr\sgeehrte|liebe|guten\stag|cher|chère|bonjour|estimad|querid)\S*\s[^.!?]*,$/iu;
const INITIALS = /(?:^|[\s(])(?:\p{Lu}\.)+$/u;
const CONNECTING =
  /(?:^|\s)(?:a|an|the|of|and|or|to|with|by|for|from|at|its|their|his|her|whose|than|between)$/u;
const CONTINUING = /^["'“‘«(]?\p{Ll}|^[([,;)\]–—]/u;

/** Ends as a sentence does, or with a colon or semicolon that something may follow. */
export function closes(text: string): boolean {
  const end = text.slice(-24);
  return CLOSED.test(end) && !ABBREVIATION.test(end);
}

/**
 * Whether `next` goes on with the sentence that `text` leaves open, as at a page break.
 *
 * @param loose the format does not mark paragraphs: a long text without its full stop is cut off too
 */
export function continues(text: string, next: string, loose: boolean): boolean {
  if (SALUTATION.test(text.slice(0, 100)) && countWords(text, 9) <= 8) return false;
  const end = text.slice(-24);
  const start = next.slice(0, 8);
  if (ABBREVIATION.test(end)) return true;
  if (INITIALS.test(end)) return CONTINUING.test(start);
  if (CLOSED.test(end)) return false;
  if (CONTINUING.test(start)) return true;
  if (/[,–—]$/u.test(end) || CONNECTING.test(end)) return true;
  return loose && text.length > 80 && countWords(text, 15) >= 15;
}

/** "CHAPTER I.", whose point ends no sentence. */
const CHAPTER =
  /^(?:chapter|part|book|section|kapitel|chapitre|cap[íi]tulo|capitolo|глава|розділ)\s+(?:[ivxlc]{1,8}|\d{1,3})\.(?:\s[^.]{1,80}\.?)?$/iu;

/** A short line that does not end as a sentence does. */
export function looksLikeHeading(text: string): boolean {
  if (text.length <= 110 && CHAPTER.test(text)) return true;
  return (
    text.length <= 110 &&
    /^["'“‘«(]?[\p{Lu}\p{Lo}\d]/u.test(text) &&
    !/[.,;:。،]["'”’»)]?$/u.test(text) &&
    countWords(text, 15) <= 14
  );
}

/** As a heading, but a headline may be longer. */
export function looksLikeTitle(text: string): boolean {
  const words = text.slice(-60).replace(/(?:\[\^?[\w-]{1,20}\])+$/u, '');
  return (
    text.length <= 240 &&
    !/(?:(?:[\p{Ll}\p{Lo}]{2}|\))[.,;:]|[。।؛،])["'”’»)」』]?$/u.test(words) &&
    /^["'“‘«(]?[\p{Lu}\p{Lo}\d]/u.test(text) &&
    countWords(text, 31) <= 30
  );
}
