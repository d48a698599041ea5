import type { Paragraph, TextMetadata } from '../source-text.js';
import { countWords, oneLine, type Block } from './block.js';
import { findDate, type FoundDate } from './dateline.js';
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

const DATE_WORDS =
  /^(?:first\s+)?(?:published|posted|updated|issued|released|last\s+(?:updated|modified)|date|on|at|publié(?:e)?(?:\s+le)?|mis\s+à\s+jour(?:\s+le)?|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|publicado\s+em|gepubliceerd(?:\s+op)?|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|julkaistu|päivitetty|zveřejněno|publikováno|opublikowano|közzétéve|frissítve|publicat|yayınlanma|güncelleme|δημοσιεύτηκε|опубликовано|опубліковано|обновлено|оновлено|تاريخ\s+النشر|نشر\s+في|نُشر\s+في|פורסם|diterbitkan|dipublikasikan|发布|發布|发表|更新于|入力|更新|公開|입력|수정|등록)(?![\p{L}])\s*(?:on|at)?\s*:?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\p{L})|\b\d{1,2}\s?h\s?(?:\d{2})?\b|\b\d{1,2}[:.]\d{2}\s+uhr\b|(?<!\p{L})(?:à|um|a\s+las|alle|às)(?!\p{L})|(?<!\p{L})(?:at|kl|klo|om|o\s+godz|ngày)\b\.?(?=\s*\d|$)|(?<!\d)\d{1,3}[\s-]min(?:ute)?s?\.?\s+read\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b\.?|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|BST|[ECMP][SD]?T|(?:CE|EE|WE)S?T|MSK|[IJK]ST|HKT|SGT|SAST|A[CEW][SD]T|NZ[SD]T|WIB|local\s+time)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|\bT?\d{2}:\d{2}Z?\b|\b\d{1,2}\s*[ap]m\b|(?<=\s)(?:last\s+)?(?:updated|modified|aktualisiert|mis\s+à\s+jour|actualizado|aggiornato)\b\s*:?/giu;
/** Above many texts there is a line of no author and no full date. */
const FURNITURE =
  /^(?:(?:last\s+)?(?:updated|published|posted|modified)\s+(?:\d{1,2}|an?|one|yesterday|today)\b.{0,30}|\d{1,3}\s*[- ]?min(?:ute)?s?\.?\s+(?:read|lecture|lesezeit).{0,20}|(?:read|reading\s+time)\s*:?\s*\d{1,3}\s+min.{0,12}|lesezeit.{0,20}|listen\b.{0,20})$/iu;
const BYLINE =
  /^(?:(?:written|reported|edited|story|analysis|text|words|opinion|comment|commentary|report|interview|review)\s+)?by:?\s+(?=\p{Lu})|^authors?:\s*/iu;
/** The same in other languages, where it may also begin a name. */
const BYLINE_ELSEWHERE =
  /^(?:von|par|por|di|da|door|av|af|przez|od|autor(?:in)?:|auteure?:|autore:)\s+(?=\p{Lu})/iu;
/** "홍길동 기자", "记者 王小明", "بقلم أحمد مثال": names in scripts without capitals. */
const REPORTER =
  /^(?:(\p{Lo}{2,12})\s?(?:기자|특파원|記者|记者)|(?:记者|記者|作者|撰文|文)\s*[:：/／]?\s*(\p{Lo}{2,12})|(?:بقلم|كتبت?|نویسنده|מאת)\s*:?\s+([\p{L}\p{M}'’־-]+(?:\s[\p{L}\p{M}'’־-]+){0,4}))$/u;
/** Dates of a calendar that is not reckoned into the common one. */
const OTHER_CALENDAR =
  /^\p{Nd}{1,2}\s+(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو)(?:\s+\p{L}+)?\s+\p{Nd}{4}(?:\s*هـ)?$/u;
