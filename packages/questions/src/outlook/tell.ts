import {
  heading,
  inTerminal,
  item,
  lead,
  list,
  paragraph,
  quiet,
  type Block,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { holdOf } from '@standoff/engine';
import type { Course, End, Outlook, OutlookResult, PathsTo } from './answer.js';
import { countOf, STANDARDS, type Standard, type Step } from '@standoff/situation';
import { tellCalendar } from '../told/calendar.js';
import {
  heldWords,
  otherwiseWords,
  pullWords,
  standardNote,
  variantWords,
} from '../told/course-words.js';
import { counted, figure } from '../told/english.js';
import { stateInline } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import { stepList } from '../told/steps.js';
import { takenContent } from '../told/today.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';

/** So many ends are told one by one where there are more than were asked for. */
const FEW = 3;

/** Where the present course leads, from each state that today may be. */
export function tellOutlook(words: Words, result: OutlookResult, model: ConflictModel): Block[] {
  const { outlooks, notKnown } = result;
  return [
    ...outlooks.flatMap((outlook, k) => [
      ...(outlooks.length > 1
        ? [heading(`If things stand like this (${k + 1} of ${outlooks.length})`)]
        : []),
      lead(courseWords(outlook)),
      ...tellCourse(words, outlook, result.standard),
    ]),
    ...tellCalendar(words, result, model),
    ...tellLeftOpen(notKnown, result.atFirst),
    standardNote(result),
  ];
}

/** Where the course leads, in a sentence. */
function courseWords(outlook: Outlook): string {
  const { course, reasons, ends, moreEnds = 0, endsOpen } = outlook;
  if (course.states === 0)
    return reasons.length === 0
      ? 'Things stay as they are: no decision maker has a move that is better for it.'
      : 'Things stay as they are: each better move would be undone by what others would answer.';
  const count = countOf(BigInt(ends.length) + BigInt(moreEnds));
  const rounds = ends.filter(({ round }) => round !== 0).length;
  const where =
    count === 0
      ? 'where it ends is left open'
      : rounds === ends.length && count === rounds
        ? 'there it goes round without an end'
        : `it ends in ${count === 1 ? 'one outcome' : counted(count, 'outcome')}${rounds > 0 ? `, in ${figure(rounds)} of which it goes round` : ''}`;
  return `From today the course leads to ${otherStates(course)}; ${where}${endsOpen && count !== 0 ? ', and may go round elsewhere' : ''}.`;
}

/** "at least 12 other states". */
function otherStates({ states, cutShort }: Course): string {
  return `${cutShort ? 'at least ' : ''}${counted(states, 'other state')}`;
}

function tellCourse(words: Words, outlook: Outlook, standard: Standard): Block[] {
  const { course, moves, ends, moreEnds, otherwise, paths } = outlook;
  return [
    ...tellToday(words, outlook, standard),
    ...(course.states === 0
      ? []
      : ends
          .slice(0, moreEnds === undefined ? Infinity : FEW)
          .flatMap((end, k) => tellEnd(words, end, k))),
    ...(moreEnds === undefined
      ? []
      : [
          paragraph(
            `And ${counted(countOf(BigInt(moreEnds) + BigInt(Math.max(0, ends.length - FEW))), 'more end')}.`,
            inTerminal(
              ` --json has ${figure(ends.length)} with the way there; --limit asks for more.`,
            ),
          ),
        ]),
    ...(otherwise.length === 0
      ? []
      : [
          heading('What it hangs on'),
          ...otherwise.map((one) => paragraph(otherwiseWords(words, one))),
        ]),
    heading('How far moves lead'),
    paragraph(
      moves.states === 0
        ? 'Moves of any kind: nowhere, for no decision maker has any.'
        : `Moves of any kind: to ${otherStates(moves)}, of which ${figure(moves.holding)} would hold.`,
    ),
    ...tellDeadEnds(outlook),
    ...(paths ? tellPaths(words, paths) : []),
  ];
}

function tellToday(
  words: Words,
  { from, concepts, reasons, steps }: Outlook,
  standard: Standard,
): Block[] {
  const moving = words.actors([...new Set(reasons.map(({ actor }) => actor))]);
  const would = [...new Set(steps.map(({ actor }) => actor))];
  const back = [...new Set(reasons.map(({ actor }) => actor))].filter((id) => !would.includes(id));
  const { clause } = holdOf(concepts.filter((one) => one === STANDARDS[standard].concept)) ?? {
    clause: '',
  };
  return [
    heading('Today'),
    paragraph(...takenContent(words, from.taken)),
    paragraph(
      would.length > 0
        ? `Things do not stay as they are: ${words.actors(would)} would move${back.length > 0 ? `; ${words.actors(back)} could do better, and ${back.length === 1 ? 'is' : 'are'} held back` : ''}.`
        : words.nobodyMoves
          ? NOBODY_MOVES
          : reasons.length === 0
            ? 'Things can stay as they are: nobody has a better move.'
            : `Things can stay as they are, ${clause}: ${moving} could do better at once.`,
    ),
  ];
}

function tellEnd(words: Words, end: End, k: number): Block[] {
  const { nearest, round, hold, concepts, way, slow, shortest } = end;
  const pull = pullWords(end);
  const variants = variantWords(words, end);
  return [
    heading(
      `End ${k + 1}: `,
      stateInline(nearest),
      quiet(`${pull === '' ? '' : ` (${pull})`} ${concepts.join(' ')}`),
    ),
    ...(round !== 0
      ? [paragraph(`The nearest of ${counted(round, 'state')} in which it goes round.`)]
      : []),
    paragraph(
      `${words.against(nearest.name, nearest.taken)}${hold === null ? '' : ` It would hold, ${heldWords(hold)}${variants === '' ? '' : `, ${variants}`}.`}`,
    ),
    ...(shortest === false ? [paragraph('A way there, perhaps not the shortest:')] : []),
    ...stepList(words, way),
    ...slow.map(({ step, mayReact }) =>
      paragraph(
        `Step ${step + 1} takes long. ${mayReact.length === 0 ? 'Meanwhile nobody else has a better move.' : `Meanwhile ${words.actors(mayReact)} could do better by a move of ${mayReact.length === 1 ? 'its' : 'their'} own.`}`,
      ),
    ),
  ];
}

function tellDeadEnds({ moves: { noWayOut } }: Outlook): Block[] {
  if (noWayOut.length === 0) return [];
  return [
    paragraph(
      `From ${counted(noWayOut.length, 'state')} nobody has any move: `,
      ...noWayOut.slice(0, 3).flatMap((state, k) => [...(k > 0 ? [', '] : []), stateInline(state)]),
      noWayOut.length > 3 ? ', …' : '.',
    ),
  ];
}

function tellPaths(words: Words, { state, by, paths, all }: PathsTo): Block[] {
  return [
    heading('The ways to ', stateInline(state)),
    paragraph(
      paths.length === 0
        ? all
          ? 'No legal moves lead there.'
          : 'No way there was found.'
        : `${all ? 'All' : 'The first'} ${counted(paths.length, 'path')}, ${by === 'course' ? 'each along the course' : 'not all steps such as the course takes'}; ${paths.some(comesBack) ? 'there is none that visits no state twice' : 'no state is visited twice'}.`,
    ),
    ...list(
      paths.map((steps) => item([`${counted(steps.length, 'step')}:`], stepList(words, steps))),
      true,
    ),
  ];
}

/** Whether a state is visited twice. */
function comesBack(steps: readonly Step[]): boolean {
  const visited = [...steps.slice(0, 1).map(({ from }) => from), ...steps.map(({ to }) => to)];
  return new Set(visited.map((taken) => taken.join(' '))).size < visited.length;
}
