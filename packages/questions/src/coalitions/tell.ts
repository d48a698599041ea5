import {
  column,
  heading,
  inTerminal,
  item,
  lead,
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
} from '@standoff/document';
import {
  COALITION_CONCEPTS,
  COALITION_DEFINITIONS,
  FIRM_CONCEPTS,
  holdOf,
  isFirm,
} from '@standoff/engine';
import type { CoalitionMove, CoalitionsResult } from './answer.js';
import { alike, severalWords } from '../told/alike.js';
import { capitalised, counted, figure, listed } from '../told/english.js';
import { isToday, stateCalled } from '../told/inlines.js';
import { judgedOf, tellTogether } from './tell-together.js';
import { stepList } from '../told/steps.js';
import type { Words } from '../told/words.js';

/** Coalitions told of the state asked about, and of each outcome; states and jumps. */
const TOLD = 6;
const TOLD_OF_EACH = 2;

/** What decision makers could do together, and which outcomes would withstand it. */
export function tellCoalitions(words: Words, result: CoalitionsResult): Block[] {
  const { stable, joint } = result;
  if (joint.asked === 0) return [paragraph('No two decision makers act together here.')];
  return [
    ...tellTogether(words, result),
    ...(stable === null ? [] : tellLeaving(words, result)),
    ...(stable === null ? [] : tellOutcomes(words, result)),
    ...tellWithstanding(words, result),
    ...tellJumps(words, result),
    note(
      `A coalition leaves a state for one that is better for each of its members, by their moves in turn; a single decision maker is a coalition of one. It stays under ${COALITION_CONCEPTS.map((concept) => `${concept} if ${COALITION_DEFINITIONS[concept].meaning}`).join('; under ')}. “Others would answer”: in their own interest, so that some member gains nothing; “only at a price”: they could, but not all of them would want to.`,
    ),
  ];
}

/** Who could leave the state asked about together. */
function tellLeaving(
  words: Words,
  { from, couldLeave, coalitions, partition, joint }: CoalitionsResult,
): Block[] {
  const all = judgedOf({ coalitions, partition, joint });
  const state = isToday(from) ? ['today’s state'] : [stateCalled(words, from)];
  if (couldLeave.length === 0)
    return [
      lead(
        `Nobody could leave `,
        ...state,
        ' together: of ',
        ...all,
        `, none can bring about what is better for each of its members.`,
      ),
    ];
  const free = couldLeave.filter((move) => freedom(move) === 0).length;
  const told = telling(couldLeave);
  const shown = told.slice(0, TOLD);
  const more = couldLeave.length - shown.length;
  return [
    lead(
      'Of ',
      ...all,
      `, ${figure(couldLeave.length)} could do better than `,
      ...state,
      ` together, ${free === 0 ? 'none' : figure(free)} of them whatever those outside answer.`,
    ),
    ...list(shown.map((move) => tellMove(words, move))),
    ...(more > 0
      ? [paragraph(`And ${counted(more, 'more coalition')}, larger or less free to leave.`)]
      : []),
  ];
}

function tellMove(words: Words, move: CoalitionMove): ListItem {
  const { coalition, improvements, example } = move;
  const { to, path, sanction } = example;
  return item(
    [
      strong(words.actors(coalition)),
      ': ',
      STOPPED[freedom(move)],
      `; ${counted(improvements, 'state')} would be better for each of them, such as `,
      stateCalled(words, to),
      '.',
    ],
    [
      ...stepList(words, path),
      ...(sanction === null
        ? []
        : [
            paragraph(
              `But those outside would have reason to answer, and leave ${words.actors(sanction.deterred)} no better off:`,
            ),
            ...stepList(words, sanction.path),
          ]),
    ],
  );
}

/** What would hold if each acted alone, and who could gain by leaving it together. */
function tellOutcomes(words: Words, { equilibria, jumpStates }: CoalitionsResult): Block[] {
  const head = heading('Which outcomes coalitions would break');
  if (equilibria.length === 0)
    return [
      head,
      paragraph(`No state would hold firmly (${listed(FIRM_CONCEPTS, 'or')}) if each acted alone.`),
    ];
  const kept = equilibria.filter(({ couldLeave }) => couldLeave.length === 0).length;
  return [
    head,
    paragraph(
      `Of ${equilibria.length < jumpStates ? `the nearest ${figure(equilibria.length)} of ${counted(jumpStates, 'state')}` : counted(equilibria.length, 'state')} that would hold firmly if each acted alone, ${kept === 0 ? 'none is' : kept === 1 ? 'one is' : `${figure(kept)} are`} such that no coalition has anything better to go to.`,
    ),
    {
      block: 'table',
      caption: 'Outcomes, and who could gain by leaving them together',
      columns: [column('State'), column('Against coalitions'), column('Who could gain')],
      groups: [
        { title: 'Where improvements lead from today', reached: true },
        { title: 'Where they do not lead', reached: false },
      ]
        .map(({ title, reached }) => ({
          title,
          rows: alike(
            equilibria.filter(({ reachable }) => reachable.improvements === reached),
            ({ state, concepts, stable, couldLeave }) =>
              JSON.stringify([words.called(state), concepts, stable, gaining(words, couldLeave)]),
          ).map(([{ state, concepts, stable, couldLeave }, ...same]): Content[] => [
            [
              stateCalled(words, state),
              severalWords(1 + same.length),
              quiet(` ${concepts.join(' ')}`),
            ],
            [withstands(stable)],
            gaining(words, couldLeave),
          ]),
        }))
        .filter(({ rows }) => rows.length > 0),
    },
  ];
}

