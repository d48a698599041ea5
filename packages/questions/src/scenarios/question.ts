import { full, standard } from '../parameters.js';
import { questionOfSets } from '../question.js';

export const scenarios = questionOfSets({
  name: 'scenarios',
  asks: 'what becomes of the named scenarios: would it hold, can it come about, who stops it',
  title: 'What becomes of the scenarios',
  asked: 'what becomes of the scenarios',
  takes: {
    standard: standard(),
    full: full(),
    scenario: {
      kind: 'element',
      of: 'scenarios',
      description: 'only this one, with the way there',
    },
  },
  examples: [
    'cases/korea-2018',
    'cases/korea-2018 --scenario garrison',
    'cases/elmira --standard at-once',
  ],
  lane: 'view',
  applies: ({ scenarios: named }) => named.length > 0,
  solve: async () => {
    const { scenarios: solve } = await import('./solve.js');
    return (situation, { scenario, standard: judged, full: all }) =>
      solve(situation, scenario, judged, all);
  },
  tell: async () => (await import('./tell.js')).tellScenarios,
});
