import { fileURLToPath } from 'node:url';
import { readFile } from '@standoff/case';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import type { SchemaName } from '../schema-names.js';
import { print } from '../terminal.js';

/** More than any of them has. */
const MOST_BYTES = 10_000_000;

/** `standoff schema`. */
export function schema(io: Io, name: SchemaName): number {
  const file = fileURLToPath(new URL(`${name}.schema.json`, io.schemas));
  print(io, readFile(file, MOST_BYTES, file)!.toString('utf8'));
  return EXIT.fine;
}
