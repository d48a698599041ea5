/** Days and spans of the calendar that are counted from a day or named by a part of a year. */

export const DAY_MS = 86_400_000;
export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};

export function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

export function wholeOf(which: string, unit: string, y: number, m: number, d: number): string {
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  if (unit === 'year') return String(y + step);
  if (unit === 'month') return iso(Date.UTC(y, m - 1 + step, 1)).slice(0, 7);
  const now = Date.UTC(y, m - 1, d);
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS + step * 7 * DAY_MS;
  return `${iso(monday)}/${iso(monday + 6 * DAY_MS)}`;
}

/** Saturday and Sunday. */
export function weekendOf(which: string, y: number, m: number, d: number): string {
  const now = Date.UTC(y, m - 1, d);
  const week = which === 'last' ? -7 : which === 'next' ? 7 : 0;
  const saturday = now - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS + (5 + week) * DAY_MS;
  return `${iso(saturday)}/${iso(saturday + DAY_MS)}`;
}

/** "A fortnight from now", at the precision of what is counted. */
export function away(
  count: string,
  unit: string,
  { y, m, d, back }: { y: number; m: number; d: number; back: boolean },
): string {
  const steps = (NUMBERS[count] ?? Number(count)) * (back ? -1 : 1);
  if (unit === 'year') return String(y + steps);
  if (unit === 'month') return iso(Date.UTC(y, m - 1 + steps, 1)).slice(0, 7);
  const days = { day: 1, week: 7, fortnight: 14 }[unit]!;
  return iso(Date.UTC(y, m - 1, d + steps * days));
}

export function seasonOf(
  season: string,
  year: number,
  words: string,
  month: number,
): string | null {
  if (year === 0) return null;
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season]!;
  const at =
    words.startsWith('last') && first + 2 >= month
      ? year - 1
      : words.startsWith('next') && first <= month
        ? year + 1
        : year;
  return `${at}-${two(first)}/${iso(Date.UTC(at, first + 1, 1)).slice(0, 7)}`;
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
};

/** A quarter or half of a year, in months. */
export function partOf(unit: string, which: string, year: string): string {
  const number = ORDINALS[which] ?? Number(which);
  const months = unit === 'H' ? 6 : 3;
  return `${year}-${two((number - 1) * months + 1)}/${year}-${two(number * months)}`;
}

/** Western Easter Sunday of a year, by the Gregorian computus. */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return iso(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}
