import { USUAL_CONCEPT } from '@standoff/engine';
import { concept, count, samples, seed } from '../parameters.js';
import { question } from '../question.js';

export const robustness = question({
  name: 'robustness',
  asks: 'in which share of the worlds that what is open leaves a conclusion holds',
  title: 'How much depends on what nobody knows',
  asked: 'how much depends on what nobody knows',
  takes: {
    concept: concept(),
    samples: samples('draw so many worlds, also where all could be gone through'),
    seed: seed('for the worlds drawn'),
    limit: count('how many states to list (20)'),
  },
  examples: ['cases/korea-2018', 'harbour --samples 5000 --seed 7'],
  lane: 'long',
  solve: async () => {
    const { robustness: solve, robustnessOf, worldPlan } = await import('./solve.js');
    const { Outcomes, Worlds } = await import('@standoff/situation');
    return async (prepared, { tally, ...options }) => {
      if (tally === undefined) return solve(prepared, options);
      const { concept: asked = USUAL_CONCEPT, limit } = options;
      const worlds = new Worlds(prepared);
      const plan = worldPlan(worlds, options);
      const tallied = await tally(worlds, plan, asked);
      return robustnessOf(new Outcomes(prepared, asked), worlds, plan, tallied, limit);
    };
  },
  tell: async () => (await import('./tell.js')).tellRobustness,
});
