import {
  cited,
  column,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  strong,
  type Block,
  type Content,
  inTerminal,
} from '@standoff/document';
import { STANDARDS, type ElementShown } from '@standoff/situation';
import type { Coverage, EvidenceResult, WithoutPassage } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { meaningOf } from '../told/statement-words.js';
import type { Words } from '../told/words.js';
import { restingText } from '../told/resting.js';
import { turnedContent } from '../mediate/tell-plan.js';
import { tellSources } from './tell-sources.js';
import { percent } from '../told/worlds-words.js';

/** Places told one by one; the others are counted. */
const TOLD = 12;

/** What rests on what, what rests on nothing, and what would be different without a passage. */
export function tellEvidence(words: Words, result: EvidenceResult, model: ConflictModel): Block[] {
  return [
    ...tellRests(words, result, model),
    ...tellSources(result.sources),
    ...tellWithout(model, result),
    note(
      'A passage shows where something stands, not that it is so.',
      inTerminal(' “standoff grounds CASE” asks what a single outcome rests on.'),
    ),
  ];
}

/** What the elements rest on: words, a passage, inference, the analyst’s own word, a doubtful claim. */
export function tellRests(
  words: Words,
  { coverage, bare, whatIfs, doubtful, leftOut = [] }: EvidenceResult,
  model: ConflictModel,
): Block[] {
  const all = (of: (one: Coverage) => number): number =>
    coverage.reduce((sum, one) => sum + of(one), 0);
  return [
    lead(
      `${restingText({
        count: all(({ count }) => count),
        words: all(({ words }) => words),
        passage: all(({ passage }) => passage),
        inference: all(({ inference }) => inference),
        own: all(({ own }) => own),
      })}.`,
    ),
    {
      block: 'table',
      caption: 'The elements of the model, by what they rest on',
      columns: [
        column('Kind'),
        column('In all', 'end'),
        column('Exact words', 'end'),
        column('A passage', 'end'),
        column('Inference', 'end'),
        column('Own word', 'end'),
      ],
      groups: [
        {
          title: '',
          rows: coverage.map(({ kind, count, words, passage, inference, own }): Content[] => [
            [capitalised(kind)],
            [figure(count)],
            [figure(words)],
            [figure(passage)],
            [figure(inference)],
            [own > 0 ? strong(figure(own)) : '0'],
          ]),
        },
      ],
    },
    ...(bare.length > 0
      ? [
          paragraph(
            'On the analyst’s own word, without a reason: ',
            ...named(words, model, bare),
            '.',
          ),
        ]
      : []),
    ...(whatIfs.length > 0
      ? [
          paragraph(
            'What-ifs of the analyst, for which nothing is cited: ',
            ...named(words, model, whatIfs),
            '.',
          ),
        ]
      : []),
    ...(leftOut.length > 0 ? [heading('Left out on purpose')] : []),
    ...list(
      leftOut.map(({ text, because, evidence }) =>
        item([text, because === null ? '. ' : ` (because ${because}). `, ...cited(evidence)]),
      ),
    ),
    ...(doubtful.length > 0 ? [heading('What rests on a doubtful claim')] : []),
    ...list(
      doubtful.map(({ claim, label, strength, disputed, elements, through }) =>
        item([
          element(claim, label),
          ` (${listed([strength, ...(disputed ? ['disputed'] : [])])}): `,
          ...(elements.length === 0 ? ['nothing rests on it'] : named(words, model, elements)),
          ...(through.length > 0
            ? ['; through another claim, ', ...named(words, model, through)]
            : []),
          '.',
        ]),
      ),
    ),
  ];
}

/** What would be different without a source or a passage. */
export function tellWithout(
  model: ConflictModel,
  { without, tried, standard }: EvidenceResult,
): Block[] {
  if (tried === 0) return [];
  const all = `${counted(tried, 'source and passage', 'sources and passages')} were left out one by one`;
  return [
    heading('Without a source or a passage'),
    paragraph(
      without.length === 0
        ? `${all}: no conclusion changes.`
        : `${all}, with the preferences and constraints that rest on them alone and on no reason of the analyst’s. What would be different (${STANDARDS[standard].name}):`,
    ),
    ...list(
      without.slice(0, TOLD).map((one) => {
        const { source, paragraph: number } = one;
        const place = number === null ? null : { from: number, to: number };
        return item([
          ...passageEffect(model, one),
          ' ',
          ...cited([{ source, paragraphs: place, annotation: null }]),
        ]);
      }),
    ),
    ...(without.length > TOLD
      ? [paragraph(`And ${figure(without.length - TOLD)} more.`, inTerminal(' --json has them.'))]
      : []),
  ];
}

function named(words: Words, model: ConflictModel, elements: readonly ElementShown[]): Content {
  return elements.flatMap(({ kind, of, text }, k) => [
    quiet(`${k > 0 ? ', ' : ''}${kind} `),
    element(of, meaningOf(words, model, of) ?? (text === '' ? of : `“${text}”`)),
  ]);
}

function passageEffect(
  model: ConflictModel,
  { elements, turned, distance }: WithoutPassage,
): Content {
  const what = `Without ${counted(elements.length, 'statement or constraint', 'statements and constraints')}, `;
  if (turned === null) return [what, 'the model has no answer.'];
  return [
    what,
    `${percent(distance)} of what would hold is different; `,
    ...turnedContent(model, turned),
  ];
}
