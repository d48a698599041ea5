import { CommanderError } from 'commander';
import { EXIT, type Failure, usage } from './failure.js';
import { createProgram } from './program.js';

/** From package.json, put in by the bundler. */
declare const STANDOFF_VERSION: string;

/** Runs `standoff` with the arguments of the process and sets its exit code. */
export async function main(): Promise<void> {
  // A reader that has seen enough (| head) is no error. Ctrl-C needs no handler: the process ends by
  // the signal, which shells report as 130, even in the middle of a computation.
  process.stdout.on('error', endOfPipe);
  process.stderr.on('error', endOfPipe);
  const version = STANDOFF_VERSION;
  const program = createProgram(version);
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])])
    command.exitOverride().configureOutput({ outputError: () => undefined });
  const json = process.argv.includes('--json');
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const { failureOf, showFailure, showFault } = await import('./errors-shown.js');
    const commands = program.commands.map((command) => command.name());
    const failure =
      error instanceof CommanderError ? wrongUsage(error, commands) : failureOf(error);
    if (failure !== null) {
      if (failure.message !== NO_COMMAND) showFailure(failure, json);
      process.exitCode = failure.exit;
      return;
    }
    showFault(error, version, json);
    process.exitCode = EXIT.internal;
  }
}

const NO_COMMAND = '(outputHelp)';

/** "error: unknown option '--jsn'\n(Did you mean --json?)" as a message and a hint. */
function wrongUsage({ message }: CommanderError, commands: readonly string[]): Failure {
  const [first, ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = rest
    .join(' ')
    .trim()
    .replace(/^\(Did/, 'did')
    .replace(/\)$/, '');
  const command = process.argv.slice(2).find((word) => commands.includes(word));
  return usage('usage', first, hint || `see: standoff ${command ? `${command} ` : ''}--help`);
}

function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
}

await main();
