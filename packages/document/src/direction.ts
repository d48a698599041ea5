/** A part of a text: plain, or a name that is read from right to left and stands by itself. */
export interface Part {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const LETTER =
  '[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';

/**
 * What is read from right to left, from its first letter to its last, with figures, brackets and single
 * spaces within. Quotation marks and what lists names end it: of two such names in a sentence that is read
 * from left to right each stands in its place.
 */
const RUN = new RegExp(
  `${LETTER}(?:(?![,;:] )[^\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}“”«»\\n])*${LETTER}|${LETTER}`,
  'gu',
);

/** A text cut where another direction of reading begins and ends. */
export function partsByDirection(text: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  const plain = (to: number): void => {
    if (to > done) parts.push({ text: text.slice(done, to), rightToLeft: false });
  };
  for (const { 0: letters, index } of text.matchAll(RUN)) {
    plain(index);
    const run = letters + closingOf(letters, text.slice(index + letters.length));
    parts.push({ text: run, rightToLeft: true });
    done = index + run.length;
  }
  plain(text.length);
  return parts;
}

/** The bracket directly behind a run that was opened within it: both are turned round together. */
function closingOf(run: string, rest: string): string {
  const opened = run.split('(').length > run.split(')').length;
  return opened && rest.startsWith(')') ? ')' : '';
}
