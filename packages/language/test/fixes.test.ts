import type { Diagnostic } from '@standoff/model';
import { describe, expect, test } from 'vitest';
import { CODES } from '../src/diagnostics.js';
import { applyEdits } from '../src/index.js';
import { spansIn } from '../src/lines.js';
import { parseSituation } from '../src/parse.js';

/** Every example of the page on diagnostics whose message carries edits, each way to mend it. */
const WAYS = Object.entries(CODES).flatMap(([code, { example }]) => {
  const spanOf = spansIn(example);
  return parseSituation(example).diagnostics.flatMap(({ fixes = [] }: Diagnostic) =>
    fixes.map(({ title, edits }) => ({
      code,
      title,
      before: example,
      after: applyEdits(
        example,
        edits.map(({ range, text }) => ({ ...spanOf(range), insert: text })),
      ),
    })),
  );
});

describe('a way to mend what is wrong leaves nothing wrong', () => {
  test.each(WAYS)('$code: $title', ({ before, after }) => {
    expect(after).not.toBe(before);
    const { diagnostics, model } = parseSituation(after);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(model).not.toBeNull();
  });
});
