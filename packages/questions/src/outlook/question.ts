import { count, full, standard, state } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const outlook = questionOfSets({
  name: 'outlook',
  asks: 'where the present course leads: what would be done, by whom, and where it ends',
  title: 'Where the present course leads',
  asked: 'where the present course leads',
  takes: {
    standard: standard(),
    full: full(),
    to: state('also every simple path to this state'),
    limit: count('list at most so many states and paths (20)'),
  },
  examples: [
    'cases/korea-2018',
    'cases/elmira --standard at-once',
    "harbour --to '+Union.strike'",
    'harbour --json',
  ],
  lane: 'quick',
  solve: async () => (await import('./solve.js')).outlook,
  tell: async () => (await import('./tell.js')).tellOutlook,
});
