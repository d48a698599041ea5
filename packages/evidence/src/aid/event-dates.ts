import * as chrono from 'chrono-node';
import { MONTHS } from '../months.js';
import {
  away,
  DAY_MS,
  easter,
  iso,
  NUMBERS,
  partOf,
  seasonOf,
  two,
  weekendOf,
  wholeOf,
} from './date-spans.js';

const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
/** Whole or cut off with a stop, "Dec.", "Sept", or all in capitals beside a figure. */
export const MONTH = `(?:${MONTHS.join('|')}|(?:${SHORT})(?:\\.|(?=[ -]\\d))|(?:${`${MONTHS.join('|')}|(?:${SHORT})\\.?`.toUpperCase()})(?=[ -]\\d))`;
export const DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
export const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';

export const COUNT =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty)';

/** Where a date lies that does not say so: ahead of the text, before it, or as near as it can. */
export type Direction = 'ahead' | 'past' | 'near';

/**
 * What a date expression means, at the precision it has: "2018-04-27", "2018-04", "2018" or "from/to".
 * @param direction where what has no direction of its own lies
 */
export function dateOf(
  words: string,
  reference: string | null,
  direction: Direction,
): string | null {
  const ahead = direction === 'ahead';
  const day = dayOf(words, reference, direction);
  if (day !== undefined) return day;
  const decade = /(early|mid|late)?[ -]?(\d\d\d)0s$/u.exec(words);
  if (decade) {
    const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[decade[1] ?? ''] ?? [0, 9];
    return `${decade[2]}${from}/${decade[2]}${to}`;
  }
  const part = /^(?:([QH])([1-4])|(first|second|third|fourth|last) quarter) (?:of )?(\d{4})$/u.exec(
    words,
  );
  if (part) return partOf(part[1] ?? 'Q', part[2] ?? part[3], part[4]);
  const years = /^(\d{4})[-–/](\d{2,4})$/u.exec(words);
  if (years) {
    const [, from, to] = years;
    const last = from.slice(0, 4 - to.length) + to;
    return last > from ? `${from}/${last}` : from;
  }
  const year = /^(?:(?:early|mid|late|Mid)[ -])?(\d{4})$/u.exec(words);
  if (year) return year[1];
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(reference ?? '');
  const [y, m, d] = parts
    ? [Number(parts[1]), Number(parts[2] ?? 7), Number(parts[3] ?? 1)]
    : [0, 0, 0];
  const season = /(spring|summer|autumn|winter)(?: (?:of )?(\d{4}))?$/u.exec(words);
  if (season) return seasonOf(season[1], season[2] ? Number(season[2]) : y, words, m);
  const own = /\d{4}/u.exec(words);
  if (reference === null && own === null) return null;
  const whole = /^(last|next|this) (week|month|year)$/u.exec(words);
  if (whole) return wholeOf(whole[1], whole[2], y, m, d);
  const feast = /^(Good Friday|Easter|Easter Sunday|Easter Monday)(?: (?:of )?(\d{4}))?$/u.exec(
    words,
  );
  if (feast) {
    const shift = { 'Good Friday': -2, 'Easter Monday': 1 }[feast[1]] ?? 0;
    return iso(Date.parse(easter(feast[2] ? Number(feast[2]) : y)) + shift * DAY_MS);
  }
  const end = /^(?:(?:the )?end of (?:the|this) (week|month|year)|(year|month)[’']s end)$/u.exec(
    words,
  );
  if (end) return wholeOf('this', end[1] ?? end[2], y, m, d);
  const weekend = /^(?:(last|next|this) |the )weekend$/u.exec(words);
  if (weekend) return weekendOf(weekend[1] ?? (ahead ? 'this' : 'last'), y, m, d);
  const hence = /^(\S+) (day|week|fortnight|month|year)s? (from now|ago)$/u.exec(words);
  if (hence && (hence[3] === 'from now' || hence[2] === 'fortnight'))
    return away(hence[1], hence[2], { y, m, d, back: hence[3] === 'ago' });
  if (words === 'Christmas')
    return `${m === 12 && (d >= 25 || ahead) ? y : ahead ? y : y - 1}-12-25`;
  const ago = /^(\S+) (day|week|month|year|decade)s? ago$/u.exec(words);
  if (ago && ago[2] === 'decade') return String(y - 10 * (NUMBERS[ago[1]] ?? Number(ago[1])));
  const or = new RegExp(`(${MONTH}) (?:or|to|and) (${MONTH})`, 'u').exec(words);
  if (or) {
    const first = dateOf(words.replace(or[0], or[1]), reference, direction);
    const second = dateOf(words.replace(or[0], or[2]), reference, direction);
    return first && second ? `${first}/${second}` : null;
  }
  return resolved(words, y, m, d, ahead);
}

/** Two days of two months. */
const ACROSS = new RegExp(
  `^(.*${MONTH}.*?)(?: (?:to|until|and) | ?[-–] ?)(?=.*${MONTH})(.*${MONTH}.*)$`,
  'u',
);

/**
 * A day, or the first and last of several, in the forms that leave no doubt; undefined: in another. A day
 * that there is not, and one in figures that may be read in two ways, has no date.
 */
function dayOf(
  words: string,
  reference: string | null,
  direction: Direction,
): string | null | undefined {
  const across = ACROSS.exec(words);
  if (across && /(?<!\d)\d{1,2}(?!\d)/u.test(across[1])) {
    const [, from, to] = across;
    const last = dayOf(to, reference, direction);
    const year = Number(last?.slice(0, 4));
    const first = last && dayOf(`${from} ${year}`, reference, direction);
    if (!last || !first) return null;
    return `${first > last ? (dayOf(`${from} ${year - 1}`, reference, direction) ?? first) : first}/${last}`;
  }
  const year = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`, 'u').exec(words)?.[0];
  const figures = words.replace(/T.*/u, '');
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/u.test(figures)) {
    const [a, b, c] = figures.split(/[-./]/u).map(Number) as [number, number, number];
    if (a > 31) return existing(a, b, c);
    // "02/06/2019" is June to one reader and February to another.
    return figures.includes('/') && a <= 12 && b <= 12 && a !== b
      ? null
      : b > 12
        ? existing(c, a, b)
        : existing(c, b, a);
  }
  const named = new RegExp(MONTH, 'u').exec(words)?.[0].slice(0, 3).toLowerCase();
  const month = MONTHS.findIndex((one) => one.toLowerCase().startsWith(named ?? ' ')) + 1;
  const days = words
    .replace(year ?? ' ', '')
    .match(/\d{1,2}/gu)
    ?.map(Number);
  if (named === undefined || days === undefined) return undefined;
  const shift = { last: -1, next: 1 }[/(last|next) year$/u.exec(words)?.[1] ?? ''];
  const at =
    year !== undefined
      ? Number(year)
      : shift !== undefined && reference !== null
        ? Number(reference.slice(0, 4)) + shift
        : yearOf(month, days[0], reference, direction);
  const dates = (days.length > 1 ? [days[0], days.at(-1)!] : days).map((day) =>
    at === null ? null : existing(at, month, day),
  );
  return dates.includes(null) ? null : dates.join('/');
}

/** The year of a day that says none: it lies on the side that is told of, or as near as it can. */
function yearOf(
  month: number,
  day: number,
  reference: string | null,
  direction: Direction,
): number | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(reference ?? '');
  if (!parts) return null;
  const [y, m, d] = [Number(parts[1]), Number(parts[2] ?? 7), Number(parts[3] ?? 1)];
  const away = (Date.UTC(y, month - 1, day) - Date.UTC(y, m - 1, d)) / DAY_MS;
  if (direction === 'past' && away > 0) return y - 1;
  if (direction === 'ahead' && away < -200) return y + 1;
  if (direction !== 'ahead' && away > 200) return y - 1;
  return y;
}

/** A day, where there is one of that number. */
function existing(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? iso(at.getTime()) : null;
}

/** Days, months and what is counted back: by the library. */
function resolved(words: string, y: number, m: number, d: number, ahead: boolean): string | null {
  const plain = words
    .replace(/^(?:early|mid|late|the end of|end of) /u, '')
    .replace(/(\d)(?:st|nd|rd|th)(?: of)?/u, '$1');
  const [found] = chrono.en.casual.parse(
    plain,
    new Date(Date.UTC(y || 2000, (m || 1) - 1, d || 1, 12)),
  );
  if (!found) return null;
  const { start } = found;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => start.get(part as 'year') ?? 1);
  const at = Date.UTC(year, month - 1, day);
  const now = Date.UTC(y, m - 1, d);
  const named = /(?:last|next|this|ago|\d{4}|to|yester)/u.test(plain);
  if (
    new RegExp(`^(?:(?:last|next|this) )?${MONTH}(?: (?:next|last|this) year)?`, 'u').test(plain) &&
    !/\d{1,2}(?!\d)/u.test(plain.replace(/\d{4}/u, ''))
  ) {
    const shift = / (next|last) year/u.exec(plain)?.[1];
    const own = /\d{4}/u.exec(plain)?.[0];
    const which = /^(last|next|this)/u.exec(plain)?.[1];
    let at = own ? Number(own) : shift === 'next' ? y + 1 : shift === 'last' ? y - 1 : y;
    if (!own && !shift) {
      if ((which === 'last' || (which === undefined && !ahead)) && month > m) at = y - 1;
      if (which === 'last' && month === m) at = y - 1;
      if ((which === 'next' || (which === undefined && ahead)) && month < m) at = y + 1;
    }
    return `${at}-${two(month)}`;
  }
  if (/ago$/u.test(plain)) {
    if (/month/u.test(plain)) return `${year}-${two(month)}`;
    if (/year/u.test(plain)) return String(year);
  }
  if (new RegExp(`^${DAY}$`, 'u').test(plain)) {
    const back = (new Date(now).getUTCDay() - new Date(at).getUTCDay() + 7) % 7;
    return iso(now - back * DAY_MS + (ahead && back > 0 ? 7 * DAY_MS : 0));
  }
  if (new RegExp(`^${DAY} week$`, 'u').test(plain)) {
    const days = (new Date(at).getUTCDay() - new Date(now).getUTCDay() + 7) % 7;
    return iso(now + ((days === 0 ? 7 : days) + 7) * DAY_MS);
  }
  if (new RegExp(`^(last|next|this) ${DAY}$|${DAY} (last|next|this) week$`, 'u').test(plain)) {
    const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS;
    const index = (new Date(at).getUTCDay() + 6) % 7;
    const which = /last|next|this/u.exec(plain)![0];
    const week = which === 'last' ? -7 : which === 'next' ? 7 : 0;
    const same = monday + index * DAY_MS;
    // "Last Tuesday" is the one before today, "Tuesday last week" the one of that week.
    if (!/week/u.test(plain) && which === 'last') return iso(same < now ? same : same - 7 * DAY_MS);
    if (!/week/u.test(plain) && which === 'next') return iso(same > now ? same : same + 7 * DAY_MS);
    return iso(same + week * DAY_MS);
  }
  // A day without its year lies on the side that is told of, or as near as it can.
  if (!named && at > now && !ahead && at - now > 200 * DAY_MS)
    return iso(Date.UTC(year - 1, month - 1, day));
  return iso(at);
}
