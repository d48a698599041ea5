import { elementsOf } from '@standoff/situation';
import { referenceText } from '@standoff/evidence/anchor';
import * as z from 'zod';
import { modelOf } from '../reading.js';
import { CASE, COMMON, tool } from '../tool.js';

/** Words of a paragraph that are shown. */
const SHOWN = 90;

export const leftOut = tool({
  name: 'left_out',
  description:
    'What the texts say that the model does not have: paragraphs that nothing refers to (open), what is left out with its reason, and elements that rest on nothing.',
  takes: { case: CASE, source: z.string().optional().describe('only of this source'), ...COMMON },
  run: async (cases, { case: wanted, source }) => {
    const found = await cases.find(wanted);
    const model = modelOf(found);
    const references = await cases.desk.references(found.name, found.text);
    const texts = (await cases.desk.texts(found.name)).filter(
      (one) => source === undefined || one.source === source,
    );
    const open = texts.flatMap(({ source: id, text }) => {
      if (text === null) return [];
      const used = new Set(
        references.filter((one) => one.source === id).flatMap(({ paragraphs }) => paragraphs),
      );
      return text.paragraphs
        .filter(({ kind, number }) => kind === 'body' && !used.has(number))
        .map(({ number, start, end }) => {
          const words = text.text.slice(start, end);
          return {
            at: `@${id}:P${number}`,
            says: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words,
          };
        });
    });
    const unread = texts.flatMap((one) =>
      one.wrong === null ? [] : [`${one.source}: ${one.wrong}`],
    );
    const bare = elementsOf(model).filter(
      ({ kind, grounds: { evidence, because, restsOn } }) =>
        kind !== 'situation' &&
        kind !== 'source' &&
        evidence.length === 0 &&
        because === null &&
        restsOn.length === 0,
    );
    return {
      value: {
        case: found.name,
        ...(unread.length === 0 ? {} : { unread }),
        open: { paragraphs: open.length, list: open },
        leftOut: (model.leftOut ?? []).map(({ text, evidence, because }) => ({
          text,
          at: evidence.map((one) => referenceText(one)),
          ...(because === null ? {} : { because }),
        })),
        onNothing: bare.map(({ kind, id }) => `${kind} ${id}`),
      },
    };
  },
});
