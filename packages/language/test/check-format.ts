import { deepEqual, doesNotMatch, equal } from 'node:assert/strict';
import { applyEdits } from '../src/index.js';
import { formatSituation, formattingEdits, parseSituation } from '../src/parse.js';
import { lineEndOf } from '../src/line-end.js';
import { tokenize } from '../src/parser.js';

/** The words and comments of a text, in order. */
function wordsOf(text: string): string[] {
  const { tokens, hidden } = tokenize(text);
  return [...tokens, ...hidden]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map((t) => t.image.trimEnd());
}

/** The model of a text without where in it things stand. */
export function withoutPlaces(text: string): unknown {
  return JSON.parse(
    JSON.stringify(parseSituation(text).model, (key, value: unknown) =>
      key === 'at' ? null : value,
    ),
  );
}

/**
 * Laid out, a text that can be read says the same in the same words, comments included, and is laid out
 * already.
 * @throws AssertionError
 */
export function checkFormat(text: string): void {
  const formatted = formatSituation(text);
  deepEqual(
    formatted.diagnostics.filter(({ severity }) => severity === 'error'),
    [],
  );
  deepEqual(wordsOf(formatted.text), wordsOf(text));
  deepEqual(withoutPlaces(formatted.text), withoutPlaces(text));
  equal(formatSituation(formatted.text).text, formatted.text);
  equal(applyEdits(text, formattingEdits(text)), formatted.text);
  // All lines end as the first did.
  const lines = formatted.text.replaceAll(lineEndOf(text), '\n');
  doesNotMatch(lines, /[ \t]\n|\n\n\n|\r|[^\n]$/);
}
