import type { Command } from 'commander';
import { completionScript, type Shell } from '../completion-script.js';
import { EXIT } from '../failure.js';
import type { Io } from '../io.js';
import { print } from '../terminal.js';

/** `standoff completion`. */
export function completion(io: Io, shell: Shell, _flags: unknown, command: Command): number {
  print(io, completionScript(shell, command.parent!));
  return EXIT.fine;
}
