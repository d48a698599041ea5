/** A pair of marks at each depth: quotations outside, and quotations in quotations. */
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/**
 * A title with typographic quotation marks, whatever marks it was typed with: those of the first depth
 * outside, the other kind within. `depth` is 1 for a title that itself stands in quotation marks.
 */
export function withQuotes(title: string, depth: 0 | 1 = 0): string {
  const text = [...title];
  const out = [...text];
  const open: { readonly at: number; readonly single: boolean }[] = [];
  for (const [i, char] of text.entries()) {
    if (!/["'“”‘’]/.test(char)) continue;
    const single = /['‘’]/.test(char);
    const before = text[i - 1] ?? ' ';
    const after = text[i + 1] ?? ' ';
    const opens = /["'“‘]/.test(char) && /[\s([{–—"'“‘]/.test(before) && !/[\s,.;:!?)]/.test(after);
    const closes = /["'”’]/.test(char) && !/[\p{L}\p{N}]/u.test(after) && !/\s/.test(before);
    const start = open.findLastIndex((one) => one.single === single);
    if (closes && start >= 0) {
      const [first] = open.splice(start);
      // "rock ‘n’ roll": two apostrophes about a letter.
      if (text[first.at] !== '‘' || i - first.at > 2) {
        const [left, right] = MARKS[((start + depth) % 2) as 0 | 1];
        out[first.at] = left;
        out[i] = right;
      }
      continue;
    }
    if (opens) open.push({ at: i, single });
    if (char === "'") out[i] = '’';
  }
  return out.join('');
}

/** With the mark behind it, inside a closing quotation mark; no full stop where a sentence has ended. */
export function ended(text: string, mark: '.' | ','): string {
  const [, words = '', closing = ''] = /^(.*?)([”’]*)$/s.exec(text) ?? [];
  // An apostrophe at the end closes nothing.
  const inside = closing !== '' && isQuoted(text);
  const before = inside ? words : text;
  return `${before}${mark === '.' && /[.!?]$/.test(before) ? '' : mark}${inside ? closing : ''}`;
}

/** Whether the last mark closes a quotation. */
function isQuoted(text: string): boolean {
  const at = MARKS.findIndex(([, right]) => text.endsWith(right));
  return at >= 0 && text.includes(MARKS[at as 0 | 1][0]);
}
