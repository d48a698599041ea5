import type { Stretch } from '../sentences.js';
import type { Passage } from './rule.js';

/** Where a sentence goes on with another statement: behind a semicolon or dash, or with "and", "but", "though". */
const GOES_ON =
  /; (?:(?:and|but) )?| [–—-] |, (?:and|but|while|whereas|though|although|yet|so|for which)(?= (?!(?:that|which|who)\b))/gu;

/** The statements that a sentence is made of: each with what stands behind its "and" or semicolon. */
export function statementsOf({ text }: Passage, { start, end }: Stretch): Stretch[] {
  const sentence = text.slice(start, end);
  const statements: Stretch[] = [];
  let from = start;
  for (const { index, 0: mark } of sentence.matchAll(GOES_ON)) {
    if (isOpen(sentence.slice(0, index))) continue;
    statements.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  statements.push({ start: from, end });
  return statements.map((one) => trimmed(text, one));
}

/** Whether a quotation mark or bracket that was opened in these words is still open at their end. */
function isOpen(words: string): boolean {
  return (
    words.lastIndexOf('“') > words.lastIndexOf('”') ||
    words.lastIndexOf('(') > words.lastIndexOf(')') ||
    (words.match(/"/gu)?.length ?? 0) % 2 === 1
  );
}

/** Without white space at its edges. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/** Whether two stretches have something in common. */
export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
