import { Argument, type Command } from 'commander';
import { jsonOptions } from '../arguments.js';
import { SHELLS } from '../completion-script.js';
import { SCHEMA_NAMES } from '../schema-names.js';
import { add, type Runs } from './command.js';

/** For programs and shells. */
export function addShell(program: Command, runs: Runs): void {
  add(
    program,
    'schema',
    'print the JSON Schema of the model, or of what a command prints with --json',
    jsonOptions().slice(1),
    ['standoff schema model', 'standoff schema analysis'],
  )
    .addArgument(new Argument('<name>').choices(SCHEMA_NAMES))
    .action(runs(async () => (await import('../commands/schema.js')).schema));

  add(
    program,
    'completion',
    'print the completion script for bash, zsh or fish',
    [],
    [
      'source <(standoff completion bash)                             this session',
      'standoff completion bash > ~/.local/share/bash-completion/completions/standoff',
      'standoff completion zsh > "${fpath[1]}/_standoff"',
      'standoff completion fish > ~/.config/fish/completions/standoff.fish',
    ],
  )
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(runs(async () => (await import('../commands/completion.js')).completion));
}
