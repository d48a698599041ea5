import { MONTHS } from './month-names.js';

const MONTH = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const NAME = [...MONTH.keys()].sort((a, b) => b.length - a.length).join('|');
/** Years before the first one of a Japanese era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
/** The calendar that Thai months are counted in is so many years ahead. */
const BUDDHIST = 543;

/** The first that matches counts. Groups y, m, d; m is a number or a name. */
const FORMS = [
  /(?<![\d-])(?<y>\d{4})-(?<m>\d{2})(?:-(?<d>\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/u,
  /(?<!\d)(?<y>\d{4})(?:\s?[年년]|[/.])\s?(?<m>\d{1,2})(?:\s?[月월]|[/.])\s?(?<d>\d{1,2})(?:\s?[日일])?(?!\d)/u,
  /(?<era>令和|平成|昭和)(?<y>\d{1,2}|元)年\s?(?<m>\d{1,2})月\s?(?<d>\d{1,2})日/u,
  /(?<!\d)(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2}),?\s+(?:năm\s+)?(?<y>\d{4})(?!\d)/iu,
  new RegExp(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s.-]+(?:of\s+|de\s+|d['’])?ב?(?<m>${NAME})(?![\p{L}\p{M}])(?:/\p{L}+(?:\s\p{L}+)?)?[.،,]{0,2}[\s.-]+(?:de\s+|del\s+)?(?<y>\d{4})(?!\d)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{M}])(?<m>${NAME})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\d)(?<y>\d{4})\.?\s+(?<m>${NAME})(?![\p{L}\p{M}])\.?\s+(?<d>\d{1,2})(?!\d)\.?`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\p{M}])(?<m>${NAME})(?![\p{L}\p{M}])\.?,?\s+(?:de\s+)?(?<y>\d{4})(?!\d)`,
    'iu',
  ),
  /(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)/u,
  /(?<![\d.])(?<d>\d{2})\.(?<m>\d{2})\.(?<y>\d{2})(?![\d.])/u,
];

/** Which of the two is the day, "03/04/2022" does not say. */
const NUMBERS = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|(?<=\/)\d{2})(?![\d/-])/u;

/** Digits of the Basic Multilingual Plane: one unit each, so that places stay. */
const DIGIT = /(?=\p{Nd})[\u0660-\uFFFF]/gu;

export interface FoundDate {
  /** "2018-04-27", "2018-04", "2018". */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date written out in a short text; none where only day and month are given. Of one in numbers
 * that may be read in two ways the year.
 */
export function findDate(written: string): FoundDate | null {
  const text = asciiDigits(written);
  for (const form of FORMS) {
    const match = form.exec(text);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const date = isoDate(yearOf(groups), groups['m'], groups['d']);
    if (date !== null) return { date, start: match.index, end: match.index + match[0].length };
  }
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [, one, , other, digits] = match;
  const year = digits.length === 2 ? `20${digits}` : digits;
  const ways = new Set([isoDate(year, other, one), isoDate(year, one, other)]);
  ways.delete(null);
  const [date] = ways;
  if (date === undefined || date === null) return null;
  return {
    date: ways.size === 1 ? date : year,
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** Digits of any script as those of ASCII, each in its place. */
function asciiDigits(text: string): string {
  return text.replace(DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    const value = code & 15;
    // Scripts have their ten digits in a row, the first at a multiple of 16 or six beyond one.
    return String(/\p{Nd}/u.test(String.fromCharCode(code - value)) ? value : value - 6);
  });
}

function yearOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { y = '', m = '', era } = groups;
  if (era !== undefined) return String(ERAS[era] + (y === '元' ? 1 : Number(y)));
  if (y.length === 2) return `20${y}`;
  return /\p{Script=Thai}/u.test(m) && Number(y) > 2400 ? String(Number(y) - BUDDHIST) : y;
}

function isoDate(y: string, m: string, d: string | undefined): string | null {
  const year = Number(y);
  const month = /^\d+$/u.test(m) ? Number(m) : (MONTH.get(m.toLowerCase()) ?? 0);
  if (year < 1000 || year > 2999 || month < 1 || month > 12) return null;
  const yearMonth = `${y}-${String(month).padStart(2, '0')}`;
  if (d === undefined) return yearMonth;
  const day = Number(d);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const most = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= most ? `${yearMonth}-${String(day).padStart(2, '0')}` : null;
}

/** A date from a file's metadata, as written there: full, month or year; null where it is none. */
export function metadataDate(value: string): string | null {
  const text = value.trim().slice(0, 60);
  const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/u.exec(text);
  if (pdf) return pdf[2] === undefined ? pdf[1] : isoDate(pdf[1], pdf[2], pdf[3]);
  return findDate(text)?.date ?? (/^[12]\d{3}$/u.test(text) ? text : null);
}
