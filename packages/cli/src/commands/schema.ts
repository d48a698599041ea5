import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { schemaText } from '../schema-file.js';
import { print } from '../terminal.js';

/** `standoff schema`. */
export function schema(io: Io, name: string): number {
  print(io, schemaText(io, name));
  return EXIT.fine;
}
