import * as z from 'zod';
import { checkProposals } from '../proposals/check.js';
import { Proposal } from '../proposals/proposal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const propose = tool({
  name: 'propose',
  description:
    'Checks statements of a source, each with its exact quote, and answers with the line of the language for each (edits for "apply"), or why not and what to do. Changes nothing. Later ones may speak of the actors and options of earlier ones.',
  takes: {
    case: CASE,
    statements: z.array(Proposal).min(1).max(200),
    ...COMMON,
  },
  run: async (cases, { case: wanted, statements }) => {
    const { name, text } = await cases.find(wanted);
    const { refused, right, annotations } = checkProposals(
      text,
      await cases.desk.texts(name),
      statements,
      await cases.annotations(name),
    );
    await cases.mark(name, annotations);
    return { value: { case: name, right: right.length, refused, edits: right } };
  },
});
