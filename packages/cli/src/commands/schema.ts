import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { schemaText } from '../schema-file.js';
import { printJson } from '../terminal.js';

/** `standoff schema`. */
export function schema(io: Io, name: string): number {
  printJson(io, JSON.parse(schemaText(io, name)));
  return EXIT.fine;
}