const PARTICLE = new Set([
  'de',
  'da',
  'van',
  'von',
  'der',
  'den',
  'al',
  'bin',
  'ibn',
  'and',
  'la',
  'le',
  'du',
  'di',
  'el',
]);

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
    const settled = lines.some((line) => line.kind === 'date' || line.kind === 'byline');
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
  const named = pieces.findIndex(
    (piece, i) =>
      piece.kind === 'heading' &&
      isName(nameOf(piece.text)) &&
      (pieces[i + 1]?.kind === 'date' || pieces[i - 1]?.kind === 'date'),
  );
  if (author === null && named >= 0) {
    const { text } = pieces[named];
    author = nameOf(text);
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
    !BYLINE.test(next.text)
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
  const found = words <= 20 ? findDate(text) : null;
  if (words <= 20 && found === null && (FURNITURE.test(text) || OTHER_CALENDAR.test(text)))
    return line('date', null, null);
  const rest = (found ? withoutDates(text, found) : text)
    .replace(found ? DATE_WORDS : /^$/u, ' ')
    .replace(/^[\s,.|•·—–()[\]/-]+|[\s,|•·—–()[\]/-]+$/gu, '');
  const author = BYLINE.test(rest) && words <= 16 ? authorOf(rest.replace(BYLINE, '')) : null;
  if (author !== null) return line('byline', author, found?.date ?? null);
  const elsewhere = BYLINE_ELSEWHERE.test(rest) ? authorOf(rest.replace(BYLINE_ELSEWHERE, '')) : '';
  if (!isFirst && isName(elsewhere)) return line('byline', elsewhere, found?.date ?? null);
  const reporter = isFirst ? undefined : REPORTER.exec(rest)?.slice(1).find(Boolean);
  if (reporter !== undefined) return line('byline', reporter, found?.date ?? null);
  if (found && (rest === '' || (!isFirst && isBesideDate(rest, text)))) {
    return line('date', null, found.date);
  }
  const name = nameOf(rest);
  if (found && !isFirst && isName(name) && words <= 12) return line('byline', name, found.date);
  if (!isFirst && isName(text)) return line('name', text, null);
  // "Ann Example in Velm".
  const reporterName = text.replace(/\s+in\s+\p{Lu}[\p{L}\s]{1,40}$/u, '');
  if (!isFirst && reporterName !== text && isName(reporterName))
    return line('name', reporterName, null);
  return line(looksLikeTitle(text) ? 'other' : 'prose', null, null);
}

/** Before what the line says of the one who wrote: "Ann Example, Harbour correspondent". */
function nameOf(line: string): string {
  return line.split(/\s+[|•·—–-]\s+|,\s/u)[0];
}

/** A line may say when a text was published and when it was changed. */
function withoutDates(text: string, first: FoundDate): string {
  let rest = text;
  let found: FoundDate | null = first;
  for (let count = 0; found !== null && count < 3; count++) {
    rest = rest.slice(0, found.start) + ' ' + rest.slice(found.end);
    found = findDate(rest);
  }
  return rest;
}

/** "Seoul", "Pazartesi", "kl": a place, a day of the week, what is said of a time; no sentence. */
function isBesideDate(rest: string, line: string): boolean {
  return rest.length < 30 && countWords(rest, 3) <= 1 && !/[!?:;]/u.test(line) && !isVerb(line);
}

/** A full stop after a word: a sentence, however short. */
function isVerb(line: string): boolean {
  return /\p{L}{5}\.$/u.test(line);
}

/** Two to five words with capitals and nothing but letters: how a name is written. */
function isName(text: string): boolean {
  const words = text.split(' ', 9);
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    text.length <= 80 &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 &&
    words.every((word) => PARTICLE.has(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*,?$/u.test(word))
  );
}

function authorOf(text: string): string {
  return text.replace(/\s+(?:in|at)\s+\p{Lu}.*$|\s*[|•·].*$|,\s.*$|\s+[—–-]\s.*$/u, '').trim();
}
