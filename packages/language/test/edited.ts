import { expect } from 'vitest';
import { caseText } from '../../../test/cases.js';
import { applyEdits, inverseEdits } from '../src/index.js';
import type { EditResult } from '../src/index.js';

export const KOREA = caseText('korea-2018/korea.standoff');

/** The text with the edits made. */
export const done = (text: string, result: EditResult): string => {
  if (!result.ok) throw new Error(result.refusal.message);
  const after = applyEdits(text, result.edits);
  // Nothing but what the edits name changes, and they can be undone.
  expect(applyEdits(after, inverseEdits(text, result.edits))).toBe(text);
  return after;
};
