import { sourceBlock } from '@standoff/evidence/records';
import { quoted } from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import { nameFrom } from '../forms/naming.js';
import type { TextRead } from '../source/reading.js';

/** A file is a situation by its name, a text by its name, or one by its name and the other by what it says. */
export async function kindOf(file: File): Promise<'situation' | 'text' | 'unclear'> {
  const called = file.name.toLowerCase().endsWith('.standoff');
  const begins = /^\s*situation\s+(?:[\p{L}_][\p{L}\p{N}_]*\s+)?"/mu;
  const reads = begins.test(await file.slice(0, 100_000).text());
  return called === reads ? (called ? 'situation' : 'text') : 'unclear';
}

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
