import { CommanderError, type Command } from 'commander';
import { EXIT, type Failure, usage } from './failure.js';
import type { Io } from './io.js';
import { createProgram } from './program.js';
import { cleaned } from './terminal.js';
import { standoffVersion } from './version.js';

/**
 * Runs `standoff`: the exit code. Nothing of it is kept for the next run, and nothing is thrown.
 * @param argv the words after the name of the command
 */
export async function run(argv: readonly string[], world: Io): Promise<number> {
  const io = Object.create(world, {
    stdout: { value: cleaned(world.stdout, world) },
    stderr: { value: cleaned(world.stderr, world) },
    pretty: { value: argv.includes('--pretty') },
  }) as Io;
  const version = standoffVersion();
  let exit: number = EXIT.fine;
  const program = createProgram(version, async (command, args) => {
    exit = await (await command())(io, ...args);
  });
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])])
    command.exitOverride().configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: () => undefined,
    });
  const json = argv.includes('--json');
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.fine;
    const { failureOf, showFailure, showFault } = await import('./errors-shown.js');
    const failure =
      error instanceof CommanderError
        ? wrongUsage(error, commandIn(program, argv))
        : failureOf(error);
    if (failure !== null) {
      if (failure.message !== NO_COMMAND) showFailure(io, failure, json);
      return failure.exit;
    }
    showFault(io, error, { version, argv, json });
    return EXIT.internal;
  }
}

const NO_COMMAND = '(outputHelp)';

/** The command that was meant, by all its words: "source mark"; empty: none. */
function commandIn({ commands }: Pick<Command, 'commands'>, words: readonly string[]): string {
  for (const [k, word] of words.entries()) {
    const found = commands.find((command) => command.name() === word);
    if (found) return `${word} ${commandIn(found, words.slice(k + 1))}`.trim();
  }
  return '';
}

/** "error: unknown option '--jsn'\n(Did you mean --json?)" as a message and a hint. */
function wrongUsage({ message }: CommanderError, command: string): Failure {
  const [first, ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = rest
    .join(' ')
    .trim()
    .replace(/^\(Did/, 'did')
    .replace(/\)$/, '');
  return usage(
    'usage',
    first,
    hint || `see: standoff ${command === '' ? '' : `${command} `}--help`,
  );
}
