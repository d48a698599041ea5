import { actor, standard } from '../parameters.js';
import { question } from '../question.js';

export const perceive = question({
  name: 'perceive',
  asks: 'what each actor takes the situation to be, what it expects, and what would surprise it',
  title: 'Who takes it for what',
  asked: 'who takes it for what',
  takes: {
    standard: standard(),
    actor: actor('only what this actor sees, in full'),
    level: {
      kind: 'word',
      description: '2: also if everybody knew what the others are mistaken about',
      words: [1, 2],
      usually: 1,
    },
  },
  examples: ['cases/korea-2018', 'cases/korea-2018 --actor JP --level 2'],
  lane: 'long',
  applies: ({ perceptions }) => perceptions.length > 0,
  solve: async () => (await import('./solve.js')).perceive,
  tell: async () => (await import('./tell.js')).tellPerceive,
});
