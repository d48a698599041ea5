import { AnalysisError } from '@standoff/situation';
import { amount, count, responses } from '../parameters.js';
import { question } from '../question.js';

export const mediate = question({
  name: 'mediate',
  asks: 'what would have to change for something wished to hold and to come about',
  title: 'What would have to change',
  asked: 'what would have to change',
  takes: {
    goal: {
      kind: 'condition',
      description: 'what is wished: a scenario, a named state, or a condition over options',
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
    costs: {
      kind: 'costs',
      description:
        'what changes cost, such as "binding=1, fixed=off" (see docs/questions/mediate.md)',
    },
  },
  examples: [
    'cases/korea-2018 --goal bargain',
    "cases/korea-2018 --goal 'NK.dismantle and not US.attack' --reach moves",
    "harbour --goal settled --costs 'fixed=off, ruledOut=off'",
  ],
  lane: 'long',
  solve: async () => {
    const { mediate: solve } = await import('./solve.js');
    const { MEDIATION_COSTS } = await import('./moves.js');
    return (prepared, { goal, reach, costs, ...options }) => {
      const ids = prepared.model.scenarios.map(({ id }) => id);
      if (goal === undefined)
        throw new AnalysisError(
          'no-goal',
          'mediation needs a goal: --goal and a condition, such as the name of a scenario',
          ids.length > 0 ? `there are ${ids.join(', ')}` : null,
        );
      return solve(prepared, goal.condition, {
        ...options,
        text: goal.text,
        ...(reach === undefined ? {} : { reach: reach === 'none' ? null : reach }),
        costs: { ...MEDIATION_COSTS, ...costs },
      });
    };
  },
  tell: async () => (await import('./tell.js')).tellMediate,
});
