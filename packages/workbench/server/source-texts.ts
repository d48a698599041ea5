import path from 'node:path';
import { keepText, SOURCES, writeFiles, type CaseFolder } from '@standoff/case';
import { LARGEST_FILE } from '@standoff/evidence';
import { KeptFileError, readSourceRecords } from '@standoff/evidence/records';
import { Refusal } from './refusal.js';

/** The text of a source as it lies in the folder. */
export interface SourceFile {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The text of a source: the file that `sources.json` records, or else the one in `sources/` that has
 * the source's name. Null: there is none.
 * @throws Refusal, CaseError where it may not be read
 */
export function readSource(folder: CaseFolder, id: string): SourceFile | null {
  expectId(id);
  const file = recorded(folder, id) ?? laid(folder, id);
  if (file === null) return null;
  const bytes = folder.files.read(file, LARGEST_FILE);
  return bytes === null ? null : { name: path.basename(file), bytes };
}

/**
 * Keeps the text of a source in the folder, with the ending of the name that it comes with.
 * @throws Refusal, CaseError where the name will not do or the file cannot be written
 */
export function addSource(
  folder: CaseFolder,
  id: string,
  name: string,
  bytes: Uint8Array,
): { readonly file: string } {
  expectId(id);
  const ending = path.extname(name).toLowerCase();
  if (!/^\.[a-z0-9]{1,8}$/.test(ending))
    throw new Refusal(400, 'the name of a text needs an ending, such as .txt or .pdf');
  const { file, writes } = keepText(folder.files, id, ending, bytes, LARGEST_FILE);
  if (writes.length > 0) writeFiles(folder.files, ...writes);
  return { file };
}

/** Devices on some systems, whatever ending they are given. */
const DEVICE = /^(?:aux|con|nul|prn|com[\d¹²³]|lpt[\d¹²³])$/i;

/** Names of sources are words of the language: no path can be one. */
function expectId(id: string): void {
  if (!/^\p{L}[\p{L}\p{M}\p{N}_]*$/u.test(id) || DEVICE.test(id))
    throw new Refusal(400, 'that cannot be the name of a source');
}

function recorded(folder: CaseFolder, id: string): string | null {
  const records = folder.read('sources.json');
  if (records === null) return null;
  try {
    return readSourceRecords(records.text).records.find((record) => record.id === id)?.file ?? null;
  } catch (error) {
    if (!(error instanceof KeptFileError)) throw error;
    throw new Refusal(422, error.message);
  }
}

function laid(folder: CaseFolder, id: string): string | null {
  const found = folder.files
    .names(SOURCES)
    .filter(
      (name) => /^\.[a-z0-9]{1,8}$/.test(path.extname(name)) && name === id + path.extname(name),
    );
  return found.length === 1 ? `${SOURCES}/${found[0]}` : null;
}
