import { MONTHS } from '@standoff/model';

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3).toLowerCase());

/**
 * A date as people write it with the year first. `first`: what stands first where both may be meant.
 * Null where it is no date, or where the order cannot be that one.
 */
export function readableDate(written: string, first: 'day' | 'month'): string | null {
  const numbers: readonly string[] = written.match(/\d+/g) ?? [];
  if (/Q[1-4]|W\d\d/.test(written)) return null;
  const name = /\p{L}{3,}/u.exec(written)?.[0].slice(0, 3).toLowerCase();
  if (name !== undefined) {
    const month = SHORT_MONTHS.indexOf(name) + 1;
    if (month === 0 || first === 'month') return null;
    const [a = '', b] = numbers;
    if (a.length === 4 && b !== undefined) return dated(a, month, Number(b));
    return b === undefined ? dated(a, month) : dated(b, month, Number(a));
  }
  const [a = '', b = '', c = ''] = numbers;
  if (a.length === 4) {
    if (first === 'month') return null;
    return c === '' ? dated(a, Number(b)) : dated(a, Number(b), Number(c));
  }
  const year = c.length === 2 ? `${Number(c) < 70 ? '20' : '19'}${c}` : c;
  if (written.includes('.') && first === 'month') return null;
  return first === 'day' ? dated(year, Number(b), Number(a)) : dated(year, Number(a), Number(b));
}

function dated(year: string, month: number, day?: number): string | null {
  if (year.length !== 4 || month < 1 || month > 12) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (day === undefined) return `${year}-${two(month)}`;
  return day < 1 || day > 31 ? null : `${year}-${two(month)}-${two(day)}`;
}
