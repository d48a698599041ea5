/**
 * Invisible characters out, composed forms (NFC), one kind of line end. Letters stay in logical order:
 * marks, embeddings and overrides of the writing direction are left out, since they can show a text in
 * an order in which it is not stored.
 */
export function cleanCharacters(text: string, warnings: string[]): string {
  const overrides = text.match(/[\u202D\u202E]/gu)?.length ?? 0;
  if (overrides > 0) {
    warnings.push(
      `${overrides} ${overrides === 1 ? 'character that reverses' : 'characters that reverse'} ` +
        'the direction of writing left out: the text may have looked different on the screen.',
    );
  }
  return text
    .replace(/\u00AD[^\S\n]{0,200}\n\s{0,200}/gu, '')
    .replace(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\r\n?|[\u0085\u2028]/gu, '\n')
    .replace(/\u2029/gu, '\n\n')
    .normalize('NFC');
}
