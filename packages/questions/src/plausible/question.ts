import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const plausible = questionOfSets({
  name: 'plausible',
  asks: 'where what is observed does not fit the model',
  title: 'Where the model does not fit',
  asked: 'where the model does not fit what is observed',
  takes: { standard: standard(), full: full() },
  examples: ['cases/korea-2018', 'harbour --standard at-once'],
  lane: 'view',
  solve: async () => (await import('./solve.js')).plausible,
  tell: async () => (await import('./tell.js')).tellPlausible,
});
