import { standard, count, samples, seed } from '../parameters.js';
import { question } from '../question.js';

export const robustness = question({
  name: 'robustness',
  asks: 'in which share of the worlds that what is open leaves a conclusion holds',
  title: 'How much depends on what nobody knows',
  asked: 'how much depends on what nobody knows',
  takes: {
    standard: standard(),
    samples: samples('draw so many worlds, also where all could be gone through'),
    seed: seed('for the worlds drawn'),
    limit: count('how many states to list (20)'),
  },
  examples: ['cases/korea-2018', 'harbour --samples 5000 --seed 7'],
  lane: 'long',
  cut: async () => (await import('./solve.js')).overWorlds,
  tell: async () => (await import('./tell.js')).tellRobustness,
});
