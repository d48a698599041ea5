import { unwritable } from '@standoff/case';
import { EXIT } from './failure.js';
import { processIo } from './process-io.js';
import { run } from './run.js';

// A reader that has seen enough (| head) is no error. Ctrl-C needs no handler, but for a command that
// waits for it: the process ends by the signal, which shells report as 130, even in the middle of a
// computation.
process.stdout.on('error', cannotWrite);
process.stderr.on('error', cannotWrite);

process.exitCode = await run(process.argv.slice(2), processIo(new URL('.', import.meta.url)));

function cannotWrite(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  // Where it is standard error, the exit code is all that says it.
  process.stderr.write(`standoff: ${unwritable('the answer', error).message}\n`);
  process.exit(EXIT.usage);
}
