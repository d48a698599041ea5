import * as z from 'zod';
import { CASE, COMMON, tool } from '../tool.js';
import { modelOf } from '../reading.js';
import { reportUri } from '../addresses.js';

export const render = tool({
  name: 'render',
  description:
    'The report on a case as a document with figures and citations: answers with the address of a resource to read or to give to the user, and with the beginning of it.',
  takes: {
    case: CASE,
    as: z.enum(['markdown', 'html']).optional().describe('markdown when left out'),
    ...COMMON,
  },
  run: async (cases, { case: wanted, as = 'markdown' }) => {
    const found = await cases.find(wanted);
    modelOf(found);
    const report = await cases.desk.report(found.name, found.text, as);
    const uri = reportUri(found.name, as);
    const head = `Resource ${uri} (${as}, ${report.length} characters).`;
    return { lines: as === 'html' ? head : `${head} It begins:\n\n${report}` };
  },
});
