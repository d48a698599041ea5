import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const agreements = questionOfSets({
  name: 'agreements',
  asks: 'who would sign an agreement, who would leave it, what holds it together',
  title: 'What agreements would be worth',
  asked: 'what its agreements would be worth',
  takes: { standard: standard(), full: full() },
  examples: ['cases/korea-2018', 'harbour --standard at-once'],
  lane: 'view',
  applies: ({ agreements: named }) => named.length > 0,
  solve: async () => (await import('./solve.js')).agreements,
  tell: async () => (await import('./tell.js')).tellAgreements,
});
