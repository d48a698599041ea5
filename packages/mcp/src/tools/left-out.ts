import type { Evidence } from '@standoff/model';
import { elementsOf } from '@standoff/situation';
import type { SentenceUse } from '@standoff/questions';
import { referenceText } from '@standoff/evidence/anchor';
import * as z from 'zod';
import { modelOf } from '../reading.js';
import { PLACES, placesIn } from '../places.js';
import { textNamed } from '../text-named.js';
import { CASE, COMMON, tool } from '../tool.js';

/** Letters of a sentence that are shown. */
const SHOWN = 90;

export const leftOut = tool({
  name: 'left_out',
  description:
    'What the texts say that the model does not have: sentences that nothing refers to (open), what is left out with its reason, and elements that rest on nothing.',
  takes: {
    case: CASE,
    source: z.string().optional().describe('only of this source'),
    paragraphs: PLACES,
    ...COMMON,
  },
  run: async (cases, { case: wanted, source, paragraphs }) => {
    const found = await cases.find(wanted);
    const model = modelOf(found);
    const all = await cases.desk.texts(found.name);
    const texts = source === undefined ? all : [textNamed(all, source)];
    const sentences = (await cases.desk.sentences(found)).filter(
      (one) => source === undefined || one.source === source,
    );
    const { has } = placesIn(paragraphs);
    const open = sentences
      .filter(({ use, name }) => use === 'open' && has(...numbersIn(name)))
      .map(({ source: id, name, words }) => ({
        at: `${id} ${name}`,
        says: words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words,
      }));
    const isOf = ({ evidence }: { readonly evidence: readonly Evidence[] }): boolean =>
      source === undefined || evidence.some((one) => one.source === source);
    const count = (wanted: SentenceUse): number =>
      sentences.filter(({ use }) => use === wanted).length;
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
        sentences: {
          quoted: count('words'),
          inParagraphsCited: count('paragraph'),
          leftOut: count('left out'),
          open: count('open'),
        },
        open,
        leftOut: (model.leftOut ?? []).filter(isOf).map(({ text, evidence, because }) => ({
          text,
          at: evidence.map((one) => referenceText(one)),
          ...(because === null ? {} : { because }),
        })),
        onNothing: bare.map(({ kind, id }) => `${kind} ${id}`),
      },
      how: 'go on with paragraphs: the number after the last open sentence, and "-"',
    };
  },
});

/** "P7.2": 7 and 2. */
function numbersIn(name: string): [number, number] {
  const [paragraph, sentence] = name.slice(1).split('.').map(Number);
  return [paragraph, sentence];
}
