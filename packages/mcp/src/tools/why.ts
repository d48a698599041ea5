import * as z from 'zod';
import { CASE, COMMON, tool } from '../tool.js';

export const why = tool({
  name: 'why',
  description:
    'Why a state or scenario would hold or not, for whom and under which concept: the better moves and what would answer them.',
  takes: {
    case: CASE,
    state: z
      .string()
      .optional()
      .describe(
        'a scenario, a label, options taken ("NK.suspend, US.meet") or changes to today ("+US.meet"); today when left out',
      ),
    actor: z.string().optional().describe('only this actor'),
    concept: z.string().optional().describe('a stability concept such as Nash or SEQ'),
    ...COMMON,
  },
  run: async (cases, { case: wanted, state, actor, concept }) => {
    const { text } = await cases.desk.ask({
      question: 'explain',
      of: [await cases.find(wanted)],
      given: { state, actor, concept },
    });
    return { lines: text, how: 'name one actor or concept' };
  },
});
