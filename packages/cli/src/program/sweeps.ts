import { Option, type Command } from 'commander';
import { jsonOptions, positiveNumber } from '../arguments.js';
import { add, type Runs } from './command.js';

const WHERE = 'postgres://USER@HOST/DATABASE or pglite:FOLDER';

/** Of a question that goes through many items: where they are gone through. */
export function sweepOptions(): Option[] {
  return [
    new Option('--on <place>', `with all who work there: ${WHERE}; see "standoff worker"`),
    new Option(
      '--sweep <name>',
      'with --on: what it is called there; made of what is asked when left out',
    ),
  ];
}

function place(): Option {
  return new Option('--on <place>', `where sweeps are kept: ${WHERE}`).makeOptionMandatory();
}

/** Questions that go through many items, on several machines. */
export function addSweeps(program: Command, runs: Runs): void {
  add(
    program,
    'worker',
    'work on the sweeps of others, until it is stopped: any number on any machines',
    [
      place(),
      new Option('--threads <n>', 'one a processor when left out').argParser(positiveNumber),
      new Option('--once', 'end when nothing is left to be done'),
    ],
    [
      'standoff worker --on postgres://group@db.example.org/sweeps',
      'standoff worker --on pglite:sweeps --threads 1 --once',
    ],
  ).action(runs(async () => (await import('../commands/worker.js')).workOnSweeps));

  const sweep = program
    .command('sweep')
    .description('the sweeps of a place: what was begun with --on, how far it is, and its end');
  add(
    sweep,
    'list',
    'the sweeps, how far each is, and who worked on it',
    [place(), ...jsonOptions()],
    ['standoff sweep list --on pglite:sweeps'],
  ).action(runs(async () => (await import('../commands/sweep.js')).listSweeps));
  add(
    sweep,
    'watch <name>',
    'how far it is, until all of it is done',
    [place(), ...jsonOptions()],
    ['standoff sweep watch korea --on pglite:sweeps'],
  ).action(runs(async () => (await import('../commands/sweep.js')).watchSweep));
  add(
    sweep,
    'cancel <name>',
    'end the work on it; what is done is kept, and asking again goes on',
    [place(), ...jsonOptions()],
    ['standoff sweep cancel korea --on pglite:sweeps'],
  ).action(runs(async () => (await import('../commands/sweep.js')).cancelSweep));
  add(
    sweep,
    'remove <name>',
    'end it, and keep nothing of it',
    [place(), ...jsonOptions()],
    ['standoff sweep remove korea --on pglite:sweeps'],
  ).action(runs(async () => (await import('../commands/sweep.js')).removeSweep));
}
