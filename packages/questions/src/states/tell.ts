import {
  column,
  item,
  list,
  note,
  paragraph,
  quiet,
  strong,
  verdict,
  type Block,
  type Content,
  type Inline,
  type ListItem,
  type RowGroup,
  type Table,
  inTerminal,
} from '@standoff/document';
import { CONCEPTS } from '@standoff/engine';
import { CHANCE, GRAPH, type ConflictModel } from '@standoff/model';
import { counted, figure } from '../told/english.js';
import { optionRows, type OptionRow } from '../told/option-rows.js';
import type { Words } from '../told/words.js';
import type { SelectedState, StatesResult } from './answer.js';

/** The option table in the field's notation, the names of its states, and how many there are. */
export function tellStates(_: Words, result: StatesResult, model: ConflictModel): Block[] {
  const { matching, states, notKnown, atFirst } = result;
  return [
    ...(states.length === 0 ? [] : [optionTable(model, result.states)]),
    ...list(namedStates(states)),
    paragraph(
      matching === 0
        ? 'No state is like that.'
        : `${counted(matching, 'state')}${notShown(result)}.`,
    ),
    ...(notKnown
      ? [
          note(
            `${
              atFirst
                ? 'There are so many states that finding all answers to moves takes minutes.'
                : 'The states are too many to be looked at one by one.'
            } Which of them hold because better moves would be answered (${notKnown.join(', ')}) is left open.`,
            ...(atFirst ? [inTerminal(' With --full it is done.')] : []),
          ),
        ]
      : []),
  ];
}

function notShown({ matching, states, notKnown }: StatesResult): string {
  const hidden = BigInt(matching) - BigInt(states.length);
  if (hidden === 0n) return '';
  const all = notKnown ? '' : `--limit ${matching}, or `;
  return `; ${figure(notKnown ? hidden : Number(hidden))} not shown (${all}choose with --equilibria, --where, --reachable)`;
}

/** Options as rows grouped by decision maker, states as columns; a choice is one row. */
function optionTable(model: ConflictModel, states: readonly SelectedState[]): Table {
  const row = (label: string, cell: (state: SelectedState) => Inline): Content[] => [
    [label],
    ...states.map((state) => [cell(state)]),
  ];
  const held = CONCEPTS.filter((concept) => states.some((s) => s.concepts.includes(concept)));
  const cell = ({ members, choice }: OptionRow, { name }: SelectedState): Inline => {
    const taken = members.find(({ place }) => name.column[place] === 'Y');
    const open = members.some(({ place }) => name.column[place] === '-');
    if (choice) return taken === undefined ? quiet(open ? '-' : 'none') : strong(taken.label);
    return taken === undefined ? quiet(open ? '-' : 'N') : strong('Y');
  };
  const rows = optionRows(model);
  const owners = [
    ...model.actors,
    ...(model.options.some(({ chance }) => chance) ? [{ id: CHANCE, label: 'Chance' }] : []),
    ...(model.options.some(({ inGraph }) => inGraph) ? [{ id: GRAPH, label: '' }] : []),
  ];
  const groups = owners.map(({ id, label }): RowGroup => ({
    title: label,
    rows: rows.flatMap((one) =>
      one.owner === id ? [row(one.label, (state) => cell(one, state))] : [],
    ),
  }));
  return {
    block: 'table',
    caption: 'The states in the notation of the field',
    columns: [
      column(''),
      ...states.map(({ name: { decimal } }) => ({
        head: [
          {
            inline: 'state' as const,
            decimal: String(decimal),
            text: `#${decimal}`,
            verdict: null,
          },
        ],
        align: 'middle' as const,
      })),
    ],
    groups: [
      ...groups.filter(({ rows }) => rows.length > 0),
      ...(states.some(({ statusQuo }) => statusQuo)
        ? [
            {
              title: '',
              rows: [row('Status quo', ({ statusQuo }) => (statusQuo ? 'now' : ''))],
            },
          ]
        : []),
      ...(held.length > 0
        ? [
            {
              title: 'Equilibrium under',
              rows: held.map((concept) =>
                row(concept, ({ concepts }) =>
                  concepts.includes(concept) ? verdict('yes', 'E') : '',
                ),
              ),
            },
          ]
        : []),
    ],
  };
}

/** "A settlement: #2, #5". */
function namedStates(states: readonly SelectedState[]): ListItem[] {
  const named = states.filter(({ name }) => name.label !== null);
  return [...new Set(named.map(({ name }) => name.label))].map((label) =>
    item([
      `${label}: `,
      quiet(
        named.flatMap(({ name }) => (name.label === label ? [`#${name.decimal}`] : [])).join(', '),
      ),
    ]),
  );
}
