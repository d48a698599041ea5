import type { Stretch } from '../sentences.js';
import { COUNT, dateOf, DAY, MONTH, YEAR, type Direction } from './event-dates.js';
import { sentenceAt, type Hit, type Passage, type Rule } from './rule.js';

/** What a month or year alone stands behind. */
const BEFORE =
  '[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|[Ff]or|[Bb]efore|[Aa]fter|to|[Bb]etween|and';
const PART = '(?:(?:early|mid|late|the end of|end of) )?';
const ORDINAL = '(?:st|nd|rd|th)?';
/** "3-5 May", "7 to 9 May", "11 and 13 May", "19, 20 and 21 May". */
const UPTO = (day: string): string => `(?: ?[-–] ?${day}|(?:, ${day})* (?:to|and) ${day})?`;
/** Days in figures alone: "2019-06-01", "3.6.2019", "02/06/2019"; an hour may stand behind them. */
const TIMES = `${YEAR}(?:-\\d\\d-\\d\\d(?:T\\d\\d:[\\d:.]{2,9}(?:Z|[-+]\\d\\d:?\\d\\d)?)?|/\\d\\d/\\d\\d)|\\d{1,2}\\.\\d{1,2}\\.${YEAR}|\\d{1,2}/\\d{1,2}/${YEAR}`;
const DAY_MONTH = `\\d{1,2}${ORDINAL}(?: of)? ${MONTH}`;
const MONTH_DAY = `${MONTH} (?:the )?\\d{1,2}${ORDINAL}`;
/** "30 April to 2 May 2019", "April 30 – May 2". */
const ACROSS = [DAY_MONTH, MONTH_DAY]
  .map(
    (day) => `${day}(?: (?:to|until) | ?[-–] ?|(?<=[Bb]etween ${day}) and )${day}(?:,? ${YEAR})?`,
  )
  .join('|');

