import path from 'node:path';
import { fillFolder, IGNORE_FILE, keepText, type Folder, type Write } from '@standoff/case';
import { LARGEST_FILE } from '@standoff/evidence';
import {
  NO_SOURCES,
  printSourceRecords,
  sourceBlock,
  sourceNameOf,
  SOURCES_FILE,
  sourceVersion,
  withVersion,
} from '@standoff/evidence/records';
import { beginCase } from '../begin-case.js';
import { readTextFile, type FileRead } from '../case-files.js';
import { EXIT } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { endingOf } from '../source-recorded.js';
import { starter } from '../starter.js';
import { TEMPLATES, titleOf, type Template } from '../templates.js';
import { print, printAnswer } from '../terminal.js';

/** The answer of `standoff new --json`. */
export interface NewAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/new/2';
  /** The files that were written. */
  readonly created: readonly string[];
}

interface NewFlags {
  readonly json?: boolean;
  readonly as?: Template;
  /** A text that the situation is read from: its source. */
  readonly from?: string;
}

/** `standoff new`. */
export async function create(
  io: Io,
  argument: string | undefined,
  { json = false, as, from }: NewFlags,
): Promise<number> {
  const place = argument ?? '.';
  const read =
    from === undefined ? null : await readTextFile(io, from, { encoding: undefined, records: [] });
  const created = fillFolder(
    placeOf(io, place),
    (folder) => {
      const name = path.basename(folder.path);
      const begun = { name, otherwise: 'standoff new other' };
      if (read === null)
        return beginCase(folder, {
          ...begun,
          text: as === undefined ? starter : TEMPLATES[as](titleOf(name)),
        });
      const title = read.text.metadata.title?.replace(/["\\]/g, '') ?? titleOf(name);
      return beginCase(folder, {
        ...begun,
        ...withSource(folder, from!, read, TEMPLATES[as ?? 'empty'](title)),
      });
    },
    place,
  );
  if (json) printAnswer<NewAnswer>(io, { schema: 'standoff/new/2', created });
  else {
    for (const one of created) print(io, `wrote ${one}`);
    print(io, `Next: standoff ${from === undefined ? 'analyse' : `read ${from} --for`} ${place}`);
  }
  return EXIT.fine;
}

/** The text of a case with the source that it is read from, and the files that keep that. */
function withSource(
  folder: Folder,
  file: string,
  { text, bytes, hashes }: FileRead,
  situation: string,
): { readonly text: string; readonly more: readonly Write[] } {
  const id = sourceNameOf(path.basename(file));
  const kept = keepText(folder, id, endingOf(file, text), bytes, LARGEST_FILE);
  const version = sourceVersion(text, hashes, new Date().toISOString().slice(0, 19) + 'Z');
  const records = withVersion(NO_SOURCES, id, kept.file, version);
  const block = sourceBlock(id, text.metadata, path.basename(file));
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
