import { InvalidArgumentError, type Command, type Option } from 'commander';
import { usage } from '../failure.js';
import type { Io } from '../io.js';

/**
 * What a command's module gives: it runs the command and returns the exit code. Its arguments are those
 * that its signature and its options name.
 */
export type Run = (io: Io, ...args: never) => Promise<number> | number;

/** Loads a command and runs it with the arguments that were read. */
export type Perform = (command: () => Promise<Run>, args: never) => Promise<void>;

/** What a command does, of the module that it is loaded from. */
export type Runs = (command: () => Promise<Run>) => (...args: unknown[]) => Promise<void>;

/** Runs a command where no name on the command line is blank. */
export function runsBy(perform: Perform): Runs {
  return (command: () => Promise<Run>) =>
    async (...args: unknown[]): Promise<void> => {
      if (args.flat().some((word) => typeof word === 'string' && word.trim() === ''))
        throw usage(
          'usage',
          'one of the names on the command line is blank',
          'write a name or leave it out; . is this folder',
        );
      await perform(command, args as never);
    };
}

/** A command with its options, and examples below its help. */
export function add(
  program: Command,
  signature: string,
  description: string,
  options: readonly Option[],
  examples: readonly string[],
): Command {
  const command = program.command(signature).description(description);
  for (const option of options) command.addOption(option.required ? filled(option) : option);
  return command.addHelpText(
    'after',
    `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`,
  );
}

/**
 * An option whose value cannot be blank: "--taken ''" is a slip, not a wish for nothing. A list that is
 * said in parts is the list of all of them: "--accept 1x0c4 --accept 19kta".
 */
function filled(option: Option): Option {
  const { parseArg } = option;
  const said: string[] = [];
  return option.argParser((value: string, previous) => {
    if (value.trim() === '') throw new InvalidArgumentError('Something has to be written there.');
    if (!parseArg) return value;
    const parsed: unknown = parseArg(value, previous);
    said.push(value);
    return Array.isArray(parsed) && said.length > 1 ? parseArg(said.join(','), previous) : parsed;
  });
}
