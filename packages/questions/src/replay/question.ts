import { full } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const replay = questionOfSets({
  name: 'replay',
  asks: 'the dated events step by step: was each in the interest of who took it',
  title: 'What happened, and whether the model would have expected it',
  asked: 'what happened, held against the model',
  takes: { full: full() },
  examples: ['cases/korea-2018', "cases/korea-2018 --json | jq '.score.after'"],
  lane: 'view',
  applies: ({ events }) => events.length > 0,
  solve: async () => (await import('./solve.js')).replay,
  tell: async () => (await import('./tell.js')).tellReplay,
});
