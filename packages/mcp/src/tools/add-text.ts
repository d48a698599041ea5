import * as z from 'zod';
import type { Cases } from '../cases.js';
import { Refusal } from '../refusal.js';
import { CASE, COMMON, tool } from '../tool.js';

export const addText = tool({
  name: 'add_text',
  description:
    'Puts a text beside a case as one of its sources and declares it: words that the user gave, or a file in the folder that the user named. With a title it begins a new case. Only where the user has allowed writing.',
  takes: {
    case: CASE,
    source: z
      .string()
      .regex(/^\p{L}[\p{L}\p{M}\p{N}_]*$/u, 'letters, digits and "_", a letter first: gazette')
      .describe('the name that references to it begin with: letters, digits, _'),
    words: z.string().min(1).max(2_000_000).optional().describe('the text, as the user gave it'),
    file: z.string().min(1).optional().describe('or its file, from the folder of the server'),
    title: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('begins a case that is not there yet, called as "case" says, with this title'),
    ...COMMON,
  },
  changes: true,
  run: (cases, { case: wanted, source, words, file, title }) =>
    cases.inTurn(async () => {
      if (!cases.desk.writes)
        throw new Refusal(
          'no-writing',
          'the server was started without --write, so it keeps no texts',
          `ask the user to add it: standoff source add CASE ${source} FILE --declare`,
        );
      if ((words === undefined) === (file === undefined))
        throw new Refusal('which-text', 'name either words or a file', 'give one of the two');
      const given = words === undefined ? { file: file! } : { words };
      const name = title === undefined ? cases.nameOf(wanted) : newName(cases, wanted);
      // Statements rest on its words.
      if (
        title === undefined &&
        (await cases.desk.texts(name)).some((one) => one.source === source)
      )
        throw new Refusal(
          'text-there',
          `the case has a text of a source ${source} already`,
          'give another name; the user replaces a text: standoff source add CASE NAME FILE',
        );
      const { metadata, paragraphs, warnings } =
        title === undefined
          ? await cases.desk.addText(name, source, given)
          : await cases.desk.begin(name, title, source, given);
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
    }),
});

/** @throws Refusal where no case can be begun under that name */
function newName({ desk }: Cases, name: string | undefined): string {
  if (name === undefined || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,60}$/u.test(name))
    throw new Refusal(
      'which-case',
      name === undefined ? 'the new case has no name' : `${name} is no name for a case`,
      'give one as case: letters, digits, "_" and "-", as harbour',
    );
  if (!desk.cases().includes(name)) return name;
  throw new Refusal(
    'case-there',
    `there is a case ${name} already`,
    'leave title out to put the text beside it, or name another',
  );
}
