import { actor, standard, full, samples, seed } from '../parameters.js';
import { question } from '../question.js';

/** More would not end while somebody waits. */
const MOST_EXCHANGES = 1_000;

export const sensitivity = question({
  name: 'sensitivity',
  asks: 'which single change of a preference changes what would hold',
  title: 'What single changes of a preference would change',
  asked: 'what single changes of a preference would change',
  takes: {
    standard: standard(),
    actor: actor('only this actor’s statements'),
    distance: {
      kind: 'whole',
      description: 'also random reorderings: so many neighbouring statements exchanged in each',
      least: 1,
      most: MOST_EXCHANGES,
    },
    samples: { ...samples('how many reorderings'), usually: 200 },
    seed: seed('for the reorderings'),
    full: full(),
  },
  examples: [
    'cases/korea-2018',
    'cases/korea-2018 --actor US',
    'harbour --distance 3 --samples 500',
  ],
  lane: 'long',
  cut: async () => (await import('./solve.js')).singleChanges,
  tell: async () => (await import('./tell.js')).tellSensitivity,
});
