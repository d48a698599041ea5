import * as z from 'zod';
import { Refusal } from '../refusal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const addText = tool({
  name: 'add_text',
  description:
    'Puts a text beside a case as one of its sources and declares it: words that the user gave, or a file in the folder that the user named. Only where the user has allowed writing.',
  takes: {
    case: CASE,
    source: z
      .string()
      .regex(/^\p{L}[\p{L}\p{M}\p{N}_]*$/u, 'letters, digits and "_", a letter first: gazette')
      .describe('the name that references to it begin with: letters, digits, _'),
    words: z.string().min(1).max(2_000_000).optional().describe('the text, as the user gave it'),
    file: z.string().min(1).optional().describe('or its file, from the folder of the server'),
    ...COMMON,
  },
  changes: true,
  run: async (cases, { case: wanted, source, words, file }) => {
    if (!cases.desk.writes)
      throw new Refusal(
        'no-writing',
        'the server was started without --write, so it keeps no texts',
        `ask the user to add it: standoff source add CASE ${source} FILE --declare`,
      );
    if ((words === undefined) === (file === undefined))
      throw new Refusal('which-text', 'name either words or a file', 'give one of the two');
    const name = cases.nameOf(wanted);
    // Statements rest on its words.
    if ((await cases.desk.texts(name)).some((one) => one.source === source))
      throw new Refusal(
        'text-there',
        `the case has a text of a source ${source} already`,
        'give another name; the user replaces a text: standoff source add CASE NAME FILE',
      );
    const { metadata, paragraphs, warnings } = await cases.desk.addText(
      name,
      source,
      words === undefined ? { file: file! } : { words },
    );
    const told = Object.fromEntries(Object.entries(metadata).filter(([, one]) => one !== null));
    return {
      value: {
        case: name,
        source,
        paragraphs: paragraphs.reduce((most, { number }) => Math.max(most, number), 0),
        // What the text says of itself.
        says: told,
        ...(warnings.length === 0 ? {} : { warnings }),
      },
    };
  },
});
