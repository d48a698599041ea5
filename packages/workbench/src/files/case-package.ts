import { readSourceRecords } from '@standoff/evidence/records';
import { packCase, unpackCase } from '@standoff/exchange';
import type { CaseFileName, CaseStore } from '../case-store.js';
import type { FileAt } from './dropped.js';

/** What stands beside a situation. */
const BESIDE: readonly Exclude<CaseFileName, 'situation'>[] = [
  'annotations.json',
  'sources.json',
  'suggestions.json',
  'variants.json',
];

/** A case as one file, and the texts of its sources that are not in it. */
export interface Packed {
  readonly content: Uint8Array;
  readonly without: readonly string[];
}

/**
 * Packs a case as it is stored.
 * @param texts whether the texts of its sources go along
 */
export async function packStored(store: CaseStore, texts: boolean): Promise<Packed> {
  const stored = await store.load();
  const situation = `${store.name}.standoff`;
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([[situation, encoder.encode(stored.situation.text)]]);
  for (const name of BESIDE) {
    const file = stored[name];
    if (file !== undefined) files.set(name, encoder.encode(file.text));
  }
  const without: string[] = [];
  const kept = stored['sources.json'];
  for (const { id, file } of kept === undefined ? [] : readSourceRecords(kept.text).records) {
    const text = texts && file.startsWith('sources/') ? await store.sourceText(id) : null;
    if (text === null) without.push(file);
    else files.set(file, text.bytes);
  }
  return { content: packCase({ situation, files }), without };
}

/**
 * The files of a package, as a folder of them would be given.
 * @throws ModelFault that names the file where one is missing, damaged, or has no place in a case
 */
export async function filesOfPackage(packed: File): Promise<FileAt[]> {
  const { files } = unpackCase(new Uint8Array(await packed.arrayBuffer()), BESIDE);
  return [...files].map(([path, bytes]) => ({
    path,
    file: new File([bytes as BlobPart], path.slice(path.lastIndexOf('/') + 1)),
  }));
}
