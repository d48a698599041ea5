import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const commitments = questionOfSets({
  name: 'commitments',
  asks: 'whose promises, threats and assurances can be believed, which demands would be met',
  title: 'Whose word can be believed',
  asked: 'whose word can be believed',
  takes: {
    standard: standard(),
    full: full(),
    commitment: { kind: 'element', of: 'commitments', description: 'only this one' },
  },
  examples: ['cases/korea-2018', 'cases/korea-2018 --commitment survival'],
  lane: 'view',
  applies: ({ commitments: given }) => given.length > 0,
  solve: async () => (await import('./solve.js')).commitments,
  tell: async () => (await import('./tell.js')).tellCommitments,
});
