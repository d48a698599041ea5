import { Command } from 'commander';
import { addAsking } from './program/asking.js';
import { runsBy, type Perform } from './program/command.js';
import { addDoors } from './program/doors.js';
import { addFiles } from './program/files.js';
import { addShell } from './program/shell.js';
import { addSweeps } from './program/sweeps.js';
import { addTexts } from './program/texts.js';

/**
 * The command line: names, options, help. What a command does is loaded only when it runs, so that
 * `--help` is quick.
 */
export function createProgram(version: string, perform: Perform): Command {
  const runs = runsBy(perform);
  const program = new Command('standoff')
    .description(
      'Makes a strategic situation that somebody has written about executable: which outcomes would\nhold, and where the present course leads, by the Graph Model for Conflict Resolution.',
    )
    .version(version, '-V, --version', 'the version')
    .helpOption('-h, --help', 'what a command does, with examples')
    .helpCommand('help [command]', 'help for a command')
    .configureHelp({ helpWidth: 100 })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
CASE is a .standoff file, a folder that holds exactly one, or - for standard input. Where no text is
needed it can be a model in JSON, as "standoff model" prints it.

Examples:
  $ standoff new harbour            a starter situation in the folder harbour
  $ standoff check harbour          what is wrong with it
  $ standoff analyse harbour        what it comes to
  $ standoff explain harbour        why things stay as they are, or do not

Exit codes: 0 fine, 1 the model has errors, 2 wrong usage, 3 a fault in standoff, 130 interrupted.`,
    );

  // In the order of the help.
  addAsking(program, runs);
  addDoors(program, runs);
  addTexts(program, runs);
  addFiles(program, runs);
  addSweeps(program, runs);
  addShell(program, runs);
  return program;
}
