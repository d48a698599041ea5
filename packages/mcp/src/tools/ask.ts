import { QUESTION_NAMES, questionNamed, takesOthers, Words } from '@standoff/questions';
import * as z from 'zod';
import { modelOf } from '../reading.js';
import { CASE, COMMON, tool } from '../tool.js';
import { compact } from './compact.js';

/** Those that take one case; one that takes more has a tool of its own. */
const ASKED = QUESTION_NAMES.filter((name) => !takesOthers(questionNamed(name).takes));

export const ask = tool({
  name: 'ask',
  description: `Any other question about a case: ${ASKED.map(
    (name) => `${name} (${questionNamed(name).asks})`,
  ).join(
    '; ',
  )}. What each takes is told where something else is given. Where an answer speaks of the command, --goal is with: { goal }, and "standoff grounds CASE" the question grounds.`,
  takes: {
    case: CASE,
    question: z.enum(ASKED as [(typeof ASKED)[number], ...(typeof ASKED)[number][]]),
    with: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('what the question takes, by name, each as on the command line'),
    as: z
      .enum(['text', 'data'])
      .optional()
      .describe('text when left out; data: without what is empty, 0 or false'),
    ...COMMON,
  },
  run: async (cases, { case: wanted, question, with: given = {}, as }) => {
    const found = await cases.find(wanted);
    const { answer, text } = await cases.desk.ask({ question, of: [found], given });
    return as === 'data'
      ? { value: compact(new Words(modelOf(found)), answer) as object }
      : { lines: text };
  },
});
