import { sourceBlock } from '@standoff/evidence/records';
import { quoted } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { nameFrom } from '../forms/naming.js';
import type { TextRead } from '../source/reading.js';

/** A situation that names a text as its only source, and the name of the source in it. */
export function situationOf(
  file: string,
  { metadata }: Pick<TextRead, 'metadata'>,
): { readonly id: string; readonly situation: string } {
  const stem = file.replace(/\.[^.]*$/, '');
  const situation = (id: string): string =>
    `situation ${quoted(metadata.title ?? stem)}\n\n${sourceBlock(id, metadata, file)}\n`;
  const wished = nameFrom(stem, () => false);
  // A word of the language is no name.
  const id = parseSituation(situation(wished)).model === null ? 'theText' : wished;
  return { id, situation: situation(id) };
}
