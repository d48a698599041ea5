import { LARGEST_FILE, ReadError } from '@standoff/evidence';
import { addCase, removeCase } from '../files/browser-store.js';
import { openStore } from '../files/open.js';
import { CaseSources } from '../source/case-sources.js';
import { readInWorker, type TextRead } from '../source/reading.js';
import { situationOf } from './opened-file.js';

/** A text that a new situation may be begun with. */
export interface GivenText {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: TextRead;
}

/** @throws ReadError where the file cannot be read as a text */
export async function readGiven(file: File, encoding?: string): Promise<GivenText> {
  if (file.size > LARGEST_FILE)
    throw new ReadError(
      'too-large',
      `“${file.name}” has ${Math.ceil(file.size / 1e6)} MB; a text may have ${LARGEST_FILE / 1e6}.`,
      'Give the part of it that the situation is about.',
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { file: file.name, bytes, text: await readInWorker(file.name, bytes, encoding) };
}

/**
 * Puts a new case into the browser's storage that has nothing but texts, as its sources.
 * @throws Error where it cannot be stored; nothing is then
 */
export async function addCaseOf(
  name: string,
  title: string,
  texts: readonly GivenText[],
): Promise<void> {
  const { ids, situation } = situationOf(title, texts);
  await addCase(name, { situation });
  try {
    const store = openStore(name);
    const sources = new CaseSources(store, await store.load());
    for (const [k, { text, bytes }] of texts.entries()) await sources.keep(ids[k], text, bytes);
    sources.close();
  } catch (error) {
    await removeCase(name);
    throw error;
  }
}
