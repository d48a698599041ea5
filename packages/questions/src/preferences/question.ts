import { actor } from '../parameters.js';
import { question } from '../question.js';

export const preferences = question({
  name: 'preferences',
  asks: 'how each actor ranks the states, and why one is better for it than the next',
  title: 'Who prefers what',
  asked: 'who prefers what',
  takes: {
    actor: actor('only this actor, as it is and as others take it to be'),
    limit: {
      kind: 'whole',
      description: 'at most so many levels of each ranking (10 in the text; no limit with --json)',
      least: 1,
      told: 10,
    },
  },
  examples: ['harbour', 'cases/korea-2018 --actor US --limit 5'],
  lane: 'view',
  solve: async () => (await import('./solve.js')).preferences,
  tell: async () => (await import('./tell.js')).tellPreferences,
});
