import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createFile, IGNORED } from '@standoff/workbench/server';
import { EXIT, usage } from '../failure.js';
import { codeOf } from '../situation-file.js';
import { starter } from '../starter.js';
import { print, printJson } from '../terminal.js';

/** `standoff new`. */
export function create(
  folder: string | undefined,
  { json = false }: { readonly json?: boolean },
): number {
  const place = folder ?? '.';
  makeFolder(place);
  const present = readdirSync(place).find((name) => name.endsWith('.standoff'));
  if (present !== undefined)
    throw usage(
      'exists',
      `${path.join(place, present)} exists already and is left as it is`,
      'name another folder: standoff new other',
    );
  const name = path.basename(path.resolve(place)) || 'situation';
  const file = path.join(place, `${name}.standoff`);
  createFile(file, starter);
  const created = [file];
  const ignore = path.join(place, '.gitignore');
  if (!existsSync(ignore)) {
    createFile(ignore, IGNORED);
    created.push(ignore);
  }
  if (json) printJson({ schema: 'standoff/new/1', created });
  else {
    for (const one of created) print(`wrote ${one}`);
    print(`Next: standoff analyse ${place}`);
  }
  return EXIT.fine;
}

function makeFolder(place: string): void {
  try {
    mkdirSync(place, { recursive: true });
  } catch (error) {
    throw usage(
      'unwritable',
      codeOf(error) === 'EEXIST'
        ? `${place} is a file, not a folder`
        : `the folder ${place} cannot be made: ${codeOf(error) ?? String(error)}`,
    );
  }
}
