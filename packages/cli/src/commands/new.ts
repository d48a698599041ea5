import path from 'node:path';
import {
  fillFolder,
  IGNORED,
  IGNORE_FILE,
  writeFiles,
  type Folder,
  type Write,
} from '@standoff/case';
import { EXIT, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { starter } from '../starter.js';
import { print, printAnswer } from '../terminal.js';

/** The answer of `standoff new --json`. */
export interface NewAnswer {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/new/1';
  /** The files that were written. */
  readonly created: readonly string[];
}

/** `standoff new`. */
export function create(
  io: Io,
  argument: string | undefined,
  { json = false }: { readonly json?: boolean },
): number {
  const place = argument ?? '.';
  const created = fillFolder(placeOf(io, place), begin, place);
  if (json) printAnswer<NewAnswer>(io, { schema: 'standoff/new/1', created });
  else {
    for (const one of created) print(io, `wrote ${one}`);
    print(io, `Next: standoff analyse ${place}`);
  }
  return EXIT.fine;
}

/** The files that were written. */
function begin(folder: Folder): string[] {
  const present = folder.names().find((name) => name.endsWith('.standoff'));
  if (present !== undefined)
    throw usage(
      'exists',
      `${folder.nameOf(present)} exists already and is left as it is`,
      'name another folder: standoff new other',
    );
  const name = path.basename(folder.path) || 'situation';
  const writes: Write[] = [{ name: `${name}.standoff`, content: starter, basedOn: null }];
  if (!folder.has(IGNORE_FILE)) writes.push({ name: IGNORE_FILE, content: IGNORED, basedOn: null });
  writeFiles(folder, ...writes);
  return writes.map((one) => folder.nameOf(one.name));
}
