import { fileURLToPath } from 'node:url';
import { readFile } from '@standoff/case';
import type { Io } from './io.js';

/** More than any of them has. */
const MOST_BYTES = 10_000_000;

/** The JSON Schema of that name, as it was made when the project was built. */
export function schemaText({ schemas }: Io, name: string): string {
  const file = fileURLToPath(new URL(`${name}.schema.json`, schemas));
  return readFile(file, MOST_BYTES, file)!.toString('utf8');
}
