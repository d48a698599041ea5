import { holdOf, type Ground, type GroundsResult } from '@standoff/analysis';
import { counted, figure } from '../english.js';
import { failing, owner, staysWords } from '../questions/grounds-text.js';
import type { Words } from '../words.js';
import {
  cited,
  code,
  column,
  heading,
  lead,
  note,
  paragraph,
  quiet,
  type Block,
  type Content,
  type Section,
} from '@standoff/document';

/** What it takes that the first outcomes would hold: the statements, constraints and passages behind them. */
export function groundsSection(
  words: Words,
  results: readonly GroundsResult[],
  /** How many outcomes there are. */
  all: number,
): Section {
  return {
    id: 'grounds',
    title: 'What the first outcomes rest on',
    blocks: [
      lead(leadWords(results)),
      ...results.flatMap((result) => outcome(words, result)),
      note(
        `A statement is a ground if the outcome fails where it is left out, or where its opposite stands in its place; a constraint, where it is left out. Each was tried alone. ${all > results.length ? `Of ${counted(all, 'outcome')} only the first ${results.length === 1 ? 'is' : figure(results.length) + ' are'} looked at here, because each takes about a second; ` : ''}`,
        code('standoff grounds'),
        ' tells it of any state, and of pairs.',
      ),
    ],
  };
}

function leadWords(results: readonly GroundsResult[]): string {
  const [{ single, tried }] = results;
  const count = results.length === 1 ? single.length : inAll(results).length;
  const needed = `${count === 0 ? 'None' : figure(count)} of ${counted(tried, 'statement and constraint', 'statements and constraints')} must be so`;
  return results.length === 1
    ? `${needed}, or the first outcome need not hold.`
    : `${needed} for ${results.length === 2 ? 'both' : `all ${figure(results.length)}`} of the first outcomes.`;
}

function inAll(results: readonly GroundsResult[]): Ground[] {
  const [first, ...others] = results;
  return first.single.filter(({ id }) =>
    others.every(({ single }) => single.some((one) => one.id === id)),
  );
}

function outcome(words: Words, result: GroundsResult): Block[] {
  const { state, concept, single, tried, passages, claims, actors } = result;
  return [
    heading(`${state.name.label ?? 'A state without a name'} #${state.name.decimal}`),
    paragraph(
      `It would hold under ${concept}, ${holdOf([concept!])!.clause}. ${actors.map((one) => staysWords(words, one)).join(' ')}`,
    ),
    single.length === 0
      ? paragraph(
          `None of the ${counted(tried, 'statement and constraint', 'statements and constraints')} alone is needed: whichever is left out or reversed, it still holds.`,
        )
      : {
          block: 'table',
          caption: `What it takes, of ${counted(tried, 'statement and constraint', 'statements and constraints')}`,
          columns: [column('Must be so'), column('Otherwise'), column('Passages')],
          groups: [
            {
              title: '',
              rows: single.map((ground): Content[] => [
                [code(ground.text), quiet(` ${owner(words, ground)}`)],
                [failing(words, ground)],
                cited(ground.evidence),
              ]),
            },
          ],
        },
    ...(passages.length === 0
      ? []
      : [
          paragraph(
            'Without what rests on one of these passages alone, it need not hold: ',
            ...cited(
              passages.map(({ source, paragraph: at }) => ({
                source,
                paragraphs: at === null ? null : { from: at, to: at },
                annotation: null,
              })),
            ),
            '.',
          ),
        ]),
    ...claims.map(({ label, elements }) =>
      paragraph(
        `It rests on the claim “${label}”, by ${counted(elements.length, 'statement or constraint', 'statements or constraints')}.`,
      ),
    ),
  ];
}
