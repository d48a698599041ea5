import { EXIT } from '../failure.js';
import type { SchemaName } from '../schema-names.js';
import { schemas } from '../schemas.js';
import { printJson } from '../terminal.js';

/** `standoff schema`. */
export function schema(name: SchemaName): number {
  printJson(schemas()[name]);
  return EXIT.fine;
}
