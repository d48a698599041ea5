import {
  FIRM_CONCEPTS,
  holdOf,
  isFirm,
  type CoalitionMove,
  type CoalitionsResult,
  type StateShown,
} from '@standoff/analysis';
import { counted, figure, listed } from '../english.js';
import { stepList } from '../steps.js';
import type { Words } from '../words.js';
import {
  column,
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
  type Section,
} from '@standoff/document';

/** Coalitions told of today's state, and of each outcome. */
const TOLD = 4;
const TOLD_OF_EACH = 2;

/** What decision makers could do together, and which outcomes would withstand it. */
export function coalitionsSection(words: Words, result: CoalitionsResult): Section {
  const { coalitions, couldLeave, equilibria, jumpCount, jumpStates } = result;
  const most = Math.max(...coalitions.map(({ length }) => length));
  const several = coalitions.filter(({ length }) => length > 1).length;
  const told = freestFirst(couldLeave).slice(0, TOLD);
  return {
    id: 'coalitions',
    title: 'What they could do together',
    blocks: [
      lead(leadWords(several, couldLeave)),
      ...list(told.map((move) => item(moveContent(words, move), moveBelow(words, move)))),
      ...(couldLeave.length > told.length
        ? [paragraph(`And ${counted(couldLeave.length - told.length, 'more coalition')}.`)]
        : []),
      ...(equilibria.length === 0
        ? []
        : [
            {
              block: 'table',
              caption: `${
                equilibria.length < jumpStates
                  ? `The nearest ${figure(equilibria.length)} of ${figure(jumpStates)} states`
                  : equilibria.length === 1
                    ? 'The state'
                    : `The ${counted(equilibria.length, 'state')}`
              } that would hold if each acted alone (${listed(FIRM_CONCEPTS, 'or')}), and who could gain by leaving together`,
              columns: [column('State'), column('Against coalitions'), column('Who could gain')],
              groups: [
                {
                  title: '',
                  rows: equilibria.map(({ state, stable, couldLeave: leave }): Content[] => [
                    nameOf(state),
                    [withstands(stable)],
                    [
                      leave.length === 0
                        ? 'nobody'
                        : freestFirst(leave)
                            .slice(0, TOLD_OF_EACH)
                            .map(
                              ({ coalition, example }) =>
                                `${words.actors(coalition)} (by #${example.to.name.decimal})`,
                            )
                            .join('; '),
                      leave.length > TOLD_OF_EACH
                        ? `; ${figure(leave.length - TOLD_OF_EACH)} more`
                        : '',
                    ],
                  ]),
                },
              ],
            } as const,
          ]),
      ...(jumpStates < 2
        ? []
        : [
            paragraph(
              jumpCount === 0
                ? `No coalition could lead from one of these ${counted(jumpStates, 'state')} to another that is better for each of its members.`
                : `Between these ${counted(jumpStates, 'state')} coalitions could make ${counted(jumpCount, 'jump')}, each better for every member.`,
            ),
          ]),
      note(
        `A coalition leaves a state for one that is better for each of its members, by their moves in turn. ${most === 2 && several > 1 ? 'With so many decision makers only coalitions of two were looked at. ' : ''}“Others would answer”: in their own interest, so that some member gains nothing; “only at a price”: they could, but not all of them would want to.`,
      ),
    ],
  };
}

function leadWords(several: number, couldLeave: readonly CoalitionMove[]): string {
  if (several === 1)
    return couldLeave.length === 0
      ? 'Together the two decision makers cannot bring about what is better than today for both.'
      : 'Together the two decision makers could do better than today.';
  if (couldLeave.length === 0)
    return `Of ${counted(several, 'coalition')} of two or more, none can bring about what is better than today for each of its members.`;
  const free = couldLeave.filter(({ stays }) => stays.length === 0).length;
  return `Of ${counted(several, 'coalition')} of two or more, ${figure(couldLeave.length)} could do better than today together, ${free === 0 ? 'none' : figure(free)} of them whatever those outside answer.`;
}

/** Those that nothing stops first, then the smallest. */
function freestFirst(moves: readonly CoalitionMove[]): CoalitionMove[] {
  return [...moves].sort(
    (a, b) => freedom(a) - freedom(b) || a.coalition.length - b.coalition.length,
  );
}

function freedom({ stays }: CoalitionMove): number {
  return isFirm(stays) ? 2 : stays.length > 0 ? 1 : 0;
}

const STOPPED: readonly Inline[] = [
  verdict('no', 'nothing could stop it'),
  verdict('partly', 'stopped only at a price'),
  verdict('yes', 'others would answer'),
];

function moveContent(words: Words, move: CoalitionMove): Content {
  const { coalition, improvements, example } = move;
  return [
    strong(words.actors(coalition)),
    ' ',
    STOPPED[freedom(move)],
    `: ${counted(improvements, 'state')} would be better for each of them, such as `,
    ...nameOf(example.to),
    '.',
  ];
}

function moveBelow(words: Words, { example: { path, sanction } }: CoalitionMove): Block[] {
  return [
    ...stepList(words, path),
    ...(sanction === null
      ? []
      : [
          paragraph(
            `But those outside would have reason to answer, and leave ${words.actors(sanction.deterred)} no better off:`,
          ),
          ...stepList(words, sanction.path),
        ]),
  ];
}

function nameOf({ name }: StateShown): Inline[] {
  return [name.label ?? 'a state without a name', quiet(` #${name.decimal}`)];
}

function withstands(stable: CoalitionsResult['equilibria'][number]['stable']): Inline {
  const hold = holdOf(stable);
  if (hold === null) return verdict('no', 'would break');
  if (hold.answers === 'none') return verdict('yes', 'nobody gains by leaving');
  return hold.firm ? verdict('yes', 'others would answer') : verdict('partly', 'only at a price');
}
