import { Option } from 'commander';
import type { Io } from './io.js';
import type { SchemaName } from './schema-names.js';
import {
  blockList,
  conceptOption,
  costList,
  positiveNumber,
  stabilityOption,
  whole,
  wholeFromZero,
  wholeNumber,
} from './arguments.js';

/** A command that asks one question of a situation; see docs/questions. */
export interface QuestionCommand {
  readonly name: string;
  readonly description: string;
  /** The name of the schema of what it prints; the command's own when left out. */
  readonly schema?: SchemaName;
  /** Besides --opponents, --memory and --json, which all of them take. */
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** What runs it; loaded when it is called, so that `--help` is quick. */
  readonly load: () => Promise<(io: Io, argument: string, flags: never) => Promise<number>>;
}

/** More would not end while somebody waits. */
const MOST_SAMPLES = 1_000_000;
const MOST_EXCHANGES = 1_000;

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
  {
    name: 'evidence',
    description: 'what rests on which passage or on nothing, and what would differ without it',
    options: [conceptOption()],
    examples: [
      'standoff evidence cases/korea-2018',
      "standoff evidence harbour --json | jq '.bare[].text'",
    ],
    load: async () => (await import('./commands/evidence.js')).evidenceOf,
  },
  {
    name: 'commitments',
    description:
      'whose promises, threats and assurances can be believed, which demands would be met',
    options: [new Option('--commitment <id>', 'only this one')],
    examples: [
      'standoff commitments cases/korea-2018',
      'standoff commitments cases/korea-2018 --commitment survival',
    ],
    load: async () => (await import('./commands/commitments.js')).commitmentsOf,
  },
  {
    name: 'agreements',
    description: 'who would sign an agreement, who would leave it, what holds it together',
    options: [],
    examples: ['standoff agreements cases/korea-2018'],
    load: async () => (await import('./commands/parties.js')).agreementsOf,
  },
  {
    name: 'stakeholders',
    description: 'what each outcome and scenario means for those who cannot move',
    options: [
      new Option('--all', 'decision makers too'),
      new Option('--limit <n>', 'how many outcomes to list (12)').argParser(positiveNumber),
    ],
    examples: ['standoff stakeholders cases/korea-2018', 'standoff stakeholders harbour --all'],
    load: async () => (await import('./commands/parties.js')).stakeholdersOf,
  },
  {
    name: 'coalitions',
    description: 'what decision makers could do together, and what no coalition would leave',
    options: [
      new Option('--from <state>', 'the state to leave (see "standoff explain --help")').default(
        'status quo',
      ),
      new Option(
        '--size <n>',
        'coalitions of at most so many members; all when left out',
      ).argParser(positiveNumber),
      new Option(
        '--partition <blocks>',
        'blocks that act as one, such as "NK+CN, US+SK+JP"; whoever is not named stands alone',
      )
        .argParser(blockList)
        .conflicts('size'),
    ],
    examples: [
      'standoff coalitions cases/korea-2018',
      'standoff coalitions cases/elmira --size 2',
      "standoff coalitions cases/korea-2018 --partition 'NK+CN, US+SK+JP'",
    ],
    load: async () => (await import('./commands/coalitions.js')).coalitionsOf,
  },
  {
    name: 'factions',
    description: 'which outcome if which faction prevails: every combination side by side',
    options: [conceptOption()],
    examples: ['standoff factions cases/korea-2018', 'standoff factions harbour --concept Nash'],
    load: async () => (await import('./commands/worlds.js')).factionsOf,
  },
  {
    name: 'robustness',
    description: 'in which share of the worlds that what is open leaves a conclusion holds',
    options: [
      conceptOption(),
      new Option(
        '--samples <n>',
        'draw so many worlds, also where all could be gone through',
      ).argParser(whole(1, MOST_SAMPLES)),
      new Option('--seed <n>', 'for the worlds drawn').default(1).argParser(wholeNumber),
      new Option('--limit <n>', 'how many states to list (20)').argParser(positiveNumber),
    ],
    examples: [
      'standoff robustness cases/korea-2018',
      'standoff robustness harbour --samples 5000 --seed 7',
    ],
    load: async () => (await import('./commands/worlds.js')).robustness,
  },
  {
    name: 'ask',
    description: 'the next most useful question: which answer would settle most',
    options: [
      conceptOption(),
      new Option('--seed <n>', 'where worlds are drawn').default(1).argParser(wholeNumber),
    ],
    examples: ['standoff ask cases/korea-2018', "standoff ask harbour --json | jq '.questions[0]'"],
    load: async () => (await import('./commands/worlds.js')).askOf,
  },
  {
    name: 'sensitivity',
    description: 'which single change of a preference changes what would hold',
    options: [
      conceptOption(),
      new Option('--actor <actor>', 'only this actor’s statements'),
      new Option(
        '--distance <n>',
        'also random reorderings: so many neighbouring statements exchanged in each',
      ).argParser(whole(1, MOST_EXCHANGES)),
      new Option('--samples <n>', 'how many reorderings')
        .default(200)
        .argParser(whole(1, MOST_SAMPLES)),
      new Option('--seed <n>', 'for the reorderings').default(1).argParser(wholeNumber),
    ],
    examples: [
      'standoff sensitivity cases/korea-2018',
      'standoff sensitivity cases/korea-2018 --actor US',
      'standoff sensitivity harbour --distance 3 --samples 500',
    ],
    load: async () => (await import('./commands/sensitivity.js')).sensitivityOf,
  },
  {
    name: 'mediate',
    description: 'what would have to change for something wished to hold and to come about',
    options: [
      new Option(
        '--goal <condition>',
        'what is wished: a scenario, a named state, or a condition over options',
      ),
      stabilityOption(),
      new Option('--reach <how>', 'how it has to be reachable from today')
        .choices(['improvements', 'moves', 'none'])
        .default('improvements'),
      new Option('--most <n>', 'the most that changes may cost')
        .default(4)
        .argParser(wholeFromZero),
      new Option('--beyond <n>', 'how much more than the cheapest other plans may cost')
        .default(1)
        .argParser(wholeFromZero),
      new Option('--limit <n>', 'how many plans to tell').default(5).argParser(positiveNumber),
      new Option(
        '--costs <list>',
        'what changes cost, such as "binding=1, fixed=off" (see docs/questions/mediate.md)',
      ).argParser(costList),
    ],
    examples: [
      'standoff mediate cases/korea-2018 --goal bargain',
      "standoff mediate cases/korea-2018 --goal 'NK.dismantle and not US.attack' --reach moves",
      "standoff mediate harbour --goal settled --costs 'fixed=off, ruledOut=off'",
    ],
    load: async () => (await import('./commands/mediate.js')).mediateOf,
  },
  {
    name: 'perceive',
    description:
      'what each actor takes the situation to be, what it expects, and what would surprise it',
    options: [
      new Option('--actor <id>', 'only what this actor sees, in full'),
      new Option('--level <n>', '2: also if everybody knew what the others are mistaken about')
        .choices(['1', '2'])
        .default('1'),
    ],
    examples: [
      'standoff perceive cases/korea-2018',
      'standoff perceive cases/korea-2018 --actor JP --level 2',
    ],
    load: async () => (await import('./commands/perceive.js')).perceiveOf,
  },
  {
    name: 'replay',
    description: 'the dated events step by step: was each in the interest of who took it',
    options: [],
    examples: [
      'standoff replay cases/korea-2018',
      "standoff replay cases/korea-2018 --json | jq '.score.after'",
    ],
    load: async () => (await import('./commands/replay.js')).replayOf,
  },
  {
    name: 'plausible',
    description: 'where what is observed does not fit the model',
    options: [],
    examples: ['standoff plausible cases/korea-2018'],
    load: async () => (await import('./commands/replay.js')).plausibilityOf,
  },
];
