import { EDITS, diagnosticsTold, withEdits } from '../edits.js';
import { readSituation } from '../reading.js';
import { Refusal } from '../refusal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const apply = tool({
  name: 'apply',
  description:
    'Changes the text of the situation: adds lines in their place, or puts words in the place of others. All or nothing: a text with errors is not taken, and each diagnostic comes with the edits that mend it. Where the user has not allowed writing, the changes stand in a working copy that all tools see, and the file stays as it is.',
  takes: { case: CASE, edits: EDITS, ...COMMON },
  changes: true,
  run: async (cases, { case: wanted, edits }) => {
    const found = await cases.find(wanted);
    const text = withEdits(found.text, edits);
    const { model, diagnostics } = readSituation(text);
    if (model === null)
      throw new Refusal(
        'errors',
        'the text would have errors; nothing was applied',
        'mend the edits: the diagnostics below are of the text as it would be',
        { diagnostics: diagnosticsTold(text, diagnostics) },
      );
    const annotations = await cases.annotations(found.name);
    const broken = await cases.desk.brokenReferences({ ...found, text }, annotations);
    if (broken.length > 0)
      throw new Refusal(
        'references',
        'some references lead nowhere; nothing was applied',
        'correct the paragraphs (the tool text shows them), or propose the statement again',
        { references: broken },
      );
    const where = await cases.put(found, text);
    return {
      value: {
        case: found.name,
        applied: edits.length,
        in:
          where === 'the file'
            ? 'the file'
            : 'the working copy; the file is unchanged until the user accepts',
        diagnostics: diagnosticsTold(text, diagnostics),
      },
    };
  },
});
