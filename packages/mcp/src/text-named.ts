import { nearest } from '@standoff/model';
import type { TextOnDesk } from './desk.js';
import { Refusal } from './refusal.js';

/**
 * The text of a source, as it is beside the case.
 * @throws Refusal where none is recorded.
 */
export function textNamed(texts: readonly TextOnDesk[], source: string): TextOnDesk {
  const found = texts.find((one) => one.source === source);
  if (found) return found;
  const names = texts.map((one) => one.source);
  const near = nearest(source, names);
  throw new Refusal(
    'unknown-source',
    `no text of a source ${source} is recorded for the case`,
    near !== null
      ? `did you mean ${near}?`
      : names.length > 0
        ? `the texts are: ${names.join(', ')}`
        : 'ask the user to add it: standoff source add CASE NAME FILE --declare',
  );
}
