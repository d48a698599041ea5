import { amount, count, flag, full, responses } from '../parameters.js';
import { question } from '../question.js';

export const mediate = question({
  name: 'mediate',
  asks: 'what would have to change for something wished to hold and to come about',
  title: 'What would have to change',
  asked: 'what would have to change',
  takes: {
    goal: {
      kind: 'condition',
      description:
        'what is wished: a scenario, a named state, or a condition over options; the scenario that most would gain by when left out',
    },
    concept: responses(),
    reach: {
      kind: 'word',
      description: 'how it has to be reachable from today',
      words: ['improvements', 'moves', 'none'],
      usually: 'improvements',
    },
    most: amount('the most that changes may cost', 4),
    beyond: amount('how much more than the cheapest other plans may cost', 1),
    limit: { ...count('how many plans to tell'), usually: 5 },
    full: full(),
    anyStep: flag(
      'plans too on whose way another’s step harms somebody whom the goal is meant to win',
    ),
    costs: {
      kind: 'costs',
      description: 'what changes cost, such as "binding=1, fixed=off" (see docs/questions)',
    },
  },
  examples: [
    'cases/korea-2018',
    'cases/korea-2018 --goal bargain',
    "cases/korea-2018 --goal 'NK.dismantle and not US.attack' --reach moves",
    "harbour --goal settled --costs 'fixed=off, ruledOut=off'",
  ],
  lane: 'long',
  cut: async () => (await import('./solve.js')).mediation,
  tell: async () => (await import('./tell.js')).tellMediate,
});
