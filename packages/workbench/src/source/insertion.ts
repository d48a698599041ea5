import type { EditResult } from '@standoff/language';
import { insertElement } from '@standoff/language/edit';
import { sound } from '../forms/sound.js';

/** The edit that puts a line into the situation, refused where that would then have an error. */
export function insertionOf(line: string): (text: string) => EditResult {
  return sound((text) => insertElement(text, line));
}
