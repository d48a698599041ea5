import { count, state } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const outlook = questionOfSets({
  name: 'outlook',
  asks: 'where the present course leads: what improvements reach, and where they end',
  title: 'Where the present course leads',
  asked: 'where the present course leads',
  takes: {
    to: state('also every simple path to this state'),
    limit: count('list at most so many states and paths (20)'),
  },
  examples: ['cases/korea-2018', "harbour --to '+Union.strike'", 'harbour --json'],
  lane: 'quick',
  solve: async () => (await import('./solve.js')).outlook,
  tell: async () => (await import('./tell.js')).tellOutlook,
});
