import { Option } from 'commander';
import { conceptOption, positiveNumber } from './arguments.js';

/** A command that asks one question of a situation; see docs/questions. */
export interface QuestionCommand {
  readonly name: string;
  readonly description: string;
  /** Besides --opponents, --memory and --json, which all of them take. */
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** What runs it; loaded when it is called, so that `--help` is quick. */
  readonly load: () => Promise<(argument: string, flags: never) => Promise<number>>;
}

/** In the order in which `standoff --help` lists them. */
export const QUESTIONS: readonly QuestionCommand[] = [
  {
    name: 'outlook',
    description: 'where the present course leads: what improvements reach, and where they end',
    options: [
      new Option(
        '--to <state>',
        'also every simple path to this state (see "standoff explain --help" for how to name one)',
      ),
      new Option('--limit <n>', 'list at most so many states and paths (20)').argParser(
        positiveNumber,
      ),
    ],
    examples: [
      'standoff outlook cases/korea-2018',
      "standoff outlook harbour --to '+Union.strike'",
      'standoff outlook harbour --json',
    ],
    load: async () => (await import('./commands/outlook.js')).outlookOf,
  },
  {
    name: 'scenarios',
    description:
      'what becomes of the named scenarios: would it hold, can it come about, who stops it',
    options: [new Option('--scenario <id>', 'only this one, with the way there')],
    examples: [
      'standoff scenarios cases/korea-2018',
      'standoff scenarios cases/korea-2018 --scenario garrison',
    ],
    load: async () => (await import('./commands/scenarios.js')).scenariosOf,
  },
  {
    name: 'grounds',
    description:
      'what it rests on that a state would hold: statements, constraints, passages, claims',
    options: [
      new Option(
        '--state <state>',
        'the state (see "standoff explain --help" for how to name one)',
      ).default('status quo'),
      conceptOption('the concept; the firmest under which the state holds when left out'),
      new Option('--pairs', 'also pairs of statements and constraints'),
    ],
    examples: [
      'standoff grounds cases/korea-2018',
      'standoff grounds cases/korea-2018 --state struckBargain --pairs',
    ],
    load: async () => (await import('./commands/grounds.js')).groundsOf,
  },
];
