import { decidersOf } from '@standoff/model';
import { count, full, state } from '../parameters.js';
import { question } from '../question.js';

export const coalitions = question({
  name: 'coalitions',
  asks: 'what decision makers could do together, and what no coalition would leave',
  title: 'What they could do together',
  asked: 'what they could do together',
  takes: {
    from: state('the state to leave', 'status quo'),
    size: count(
      'coalitions of at most so many members; when left out as many as can be looked at in some seconds',
    ),
    full: full(),
    partition: {
      kind: 'blocks',
      description:
        'blocks that act as one, such as "NK+CN, US+SK+JP"; whoever is not named stands alone',
      instead: 'size',
    },
  },
  examples: [
    'cases/korea-2018',
    'cases/elmira --size 2',
    "cases/korea-2018 --partition 'NK+CN, US+SK+JP'",
  ],
  lane: 'long',
  applies: (model) => decidersOf(model).length > 1,
  solve: async () => (await import('./solve.js')).coalitions,
  tell: async () => (await import('./tell.js')).tellCoalitions,
});
