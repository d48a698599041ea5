import { heading, item, lead, list, note, paragraph, quiet, type Block } from '@standoff/document';
import { holdOf } from '@standoff/engine';
import type { Arrival, Course, Outlook, OutlookResult, PathsTo } from './solve.js';
import { countOf, type Step } from '@standoff/situation';
import type { Count, Digits } from '@standoff/model';
import { wayEnds } from '../told/course-words.js';
import { counted, figure } from '../told/english.js';
import { stateInline } from '../told/inlines.js';
import { tellLeftOpen } from '../told/left-open.js';
import { movers, stepList } from '../told/steps.js';
import { takenContent } from '../told/today.js';
import { NOBODY_MOVES, type Words } from '../told/words.js';

/** So many of the states on the way are named. */
const SHORT = 8;
/** So many ends are told one by one where there are more than were asked for. */
const FEW = 3;

/** Where the present course leads, from each state that today may be. */
export function tellOutlook(words: Words, { outlooks, notKnown }: OutlookResult): Block[] {
  return [
    ...outlooks.flatMap((outlook, k) => [
      ...(outlooks.length > 1
        ? [heading(`If things stand like this (${k + 1} of ${outlooks.length})`)]
        : []),
      lead(courseWords(outlook)),
      ...tellCourse(words, outlook, notKnown !== undefined),
    ]),
    ...tellLeftOpen(notKnown),
    note(
      'An improvement is a move that is better, by its own preferences, for the one who makes it. That a way is open does not mean that it will be gone: each step is one that somebody has a reason to take. #12 is a state’s number: “standoff explain” says why it holds or not, “standoff outlook --to” shows every way there.',
    ),
  ];
}

/** Where improvements lead, in a sentence. */
export function courseWords(outlook: Outlook): string {
  const { improvements, endsOpen } = outlook;
  if (improvements.states === 0)
    return 'Nowhere: no decision maker has a move that is better for it.';
  const ends = endCount(outlook);
  const where =
    endsOpen === undefined
      ? wayEnds(ends)
      : ends === 0
        ? 'where the way ends is left open'
        : `${wayEnds(ends)}, and may go round elsewhere`;
  return `Each by its own improvements, the decision makers can reach ${otherStates(improvements)}; ${where}.`;
}

function endCount({ ends, moreEnds = 0 }: Outlook): Count | Digits {
  return countOf(BigInt(ends.length) + BigInt(moreEnds));
}

/** "at least 12 other states". */
function otherStates({ states, cutShort }: Course): string {
  return `${cutShort ? 'at least ' : ''}${counted(states, 'other state')}`;
}

function tellCourse(words: Words, outlook: Outlook, open: boolean): Block[] {
  const { improvements, ends, moreEnds, paths } = outlook;
  return [
    ...tellToday(words, outlook),
    ...ends
      .slice(0, moreEnds === undefined ? Infinity : FEW)
      .flatMap(({ states, nearest }, k) => [
        heading(
          `End ${k + 1}: `,
          stateInline(nearest.state),
          quiet(` ${nearest.concepts.join(' ')}`),
        ),
        ...(states !== 1
          ? [paragraph(`The nearest of ${counted(states, 'state')} in which they go round.`)]
          : []),
        ...tellArrival(words, nearest),
      ]),
    ...(moreEnds === undefined
      ? []
      : [
          paragraph(
            `And ${counted(countOf(BigInt(moreEnds) + BigInt(Math.max(0, ends.length - FEW))), 'more end')}, of which --json has ${figure(ends.length)} with the way there; --limit asks for more.`,
          ),
        ]),
    ...tellStops(words, outlook),
    heading('How far moves lead'),
    paragraph(
      improvements.states === 0
        ? 'Improvements: nowhere.'
        : `Improvements: to ${otherStates(improvements)}${among(improvements, open)}.`,
    ),
    paragraph(anyMoves(outlook, open)),
    ...tellDeadEnds(outlook),
    ...(paths ? tellPaths(words, paths) : []),
  ];
}

