import { concept, flag, stateOrScenario } from '../parameters.js';
import { question } from '../question.js';

export const grounds = question({
  name: 'grounds',
  asks: 'what it rests on that a state would hold: statements, constraints, passages, claims',
  title: 'What the outcomes rest on',
  asked: 'what a conclusion rests on',
  takes: {
    state: stateOrScenario(
      'the state (see "standoff explain --help" for how to name one), or a scenario: its nearest and its firmest state',
    ),
    concept: concept('the concept; the firmest under which the state holds when left out'),
    pairs: flag('also pairs of statements and constraints'),
  },
  examples: [
    'cases/korea-2018',
    'cases/korea-2018 --state struckBargain --pairs',
    'cases/korea-2018 --state garrison',
  ],
  lane: 'long',
  solve: async () => {
    const { askedGrounds } = await import('./solve.js');
    return askedGrounds;
  },
  tell: async () => (await import('./tell.js')).tellGrounds,
});
