import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const briefing = questionOfSets({
  name: 'briefing',
  asks: 'the point on one page: who would do what, where it leads, what would change it',
  title: 'In brief',
  asked: 'in brief',
  takes: {
    standard: standard(),
    full: full(),
  },
  examples: ['cases/korea-2018', 'cases/elmira --standard at-once', 'harbour --json'],
  lane: 'view',
  solve: async () => (await import('./solve.js')).briefing,
  tell: async () => (await import('./tell.js')).tellBriefing,
});
