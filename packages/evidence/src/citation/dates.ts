import { MONTHS } from '../months.js';
import type { CslDate } from './csl.js';

/** A date's parts as they are printed; what is not known is empty. */
export function partsOf(date: CslDate): { year: string; month: string; day: string } {
  const [year, month, day] = date['date-parts'][0];
  return {
    year: String(year),
    month: month === undefined ? '' : (MONTHS[month - 1] ?? ''),
    day: day === undefined ? '' : String(day),
  };
}

/** "March 1, 2024", "March 2024", "2024". */
export function americanDate(date: CslDate): string {
  const { year, month, day } = partsOf(date);
  if (day !== '') return `${month} ${day}, ${year}`;
  return spaced(month, year);
}

/** The words that are there, with a blank between them. */
export function spaced(...words: readonly string[]): string {
  return words.filter(Boolean).join(' ');
}
