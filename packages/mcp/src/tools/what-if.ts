import {
  comparedCommitments,
  comparedScenarios,
  comparedStanding,
  Words,
  type CompareResult,
} from '@standoff/questions';
import { EDITS, withEdits } from '../edits.js';
import { modelOf } from '../reading.js';
import { CASE, COMMON, tool } from '../tool.js';

export const whatIf = tool({
  name: 'what_if',
  description:
    'What would come out differently if the situation were changed so, and only that. Takes the edits of "apply" and changes nothing.',
  takes: { case: CASE, edits: EDITS, ...COMMON },
  run: async (cases, { case: wanted, edits }) => {
    const found = await cases.find(wanted);
    const changed = {
      ...found,
      text: withEdits(found.text, edits),
      called: `${found.name}, changed`,
    };
    const models = [modelOf(found), modelOf(changed)];
    const { answer } = await cases.desk.ask({
      question: 'compare',
      of: [found, changed],
      given: {},
    });
    const result = answer as CompareResult;
    const rows = [comparedStanding, comparedScenarios, comparedCommitments]
      .flatMap((compared) => compared(models, result).rows)
      .filter(({ mark }) => mark !== 'same');
    const [now, then] = result.models.map(({ conclusions: { ends } }, k) => {
      const words = new Words(models[k]);
      return ends.map(({ nearest, pull }) => ({
        state: words.called(nearest),
        ...(pull === null ? {} : { pull: Math.round(pull * 100) / 100 }),
      }));
    });
    const same = JSON.stringify(now) === JSON.stringify(then);
    return {
      value: {
        case: found.name,
        differs: rows.map(({ label, cells: [before = '', after = ''] }) => ({
          what: label,
          now: before,
          then: after,
        })),
        ...(same ? { course: 'ends where it does now' } : { courseEnds: { now, then } }),
      },
    };
  },
});
