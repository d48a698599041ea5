import { addCase, removeCase } from '../files/browser-store.js';
import { openStore } from '../files/open.js';
import { CaseSources } from '../source/case-sources.js';
import { readInWorker } from '../source/reading.js';
import { situationOf } from './opened-file.js';

/**
 * Puts a new case into the browser's storage that has nothing but a text, as its source.
 * @throws ReadError where the file cannot be read; nothing is stored then
 */
export async function addCaseOf(file: File, name: string, encoding?: string): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = await readInWorker(file.name, bytes, encoding);
  const { id, situation } = situationOf(file.name, text);
  await addCase(name, situation);
  try {
    const store = openStore(name);
    const sources = new CaseSources(store, await store.load());
    await sources.keep(id, text, bytes);
    sources.close();
  } catch (error) {
    await removeCase(name);
    throw error;
  }
}
