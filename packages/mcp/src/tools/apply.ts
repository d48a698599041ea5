import * as z from 'zod';
import type { Batch } from '../cases.js';
import { EDITS, diagnosticsTold, withEdits } from '../edits.js';
import type { Addition } from '../proposals/line.js';
import { readSituation } from '../reading.js';
import { Refusal } from '../refusal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const apply = tool({
  name: 'apply',
  description:
    'Changes the text of the situation: takes in what "propose" found right (batch), adds lines in their place, or puts words in the place of others. All or nothing: a text with errors is not taken, and each diagnostic comes with the edits that mend it. Where the user has not allowed writing, the changes stand in a working copy that all tools see, and the file stays as it is.',
  takes: {
    case: CASE,
    batch: z.int().min(1).optional().describe('the number that "propose" answered with'),
    only: z
      .array(z.int().min(1))
      .min(1)
      .optional()
      .describe('which proposals of the batch, by their n; all that are right when left out'),
    edits: EDITS.optional().describe('made one after the other, behind the batch, all or none'),
    ...COMMON,
  },
  changes: true,
  run: (cases, { case: wanted, batch, only, edits = [] }) =>
    cases.inTurn(async () => {
      const found = await cases.find(wanted);
      const taken = batch === undefined ? [] : batched(cases.batch(batch, found.name), only);
      if (taken.length + edits.length === 0)
        throw new Refusal('nothing-named', 'there is nothing to apply', 'name a batch or edits');
      const text = withEdits(withEdits(found.text, taken), edits);
      const { model, diagnostics } = readSituation(text);
      if (model === null)
        throw new Refusal(
          'errors',
          'the text would have errors; nothing was applied',
          'mend the edits: the diagnostics below are of the text as it would be',
          { diagnostics: diagnosticsTold(text, diagnostics) },
        );
      const changed = { ...found, text };
      const broken = await cases.desk.brokenReferences(changed);
      if (broken.length > 0)
        throw new Refusal(
          'references',
          'some references lead nowhere; nothing was applied',
          'correct the paragraphs (the tool text shows them), or propose the statement again',
          { references: broken },
        );
      const warnings = await cases.desk.textWarnings(changed);
      const where = await cases.put(found, text);
      return {
        value: {
          case: found.name,
          applied: taken.length + edits.length,
          in:
            where === 'the file'
              ? 'the file'
              : 'the working copy; the file is unchanged until the user accepts',
          diagnostics: diagnosticsTold(text, [...diagnostics, ...warnings]),
        },
      };
    }),
});

/**
 * What is taken of a batch.
 * @throws Refusal
 */
function batched({ right }: Batch, only: readonly number[] | undefined): Addition[] {
  const missing = only?.find((n) => !right.has(n));
  if (missing !== undefined)
    throw new Refusal(
      'not-in-batch',
      `proposal ${missing} of the batch was refused, or there is none`,
      `those that are right: ${[...right.keys()].join(', ')}`,
    );
  return [...right].filter(([n]) => only?.includes(n) ?? true).map(([, one]) => one);
}
