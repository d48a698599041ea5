import { stakeholdersOf } from '@standoff/model';
import { count, flag, full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const stakeholders = questionOfSets({
  name: 'stakeholders',
  asks: 'what each outcome and scenario means for those who cannot move',
  title: 'What it means for those who cannot move',
  asked: 'what it means for those who cannot move',
  takes: {
    standard: standard(),
    full: full(),
    all: flag('decision makers too'),
    limit: count('how many outcomes to list (12)'),
  },
  examples: ['cases/korea-2018', 'harbour --all'],
  lane: 'view',
  applies: (model) => stakeholdersOf(model).length > 0,
  solve: async () => (await import('./solve.js')).stakeholders,
  tell: async () => (await import('./tell.js')).tellStakeholders,
});