function tellToday(words: Words, { from, concepts, undecided, reasons }: Outlook): Block[] {
  const hold = holdOf(concepts);
  const moving = words.actors([...new Set(reasons.map(({ actor }) => actor))]);
  return [
    heading('Today'),
    paragraph(...takenContent(words, from.taken)),
    paragraph(
      hold === null && undecided !== undefined
        ? `Whether things stay as they are was not decided: ${moving} could do better, and may be deterred.`
        : hold === null
          ? `The model says that things do not stay as they are: ${moving} could do better, and at least one of them would not be deterred.`
          : words.nobodyMoves
            ? NOBODY_MOVES
            : reasons.length === 0
              ? 'The model says that things can stay as they are: nobody has a better move.'
              : `The model says that things can stay as they are, ${hold.clause}: ${moving} could do better at once.`,
    ),
  ];
}

function tellArrival(words: Words, { state, steps, slow, shortest }: Arrival): Block[] {
  return [
    paragraph(words.against(state.name, state.taken)),
    ...(shortest === false ? [paragraph('A way there, perhaps not the shortest:')] : []),
    ...stepList(words, steps),
    ...slow.map(({ step, mayReact }) =>
      paragraph(
        `Step ${step + 1} takes long. ${mayReact.length === 0 ? 'Meanwhile nobody else has a better move.' : `Meanwhile ${words.actors(mayReact)} could do better by a move of ${mayReact.length === 1 ? 'its' : 'their'} own.`}`,
      ),
    ),
  ];
}

/** States on the way that would hold by more than answers at any price. */
function tellStops(words: Words, { improvements, ends, moreEnds = 0 }: Outlook): Block[] {
  const ended = new Set(ends.map(({ nearest }) => nearest.state.name.decimal));
  const others = improvements.firm.filter(({ state }) => !ended.has(state.name.decimal));
  if (improvements.states === 0 || others.length === 0) return [];
  const told = others.slice(0, SHORT);
  const atEnds = ends.filter(({ nearest }) => holdOf(nearest.concepts)?.firm).length;
  const hidden = BigInt(improvements.firmCount) - BigInt(moreEnds) - BigInt(atEnds + told.length);
  return [
    heading('Where it may stop on the way'),
    paragraph(
      'Somebody could do better there, but would have to expect answers in the others’ own interest.',
    ),
    ...list(
      told.map(({ state, concepts, steps }) =>
        item([
          stateInline(state),
          quiet(` ${concepts.join(' ')}`),
          `: ${steps.length === 0 ? 'as today' : `${counted(steps.length, 'step')} by ${movers(words, steps)}`}`,
        ]),
      ),
    ),
    ...(hidden > 0n ? [paragraph(`And ${figure(hidden)} more (--json has them).`)] : []),
  ];
}

function anyMoves({ improvements, moves }: Outlook, open: boolean): string {
  const further = BigInt(moves.firmCount) - BigInt(improvements.firmCount);
  return moves.states === 0
    ? 'Moves of any kind: nowhere, for no decision maker has any.'
    : `Moves of any kind: to ${otherStates(moves)}${among(moves, open)}${further > 0n ? `; ${figure(further)} of the firmer ones only if somebody moves against its own interest` : ''}.`;
}

/** @param open whether more may hold than are known to. */
function among({ equilibria, firmCount }: Course, open: boolean): string {
  if (equilibria === 0) return open ? '' : ', none of which would hold';
  return firmCount === equilibria
    ? `; ${open ? 'at least ' : ''}${figure(equilibria)} would hold`
    : `; ${figure(equilibria)} would hold, ${figure(firmCount)} of them by more than answers at any price`;
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
        : `${all ? 'All' : 'The first'} ${counted(paths.length, 'path')}, ${by === 'improvements' ? 'each step an improvement' : 'not all steps improvements'} for the one who moves; ${paths.some(comesBack) ? 'there is none that visits no state twice' : 'no state is visited twice'}.`,
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
