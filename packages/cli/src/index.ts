import type { RunIo } from './given.js';
import { processIo } from './process-io.js';
import { run as command } from './run.js';

export type { Input, Output, RunIo } from './given.js';

/**
 * Runs `standoff` within this process, with nothing kept for the next run: the exit code, 0 where all is
 * fine. What is wrong is written to `stderr`; nothing is thrown.
 * @param argv the words after the name of the command
 * @param io what stands in place of the process: outputs that are kept, another folder
 */
export function run(argv: readonly string[], io: RunIo = {}): Promise<number> {
  return command(argv, processIo(new URL('.', import.meta.url), io));
}
