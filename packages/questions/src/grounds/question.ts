import { concept, flag, state } from '../parameters.js';
import { question } from '../question.js';

export const grounds = question({
  name: 'grounds',
  asks: 'what it rests on that a state would hold: statements, constraints, passages, claims',
  title: 'What the outcomes rest on',
  asked: 'what a conclusion rests on',
  takes: {
    state: state('the state', 'status quo'),
    concept: concept('the concept; the firmest under which the state holds when left out'),
    pairs: flag('also pairs of statements and constraints'),
  },
  examples: ['cases/korea-2018', 'cases/korea-2018 --state struckBargain --pairs'],
  lane: 'long',
  solve: async () => {
    const { grounds: solve } = await import('./solve.js');
    return (prepared, { state: asked = prepared.statusQuo[0], ...options }) =>
      solve(prepared, asked, options);
  },
  tell: async () => (await import('./tell.js')).tellGrounds,
});
