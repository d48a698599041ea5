const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/**
 * Raised characters as a plain text has them: the number of a note in brackets, a power as raised digits,
 * and letters ("th") as they are.
 *
 * @param before what stands before them
 * @param note whether it is known that they lead to a note
 */
export function raisedText(text: string, before: string, note = false): string {
  const mark = text.trim();
  if (/^\[.{1,6}\]$/u.test(mark)) return mark;
  if (note && /^[\p{L}\p{N}*†‡§]{1,5}$/u.test(mark)) return `[${mark}]`;
  // "treaty^a", not "2^e", "n^o" or "XIX^e".
  if (/^[a-z]$/u.test(mark) && /\p{Ll}{3}[.,;:!?"'”’»)]?$/u.test(before)) return `[${mark}]`;
  if (/^\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}$/u.test(mark) && endsAsNoted(before)) {
    return mark.replace(/\d+/gu, '[$&]').replace(/\]\s?[,;]\s?\[/gu, '][');
  }
  if (!/^[+−-]?\d{1,4}$/u.test(mark)) return text;
  return [...mark].map((letter) => RAISED[letter]).join('');
}

/** Where a note's mark stands: after a word, a year or the end of a sentence, not after a unit or a number. */
function endsAsNoted(before: string): boolean {
  const end = before.slice(-12);
  return (
    end.trim() === '' ||
    /[.,;:!?)\]"'”’»…]$/u.test(end) ||
    /\p{L}{3,}$/u.test(end) ||
    /(?<!\d)(?:1[4-9]|20)\d{2}$/u.test(end)
  );
}