/** Date expressions, the longer before the shorter. */
const PATTERNS: readonly (Rule & { readonly pattern: RegExp })[] = [
  {
    id: 'event-day',
    finds:
      'a day with its month: "27 April 2018", "Dec. 3", "the 3rd of May", "3-5 May", "2018 May 11", "2018-05-11"',
    source: `${TIMES}|\\d{1,2}-${MONTH}-${YEAR}|${ACROSS}|(?:${DAY},? )?(?:\\d{1,2}${ORDINAL}(?: of)?${UPTO(`\\d{1,2}${ORDINAL}`)} ${MONTH}(?:,? ${YEAR}| (?:last|next) year)?(?! \\d{1,2}(?!\\d))|${MONTH_DAY}${UPTO(`\\d{1,2}${ORDINAL}`)}(?:,? ${YEAR}| (?:last|next) year)?(?!\\d)|${YEAR} ${MONTH} \\d{1,2}(?!\\d))`,
  },
  {
    id: 'event-month',
    finds: 'a month: "May or June", "early May", "last March", "May next year"',
    source: `(?:(?<=\\b(?:${BEFORE}|through|on) )|(?<=^|["“])(?=\\p{L}+ (?:or|and|next|last|${YEAR}))|(?=(?:last|next|this|early|mid|late|end) ))(?:(?:last|next|this) )?${PART}${MONTH}(?: (?:or|to|and) ${MONTH})?(?: (?:next|last|this) year|,? ${YEAR})?(?!\\s\\d)`,
  },
  {
    id: 'event-weekday',
    finds: 'a day of the week: "on Monday", "last Tuesday", "Tuesday last week"',
    source: `(?:(?:last|next|this) )?(?<!Good |Easter )${DAY}(?: (?:(?:last|next|this) )?week)?`,
  },
  {
    id: 'event-relative',
    finds:
      '"today", "yesterday", "last week", "next month", "two weeks ago", "a fortnight from now", "at the weekend", "by the end of the month", "by year’s end"',
    source: `today|yesterday|tomorrow|tonight|(?:[Ll]ast|[Nn]ext|this) (?:week|month|year|spring|summer|autumn|winter|weekend)|(?<=(?:at|over|by|before|until|after|during) )the weekend|${COUNT} (?:days?|weeks?|fortnights?|months?|years?|decades?) ago|${COUNT} (?:days?|weeks?|fortnights?|months?|years?) from now|(?:the )?end of (?:the|this) (?:week|month|year)|(?:year|month)[’']s end`,
  },
  {
    id: 'event-quarter',
    finds:
      'a quarter or half of a year: "Q3 2019", "H1 2020", "mid-2019", "the first quarter of 2020"',
    source: `Q[1-4] (?:of )?${YEAR}|H[12] (?:of )?${YEAR}|[Mm]id-${YEAR}|(?:first|second|third|fourth|last) quarter of ${YEAR}`,
  },
  {
    id: 'event-season',
    finds:
      'a season or feast with or without its year: "spring 2019", "Easter", "Good Friday 2019"',
    source: `(?:spring|summer|autumn|winter) (?:of )?${YEAR}|(?:Good Friday(?! [Aa](?:greement|ccord))|Easter(?: (?:Sunday|Monday))?|Christmas|New Year(?:['’]s (?:Day|Eve))?)(?: (?:of )?${YEAR})?`,
  },
  {
    id: 'event-decade',
    finds: 'a decade: "the early 1990s"',
    source: `(?:(?:early|mid|late)[ -])?(?:1[5-9]|20)\\d0s`,
  },
  {
    id: 'event-year',
    finds: 'a year after a preposition or in brackets: "since 1953"',
    source: `(?:(?<=\\b(?:${BEFORE}|early|late|mid) )|(?<=\\()|(?=(?:early|late|mid) ))(?:(?:early|late|mid) )?${YEAR}(?:[-–/](?:${YEAR}|\\d\\d)(?![-/\\d]))?(?![\\d,.%]\\d)(?! (?:workers|troops|people|tonnes|jobs|men|soldiers|megawatts|cubic))`,
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
/** The year of the next day is that of this one: "on 30 April and 2 May 2019". */
const SHARED = new RegExp(`^(?:,? and|,| or) (?:${DAY_MONTH}|${MONTH_DAY}),? (${YEAR})`, 'u');
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
      const later = /\d{4}/u.test(words) ? undefined : SHARED.exec(text.slice(end, end + 40))?.[1];
      const date = dateOf(
        (later === undefined ? words : `${words} ${later}`).replace(
          /^(?:Last|Next)(?= )/u,
          (word) => word.toLowerCase(),
        ),
        reference,
        directionOf(text, sentence, index, end),
      );
      found.push({ start: index, end, rule: id, ...(date === null ? {} : { date }) });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** What has been done: verbs of the past that are not of saying, and what is told to come. */
const DEED =
  /(?<!\p{L})(?:(?<past>was|were|met|went|came|took|held|began|left|fell|rose|won|lost|made|gave|struck|broke|sent|sank|shot|died|ran|shut|cut|put|sat|flew|stood|hit|fought|sold|bought|paid|got|had|(?!(?:need|exceed|proceed|succeed|agreed|announced|called|promised|pledged|vowed|planned|scheduled|expected|demanded|asked|invited|offered|proposed|threatened|warned|added|fixed|postponed|delayed|moved|convened|extended|limited)(?!\p{L}))\p{Ll}{2,}ed)|(?:to|will|would|is|are|has|have|can|could|should) \p{Ll}+|\p{Ll}+ing|said|says|told)(?!\p{L})/gu;

/** Ahead where the words before look ahead, or the verb behind; past where the verb of its statement is of the past. */
function directionOf(text: string, sentence: Stretch, start: number, end: number): Direction {
  const before = text.slice(sentence.start, start);
  if (AHEAD.test(before.slice(-60))) return 'ahead';
  if (/(?<!\p{L})(?:for|to|from|after|until|till)(?: the)? $/u.test(before)) return 'near';
  const done = [...before.matchAll(DEED)].at(-1);
  const verb = done ?? [...text.slice(end, sentence.end).matchAll(DEED)][0];
  // "The vote in September will decide": before its verb of what is to come.
  if (done === undefined && verb !== undefined && /^(?:will|shall) /u.test(verb[0])) return 'ahead';
  return verb?.groups?.['past'] === undefined ? 'near' : 'past';
}
