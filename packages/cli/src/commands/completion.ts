import type { Command } from 'commander';
import { completionScript, type Shell } from '../completion-script.js';
import { EXIT } from '../failure.js';
import { print } from '../terminal.js';

/** `standoff completion`. */
export function completion(shell: Shell, _flags: unknown, command: Command): number {
  print(completionScript(shell, command.parent!));
  return EXIT.fine;
}
