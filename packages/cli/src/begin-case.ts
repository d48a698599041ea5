import {
  IGNORED,
  IGNORE_FILE,
  keepText,
  writeFiles,
  type Folder,
  type Write,
} from '@standoff/case';
import { LARGEST_FILE } from '@standoff/evidence';
import {
  NO_SOURCES,
  printSourceRecords,
  sourceBlock,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
} from '@standoff/evidence/records';
import type { FileRead } from './case-files.js';
import { usage } from './failure.js';
import { endingOf } from './source-recorded.js';

/**
 * Writes a situation into a folder that has none yet, and what belongs beside it.
 * @param begun the name of its file, without the ending, and its text; the command that writes it elsewhere; and what else is written with it
 * @returns the files that were written
 */
export function beginCase(
  folder: Folder,
  begun: {
    readonly name: string;
    readonly text: string;
    readonly otherwise: string;
    readonly more?: readonly Write[];
  },
): string[] {
  const { name, text, otherwise, more = [] } = begun;
  const present = folder.names().find((one) => one.endsWith('.standoff'));
  if (present !== undefined)
    throw usage(
      'exists',
      `${folder.nameOf(present)} exists already and is left as it is`,
      `name another folder: ${otherwise}`,
    );
  const writes: Write[] = [
    { name: `${name || 'situation'}.standoff`, content: text, basedOn: null },
    ...more,
  ];
  if (!folder.has(IGNORE_FILE)) writes.push({ name: IGNORE_FILE, content: IGNORED, basedOn: null });
  writeFiles(folder, ...writes);
  return writes.map((one) => folder.nameOf(one.name));
}

/**
 * A new situation with the source that it is read from, and the files that keep that.
 * @param source its id, its text and the name of the file that it was in
 */
export function withSource(
  folder: Folder,
  situation: string,
  source: { readonly id: string; readonly file: string; readonly read: FileRead },
): { readonly text: string; readonly more: readonly Write[] } {
  const { id, file, read } = source;
  const { text, bytes, hashes } = read;
  const kept = keepText(folder, id, endingOf(file, text), bytes, LARGEST_FILE);
  const version = sourceVersion(text, hashes, new Date().toISOString().slice(0, 19) + 'Z');
  const records = withVersion(NO_SOURCES, id, kept.file, version);
  const block = sourceBlock(id, text.metadata, file);
  const [head, ...rest] = situation.split('\n');
  return {
    text: [head, '', block.trimEnd(), ...rest].join('\n'),
    more: [
      // What is not shared is said by the new case itself.
      ...kept.writes.filter(({ name }) => name !== IGNORE_FILE),
      { name: SOURCES_FILE, content: printSourceRecords(records), basedOn: null },
    ],
  };
}
