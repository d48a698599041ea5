import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { KeptFileError, LARGEST_FILE, readSourceRecords } from '@standoff/evidence';
import { versionOf, type CaseFolder } from './case-folder.js';
import { ignoreSources } from './ignored-sources.js';
import { placeInside, readInside } from './inside.js';
import { Refusal } from './refusal.js';
import { codeOf, WriteError } from './write-file.js';

const SOURCES = 'sources';

/** The text of a source as it lies in the folder. */
export interface SourceFile {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * The text of a source: the file that `sources.json` records, or else the one in `sources/` that has
 * the source's name. Null: there is none.
 * @throws Refusal where it may not be read
 */
export function readSource(folder: CaseFolder, id: string): SourceFile | null {
  expectId(id);
  const file = recorded(folder, id) ?? laid(folder, id);
  if (file === null) return null;
  const bytes = readInside(folder.folder, file, LARGEST_FILE);
  return bytes === null ? null : { name: path.basename(file), bytes };
}

/**
 * Keeps the text of a source as `sources/ID.EXT`, with the ending of the name that it comes with, and
 * keeps it out of git. Another text that lies there is kept beside it under a name with the
 * beginning of its hash.
 * @throws Refusal where the name will not do or the file cannot be written
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
  const file = `${SOURCES}/${id}${ending}`;
  placeInside(folder.folder, SOURCES);
  try {
    mkdirSync(path.join(folder.folder, SOURCES), { recursive: true });
    ignoreSources(folder.folder);
  } catch (error) {
    const why = error instanceof WriteError ? 'the folder' : (codeOf(error) ?? 'unknown');
    throw new Refusal(403, `${file} cannot be written: ${why} may not be written to`);
  }
  const before = readInside(folder.folder, file, LARGEST_FILE);
  if (before?.equals(bytes)) return { file };
  if (before !== null)
    folder.write(`${SOURCES}/${id}.${versionOf(before).slice(0, 8)}${ending}`, before);
  folder.write(file, bytes);
  return { file };
}

/** Devices on some systems, whatever ending they are given. */
const DEVICE = /^(?:aux|con|nul|prn|com\d|lpt\d)$/i;

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
  if (placeInside(folder.folder, SOURCES) === null) return null;
  const found = readdirSync(path.join(folder.folder, SOURCES)).filter(
    (name) => /^\.[a-z0-9]{1,8}$/.test(path.extname(name)) && name === id + path.extname(name),
  );
  return found.length === 1 ? `${SOURCES}/${found[0]}` : null;
}
