import path from 'node:path';
import { fillFolder } from '@standoff/case';
import { sourceNameOf } from '@standoff/evidence/records';
import { beginCase, withSource } from '../begin-case.js';
import { readTextFile } from '../case-files.js';
import { EXIT } from '../failure.js';
import { placeOf, type Io } from '../io.js';
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
        ...withSource(folder, TEMPLATES[as ?? 'empty'](title), {
          id: sourceNameOf(path.basename(from!)),
          file: path.basename(from!),
          read,
        }),
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
