import { holdOf, HOLDS } from '@standoff/engine';
import type { AnalysisResult, EquilibriumResult } from '../../analyse/answer.js';
import { mostTelling, tellOutcomes } from '../../analyse/tell-outcomes.js';
import { figure } from '../../told/english.js';
import type { Words } from '../../told/words.js';
import {
  column,
  note,
  quiet,
  strong,
  toSection,
  type Content,
  type Section,
  type Table,
} from '@standoff/document';
import type { Findings } from './findings.js';

/** Columns of the option table. */
const IN_TABLE = 8;

/** The states that would hold, by how firmly, and the first of them one by one. */
export function outcomesSection(words: Words, findings: Findings): Section {
  const { analysis, deterrents } = findings;
  const [first, ...told] = tellOutcomes(words, analysis, deterrents);
  return {
    id: 'outcomes',
    title: 'What would hold',
    blocks:
      analysis.equilibria.length === 0
        ? [first]
        : [
            first,
            tallyTable(analysis),
            conceptTable(analysis),
            ...told,
            optionTable(words, findings),
            note(
              '“Y”: the option is taken; “N”: it is not. An “E” marks a state that is an equilibrium under the concept: stable for every decision maker. What each concept asks for is said in ',
              toSection('making', 'How this was made'),
              '.',
            ),
          ],
  };
}

function tallyTable({ tally }: AnalysisResult): Table {
  const rows = HOLDS.flatMap((hold): Content[][] => {
    const own = tally.filter(({ concepts }) => holdOf(concepts) === hold);
    if (own.length === 0) return [];
    const improving = own.filter(({ reachable }) => reachable.improvements);
    const moving = own.filter(({ reachable }) => !reachable.improvements && reachable.moves);
    return [
      [
        [strong(hold.title), ' ', quiet(`(${hold.concepts.join(', ')})`), ` ${hold.meaning}`],
        [figure(sum(own))],
        [figure(sum(improving))],
        [figure(sum(moving))],
        [figure(sum(own) - sum(improving) - sum(moving))],
      ],
    ];
  });
  return {
    block: 'table',
    caption:
      'States that would hold, by the firmest hold, and by how they can be reached from today',
    columns: [
      column('What holds it'),
      column('States', 'end'),
      column('By improvements', 'end'),
      column('By other moves', 'end'),
      column('Not at all', 'end'),
    ],
    groups: [{ title: '', rows }],
  };
}

function conceptTable({ concepts, tally }: AnalysisResult): Table {
  return {
    block: 'table',
    caption: 'Equilibria by concept',
    columns: [column('Concept'), ...concepts.map((concept) => column(concept, 'end'))],
    groups: [
      {
        title: '',
        rows: [
          [
            ['States'],
            ...concepts.map((concept) => [
              figure(sum(tally.filter((entry) => entry.concepts.includes(concept)))),
            ]),
          ],
          [
            ['Reached by improvements'],
            ...concepts.map((concept) => [
              figure(
                sum(
                  tally.filter(
                    (entry) => entry.concepts.includes(concept) && entry.reachable.improvements,
                  ),
                ),
              ),
            ]),
          ],
        ],
      },
    ],
  };
}

interface Shown {
  readonly decimal: number | string;
  readonly column: string;
  readonly head: string;
  readonly concepts: readonly string[];
}

/** Today, where the course ends, and the firmest outcomes, in the field's notation. */
function optionTable(words: Words, { analysis, answers, model }: Findings): Table {
  const { statusQuo, concepts, equilibria } = analysis;
  const shown = new Map<Shown['decimal'], Shown>();
  const put = (
    { decimal, column: letters, label }: EquilibriumResult['name'],
    own: readonly string[],
    head = label ?? '',
  ): void => {
    if (!shown.has(decimal) && shown.size < IN_TABLE)
      shown.set(decimal, { decimal, column: letters, head, concepts: own });
  };
  const shared = concepts.filter((concept) =>
    analysis.actors.every(({ id }) => statusQuo.stability[id].includes(concept)),
  );
  put(statusQuo.name, shared, 'Today');
  for (const { nearest, concepts: own } of answers.outlook?.outlooks[0].ends ?? [])
    put(nearest.name, own);
  const named = new Set(model.states.map(({ label }) => label));
  for (const one of equilibria)
    if (one.name.label !== null && named.has(one.name.label)) put(one.name, one.concepts);
  for (const one of mostTelling(analysis)) put(one.name, one.concepts);
  for (const one of equilibria) put(one.name, one.concepts);
  const states = [...shown.values()];
  return {
    block: 'table',
    caption: 'The option table: today, where the course ends, and the firmest outcomes',
    columns: [
      column('Option'),
      ...states.map(({ decimal, head }) => ({
        head: [...(head === '' ? [] : [`${head} `]), quiet(`#${decimal}`)],
        align: 'middle' as const,
      })),
    ],
    groups: [
      ...analysis.actors
        .filter(({ kind }) => kind === 'decision maker')
        .map(({ id }) => ({
          title: words.name(id),
          rows: analysis.options.flatMap((option, k): Content[][] =>
            option.owner === id
              ? [
                  [
                    [option.label],
                    ...states.map(({ column: letters }): Content => [
                      letters[k] === 'Y' ? strong('Y') : quiet('N'),
                    ]),
                  ],
                ]
              : [],
          ),
        })),
      {
        title: 'Equilibrium under',
        rows: concepts.map((concept): Content[] => [
          [concept],
          ...states.map(({ concepts: own }): Content => [
            own.includes(concept) ? strong('E') : quiet('–'),
          ]),
        ]),
      },
    ],
  };
}

function sum(entries: AnalysisResult['tally']): number {
  return entries.reduce((total, { count }) => total + count, 0);
}
