import { COUNT, DAY, dateOf, MONTH, YEAR, type Direction } from './dates.js';
import type { Stretch } from '../sentences.js';
import { sentenceAt, type Hit, type Passage, type Rule } from './rule.js';

const PART = '(?:(?:early|mid|late|the end of|end of) )?';
const ORDINAL = '(?:st|nd|rd|th)?';
/** "3-5 May", "7 to 9 May", "11 and 13 May", "19, 20 and 21 May". */
const UPTO = (day: string): string => `(?: ?[-–] ?${day}|(?:, ${day})* (?:to|and) ${day})?`;
/** Days in figures alone: "2019-06-01", "3.6.2019", "02/06/2019". */
const TIMES = `${YEAR}-\\d\\d-\\d\\d|\\d{1,2}\\.\\d{1,2}\\.${YEAR}|\\d{1,2}/\\d{1,2}/${YEAR}`;

/** Date expressions, the longer before the shorter. */
const PATTERNS: readonly (Rule & { readonly pattern: RegExp })[] = [
  {
    id: 'event-day',
    finds:
      'a day with its month: "27 April 2018", "Dec. 3", "the 3rd of May", "3-5 May", "2018 May 11", "2018-05-11"',
    source: `${TIMES}|(?:${DAY},? )?(?:\\d{1,2}${ORDINAL}(?: of)?${UPTO(`\\d{1,2}${ORDINAL}`)} ${MONTH}(?:,? ${YEAR}| (?:last|next) year)?(?! \\d{1,2}(?!\\d))|${MONTH} \\d{1,2}${ORDINAL}${UPTO(`\\d{1,2}${ORDINAL}`)}(?:,? ${YEAR}| (?:last|next) year)?(?!\\d)|${YEAR} ${MONTH} \\d{1,2}(?!\\d))`,
  },
  {
    id: 'event-month',
    finds: 'a month: "May or June", "early May", "last March", "May next year"',
    source: `(?:(?<=\\b(?:in|since|until|by|from|of|for|before|after|to|between|and|through|on) )|(?<=^|["“])(?=\\p{L}+ (?:or|and|next|last|${YEAR}))|(?=(?:last|next|this|early|mid|late|end) ))(?:(?:last|next|this) )?${PART}${MONTH}(?: (?:or|to|and) ${MONTH})?(?: (?:next|last|this) year|,? ${YEAR})?(?!\\s\\d)`,
  },
  {
    id: 'event-weekday',
    finds: 'a day of the week: "on Monday", "last Tuesday", "Tuesday last week"',
    source: `(?:(?:last|next|this) )?${DAY}(?: (?:(?:last|next|this) )?week)?`,
  },
  {
    id: 'event-relative',
    finds:
      '"today", "yesterday", "last week", "next month", "two weeks ago", "a fortnight from now", "at the weekend", "by the end of the month", "by year’s end"',
    source: `today|yesterday|tomorrow|tonight|(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter|weekend)|(?<=(?:at|over|by|before|until|after|during) )the weekend|${COUNT} (?:days?|weeks?|fortnights?|months?|years?|decades?) ago|${COUNT} (?:days?|weeks?|fortnights?|months?|years?) from now|(?:the )?end of (?:the|this) (?:week|month|year)|(?:year|month)[’']s end`,
  },
  {
    id: 'event-quarter',
    finds:
      'a quarter or half of a year: "Q3 2019", "H1 2020", "mid-2019", "the first quarter of 2020"',
    source: `Q[1-4] (?:of )?${YEAR}|H[12] (?:of )?${YEAR}|[Mm]id-${YEAR}|(?:first|second|third|fourth|last) quarter of ${YEAR}`,
  },
  {
    id: 'event-season',
    finds: 'a season or feast with or without its year: "spring 2019", "Easter"',
    source: `(?:spring|summer|autumn|winter) (?:of )?${YEAR}|Easter|Christmas|New Year(?:['’]s (?:Day|Eve))?`,
  },
  {
    id: 'event-decade',
    finds: 'a decade: "the early 1990s"',
    source: `(?:(?:early|mid|late)[ -])?(?:1[5-9]|20)\\d0s`,
  },
  {
    id: 'event-year',
    finds: 'a year after a preposition or in brackets: "since 1953"',
    source: `(?:(?<=\\b(?:in|since|until|by|from|of|for|before|after|to|between|and|early|late|mid) )|(?<=\\()|(?=(?:early|late|mid) ))(?:(?:early|late|mid) )?${YEAR}(?![\\d,.%]\\d)(?! (?:workers|troops|people|tonnes|jobs|men|soldiers|megawatts|cubic))`,
  },
].map(({ id, finds, source }) => ({
  id,
  kind: 'event' as const,
  finds,
  pattern: new RegExp(`(?<![\\p{L}\\d-])(?:${source})(?![\\p{L}-])`, 'gu'),
}));

export const EVENTS: readonly Rule[] = PATTERNS;

const CUE =
  /\d|(?:day|week|month|year|ago|now|spring|summer|autumn|winter|Easter|Christmas|ary|ber|March|April|May|June|July|August)/u;
const AHEAD =
  /\b(?:will|would|shall|may|might|expected|due|scheduled|(?:is|are) to|begins?|starts?|plans?|until|by (?=$)|before|must|next|intends?|invited|returns?|meets?|faces)\b/u;

/** The dated happenings of a paragraph; `reference` is the day the text was written, null: not known. */
export function eventsIn(
  passage: Passage,
  reference: string | null,
): (Hit & { readonly rule: string })[] {
  const { text } = passage;
  if (!CUE.test(text)) return [];
  const found: (Hit & { readonly rule: string })[] = [];
  for (const { id, pattern } of PATTERNS)
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const end = index + words.length;
      if (found.some((other) => other.start < end && index < other.end)) continue;
      const sentence = sentenceAt(passage, index);
      const date = dateOf(words, reference, directionOf(text, sentence, index, end));
      found.push({ start: index, end, rule: id, ...(date === null ? {} : { date }) });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** What has been done: verbs of the past that are not of saying, and what is told to come. */
const DEED =
  /(?<!\p{L})(?:(?<past>was|were|met|went|came|took|held|began|left|fell|rose|won|lost|made|gave|struck|broke|sent|sank|shot|died|ran|shut|cut|put|sat|flew|stood|hit|fought|sold|bought|paid|got|had|(?!(?:need|exceed|proceed|succeed|agreed|announced|called|promised|pledged|vowed|planned|scheduled|expected|demanded|asked|invited|offered|proposed|threatened|warned|added|fixed|postponed|delayed|moved|convened|extended|limited)(?!\p{L}))\p{Ll}{2,}ed)|(?:to|will|would|is|are|has|have|can|could|should) \p{Ll}+|\p{Ll}+ing|said|says|told)(?!\p{L})/gu;

/** Ahead where the words before look ahead; past where the verb of its statement is of the past. */
function directionOf(text: string, sentence: Stretch, start: number, end: number): Direction {
  const before = text.slice(sentence.start, start);
  if (AHEAD.test(before.slice(-60))) return 'ahead';
  if (/(?<!\p{L})(?:for|to|from|after|until|till)(?: the)? $/u.test(before)) return 'near';
  const verb =
    [...before.matchAll(DEED)].at(-1) ?? [...text.slice(end, sentence.end).matchAll(DEED)][0];
  return verb?.groups?.['past'] === undefined ? 'near' : 'past';
}
