import * as z from 'zod';
import { checkProposals, type Refused } from '../proposals/check.js';
import { Proposal } from '../proposals/proposal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const propose = tool({
  name: 'propose',
  description:
    'Checks statements of a source, each with its exact quote, and answers with the line of the language for each, or why not and what to do. Changes nothing: "apply" takes the number of the batch. Later ones may speak of the actors and options of earlier ones.',
  takes: {
    case: CASE,
    statements: z.array(Proposal).min(1).max(200),
    ...COMMON,
  },
  run: (cases, { case: wanted, statements }) =>
    cases.inTurn(async () => {
      const { name, text, annotations: known } = await cases.find(wanted);
      const { refused, right, annotations } = checkProposals(
        text,
        await cases.desk.texts(name),
        statements,
        known,
      );
      await cases.mark(name, annotations);
      const batch = cases.keep({
        of: name,
        right: new Map(right.map(({ n, ...one }) => [n, one])),
      });
      return {
        value: {
          case: name,
          ...(right.length === 0 ? {} : { batch }),
          right: right.length,
          refused: alikeTogether(refused),
          edits: right,
        },
        how: 'apply the batch: it has all that is right, shown here or not',
      };
    }),
});

/** Those refused for the same reason as one, with the numbers of all. */
function alikeTogether(refused: readonly Refused[]): object[] {
  const groups = new Map<string, { n: number | number[] }>();
  for (const { n, ...why } of refused) {
    const key = JSON.stringify(why);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { n, ...why });
    else group.n = [group.n, n].flat();
  }
  return [...groups.values()];
}
