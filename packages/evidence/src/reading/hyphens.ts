/** A word cut at the end of a line. */
const CUT = /\p{L}[-\u2010]\n\s{0,200}\p{Ll}/u;

/** The longest half of a cut word that is looked up. */
const LONGEST = 40;

/**
 * Puts words together that a line end cuts at a hyphen. The rest of the text decides whether the hyphen
 * belongs to the word ("well-known") or to the line ("disman-tling"); where it has neither form, the
 * hyphen goes from a typeset text and stays in a typed one.
 */
export function mendHyphens(texts: readonly string[], typeset: boolean): string[] {
  if (!texts.some((text) => CUT.test(text))) return [...texts];
  const words = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+){0,4}/gu)) {
      if (match[0].length <= 2 * LONGEST)
        words.add(match[0].toLowerCase().replace(/\u2010/gu, '-'));
    }
  }
  return texts.map((text) =>
    text.replace(/(?<=\p{L})[-\u2010]\n\s{0,200}(?=\p{Ll})/gu, (cut: string, at: number) => {
      const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - LONGEST), at))![0];
      const from = at + cut.length;
      const after = /^\p{L}*/u.exec(text.slice(from, from + LONGEST))![0];
      if (words.has(`${before}${after}`.toLowerCase())) return '';
      return !typeset || words.has(`${before}-${after}`.toLowerCase()) ? '-' : '';
    }),
  );
}
