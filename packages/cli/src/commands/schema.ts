import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { schemaText } from '../schema-file.js';
import type { SchemaName } from '../schema-names.js';
import { print } from '../terminal.js';

/** `standoff schema`. */
export function schema(io: Io, name: SchemaName): number {
  print(io, schemaText(io, name));
  return EXIT.fine;
}
