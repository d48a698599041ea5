import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createFile, IGNORED } from '@standoff/workbench/server';
import { EXIT, usage } from '../failure.js';
import { placeOf, type Io } from '../io.js';
import { codeOf } from '../situation-file.js';
import { starter } from '../starter.js';
import { print, printJson } from '../terminal.js';
import { writeAt } from '../write-at.js';

/** `standoff new`. */
export function create(
  io: Io,
  folder: string | undefined,
  { json = false }: { readonly json?: boolean },
): number {
  const place = folder ?? '.';
  makeFolder(io, place);
  const present = readdirSync(placeOf(io, place)).find((name) => name.endsWith('.standoff'));
  if (present !== undefined)
    throw usage(
      'exists',
      `${path.join(place, present)} exists already and is left as it is`,
      'name another folder: standoff new other',
    );
  const name = path.basename(placeOf(io, place)) || 'situation';
  const file = path.join(place, `${name}.standoff`);
  writeAt(io, file, createFile, starter);
  const created = [file];
  const ignore = path.join(place, '.gitignore');
  if (!existsSync(placeOf(io, ignore))) {
    writeAt(io, ignore, createFile, IGNORED);
    created.push(ignore);
  }
  if (json) printJson(io, { schema: 'standoff/new/1', created });
  else {
    for (const one of created) print(io, `wrote ${one}`);
    print(io, `Next: standoff analyse ${place}`);
  }
  return EXIT.fine;
}

function makeFolder(io: Io, place: string): void {
  try {
    mkdirSync(placeOf(io, place), { recursive: true });
  } catch (error) {
    throw usage(
      'unwritable',
      codeOf(error) === 'EEXIST'
        ? `${place} is a file, not a folder`
        : `the folder ${place} cannot be made: ${codeOf(error) ?? String(error)}`,
    );
  }
}
