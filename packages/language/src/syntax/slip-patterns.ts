/** A name, as a part of a pattern. */
export const NAME = '[\\p{L}][\\p{L}\\p{N}_]*';
/** An option with its actor or without. */
export const OPTION = `(?:${NAME}\\.)?${NAME}`;
/** A date as it is written here. */
export const DATE = '\\d{4}(?:-\\d\\d){0,2}';
/** What may stand in a list or an expression on one line. */
export const WORDS = '[^{}()@"\\r\\n]*[^{}()@"\\s]';

/** Where a statement of an actor or of the text begins. */
export const START = '(?<=^\\s*|[{}]\\s*)';

export const pattern = (words: string): RegExp => new RegExp(words, 'dum');

/** What is parted by commas, semicolons, `and` or `or`, as a list. */
export function listed(words: string, between = ', '): string {
  return words
    .split(/\s*(?:,|;|\band\b|\bor\b)\s*/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(between);
}

/** A figure in percent; a part of one is taken for a share. */
export function percent(figure: string): string {
  const share = Number(figure);
  return `${share <= 1 && figure.includes('.') ? Number((100 * share).toPrecision(12)) : share} %`;
}
