import type { EditResult } from '@standoff/language';
import { addToActor, insertElement } from '@standoff/language/edit';
import { sound } from '../forms/sound.js';

/**
 * The edit that puts a line into the situation, refused where that would then have an error.
 * @param within the actor in whose braces it stands, as an option does
 */
export function insertionOf(line: string, within?: string): (text: string) => EditResult {
  return sound((text) =>
    within === undefined ? insertElement(text, line) : addToActor(text, within, line),
  );
}
