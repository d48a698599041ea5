import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import type { SchemaName } from '../schema-names.js';
import { schemas } from '../schemas.js';
import { printJson } from '../terminal.js';

/** `standoff schema`. */
export function schema(io: Io, name: SchemaName): number {
  printJson(io, schemas()[name]);
  return EXIT.fine;
}
