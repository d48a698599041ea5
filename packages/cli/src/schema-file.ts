import { fileURLToPath } from 'node:url';
import { readFile } from '@standoff/case';
import type { Io } from './io.js';
import type { SchemaName } from './schema-names.js';

/** More than any of them has. */
const MOST_BYTES = 10_000_000;

/** The JSON Schema of that name, as it was made when the project was built. */
export function schemaText({ schemas }: Io, name: SchemaName): string {
  const file = fileURLToPath(new URL(`${name}.schema.json`, schemas));
  return readFile(file, MOST_BYTES, file)!.toString('utf8');
}
