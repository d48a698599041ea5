import { actor, concept, state } from '../parameters.js';
import { question } from '../question.js';

export const lesson = question({
  name: 'lesson',
  asks: 'one verdict worked out by hand, step by step',
  title: 'A verdict by hand',
  asked: 'a verdict by hand',
  takes: {
    state: state(
      'which state; when left out today’s, or the first in which somebody could do better',
    ),
    actor: actor('for whom; the first that could do better there when left out'),
    concept: concept(),
  },
  examples: ['harbour', "harbour --state '+Union.strike' --actor Company --concept SMR"],
  lane: 'view',
  solve: async () => (await import('./solve.js')).lesson,
  tell: async () => (await import('./tell.js')).tellLesson,
});
