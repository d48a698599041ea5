import path from 'node:path';
import { fillFolder } from '@standoff/case';
import { beginCase } from '../begin-case.js';
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

/** `standoff new`. */
export function create(
  io: Io,
  argument: string | undefined,
  { json = false, as }: { readonly json?: boolean; readonly as?: Template },
): number {
  const place = argument ?? '.';
  const created = fillFolder(
    placeOf(io, place),
    (folder) =>
      beginCase(folder, {
        name: path.basename(folder.path),
        text: as === undefined ? starter : TEMPLATES[as](titleOf(path.basename(folder.path))),
        otherwise: 'standoff new other',
      }),
    place,
  );
  if (json) printAnswer<NewAnswer>(io, { schema: 'standoff/new/2', created });
  else {
    for (const one of created) print(io, `wrote ${one}`);
    print(io, `Next: standoff analyse ${place}`);
  }
  return EXIT.fine;
}