function gaining(words: Words, couldLeave: readonly CoalitionMove[]): Content {
  if (couldLeave.length === 0) return ['Nobody'];
  const told = telling(couldLeave).slice(0, TOLD_OF_EACH);
  const more = couldLeave.length - told.length;
  return [
    ...told.flatMap(({ coalition, example }, k) => [
      `${k > 0 ? `; ${words.actors(coalition)}` : capitalised(words.actors(coalition))}, for `,
      stateCalled(words, example.to),
    ]),
    more > 0 ? `; ${figure(more)} more` : '',
  ];
}

/** How many states withstand, by concept, and the nearest of them. */
function tellWithstanding(
  words: Words,
  { stable, universal, coalitions, partition }: CoalitionsResult,
): Block[] {
  if (stable === null)
    return [
      paragraph(
        'With so many states it was not looked at which outcomes coalitions would break, and what no coalition would leave',
        inTerminal(' (--full does)'),
        '.',
      ),
    ];
  return [
    heading('What no coalition would leave'),
    paragraph(
      `Stable for every one of the ${counted(coalitions.length, partition ? 'block' : 'coalition')}: ${Object.entries(
        stable,
      )
        .map(([concept, { all, single }]) => `${concept} ${figure(all)} of ${figure(single)}`)
        .join(', ')} states that are so for each decision maker alone.`,
    ),
    ...list(
      universal
        .slice(0, TOLD)
        .map(({ state, concepts }) =>
          item([stateCalled(words, state), quiet(` ${concepts.join(' ')}`)]),
        ),
    ),
  ];
}

function tellJumps(words: Words, { jumps, jumpCount, jumpStates }: CoalitionsResult): Block[] {
  if (jumpStates < 2) return [];
  const states = counted(jumpStates, 'firm equilibrium', 'firm equilibria');
  return [
    heading('From one equilibrium to another'),
    paragraph(
      jumpCount === 0
        ? `No coalition could lead from one of the ${states} to another that is better for each of its members.`
        : `Between ${states} coalitions could make ${counted(jumpCount, 'jump')}, each better for every member. The nearest:`,
    ),
    ...list(
      alike(jumps, ({ coalition, from, to, path }) =>
        JSON.stringify([coalition, words.called(from), words.called(to), path.length]),
      )
        .slice(0, TOLD)
        .map(([{ coalition, from, to, path }]) =>
          item([
            strong(words.actors(coalition)),
            ': from ',
            stateCalled(words, from),
            ' to ',
            stateCalled(words, to),
            `, in ${counted(path.length, 'step')}`,
          ]),
        ),
    ),
  ];
}

/**
 * The coalitions that tell something, the freest first, then the smallest: a larger one tells nothing
 * where some of its members can leave as freely without the others.
 */
export function telling(moves: readonly CoalitionMove[]): CoalitionMove[] {
  return moves
    .filter(
      (move) =>
        !moves.some(
          (other) =>
            other.coalition.length < move.coalition.length &&
            freedom(other) <= freedom(move) &&
            other.coalition.every((member) => move.coalition.includes(member)),
        ),
    )
    .sort((a, b) => freedom(a) - freedom(b) || a.coalition.length - b.coalition.length);
}

/** 0: nothing keeps it from leaving; 1: others could answer at a price to themselves; 2: in their own interest. */
function freedom({ stays }: CoalitionMove): number {
  return isFirm(stays) ? 2 : stays.length > 0 ? 1 : 0;
}

const STOPPED: readonly Inline[] = [
  verdict('no', 'nobody outside could stop it'),
  verdict('partly', 'those outside could stop it only at a price'),
  verdict('yes', 'those outside would answer'),
];

function withstands(stable: CoalitionsResult['equilibria'][number]['stable']): Inline {
  const hold = holdOf(stable);
  if (hold === null) return verdict('no', 'would break');
  if (hold.answers === 'none') return verdict('yes', 'nobody gains by leaving');
  return hold.firm ? verdict('yes', 'others would answer') : verdict('partly', 'only at a price');
}
