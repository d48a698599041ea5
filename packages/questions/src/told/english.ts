import { MONTHS } from '@standoff/model';

/** "1 state", "2 states", "1,024 states". */
export function counted(n: number | string, singular: string, plural = `${singular}s`): string {
  return `${figure(n)} ${n === 1 ? singular : plural}`;
}

/** Whole numbers with separators: 16384 as "16,384". */
export function figure(n: number | bigint | string): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A whole number of any length in digits: with separators, or so many that only its size matters. */
export function longFigure(digits: string): string {
  return digits.length <= 21
    ? figure(digits)
    : `about ${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

/** "2018-04-27" as "27 April 2018"; months and years alone likewise. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? '' : MONTHS[Number(month) - 1];
  return [day === undefined ? '' : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** "5 March 2018 to 8 March 2018"; "about March 2018". */
export function stretchInWords({
  date,
  until,
  about,
}: {
  readonly date: string;
  readonly until?: string;
  readonly about?: true;
}): string {
  return `${about ? 'about ' : ''}${dateInWords(date)}${until === undefined ? '' : ` to ${dateInWords(until)}`}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Ann’s", "the United States’". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Words in quotation marks: those within become single ones, and what is one quotation already stays as it is. */
export function inQuotes(words: string): string {
  if (/^“[^“”]*”$/.test(words)) return words;
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
