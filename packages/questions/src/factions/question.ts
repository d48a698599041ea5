import { decidersOf } from '@standoff/model';
import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const factions = questionOfSets({
  name: 'factions',
  asks: 'which outcome if which faction prevails: every combination side by side',
  title: 'If another faction prevails',
  asked: 'which outcome if which faction prevails',
  takes: { standard: standard(), full: full() },
  examples: ['cases/korea-2018', 'harbour --standard at-once'],
  lane: 'view',
  applies: (model) => decidersOf(model).some(({ factions }) => factions.length > 0),
  cut: async () => (await import('./solve.js')).combinations,
  tell: async () => (await import('./tell.js')).tellFactions,
});
