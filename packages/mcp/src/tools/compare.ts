import * as z from 'zod';
import { COMMON, tool } from '../tool.js';

export const compare = tool({
  name: 'compare',
  description:
    'Cases of one situation side by side: several dates, readings or sources, what differs between them and whether it changes a conclusion.',
  takes: {
    cases: z.array(z.string()).min(2).max(6).describe('the names of the cases'),
    standard: z.string().optional().describe('what holds, and which steps the course takes'),
    ...COMMON,
  },
  run: async (cases, { cases: names, standard }) => {
    const { text } = await cases.desk.ask({
      question: 'compare',
      of: await Promise.all(names.map((name) => cases.find(name))),
      given: { standard },
    });
    return { lines: text };
  },
});
