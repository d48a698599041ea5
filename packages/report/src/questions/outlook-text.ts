import type { Arrival, Course, Outlook, OutlookResult, Step } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { pathLines } from '../analysis/path.js';
import { holdOf } from '../concepts.js';
import { NO_END } from '../course-words.js';
import { counted, figure, listed } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../telling.js';
import { NOBODY_MOVES, Words } from '../words.js';

/** So many of the states on the way are named. */
const SHORT = 8;

/** Where the present course leads. */
export function outlookText(
  model: ConflictModel,
  result: OutlookResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'where the present course leads');
  result.outlooks.forEach((outlook, k) => {
    if (result.outlooks.length > 1)
      page.heading(`If things stand like this (${k + 1} of ${result.outlooks.length})`);
    outlookFrom(page, words, outlook, options.caseName ?? 'CASE');
  });
  return page.toString();
}

function outlookFrom(page: Page, words: Words, outlook: Outlook, caseName: string): void {
  const { from, concepts, reasons, improvements, moves, ends, paths } = outlook;
  page.heading('Today');
  const phrases = words.taken(from.taken);
  page.line(phrases.length === 0 ? 'No option is taken.' : `Taken: ${phrases.join('; ')}.`, {
    indent: 2,
    margin: references(words.evidence(from.taken)),
  });
  const hold = holdOf(concepts);
  const movers = [...new Set(reasons.map(({ actor }) => actor))];
  page.line(
    hold === null
      ? `The model says that things do not stay as they are: ${words.actors(movers)} could do better, and at least one of them would not be deterred.`
      : words.nobodyMoves
        ? NOBODY_MOVES
        : movers.length === 0
          ? 'The model says that things can stay as they are: nobody has a better move.'
          : `The model says that things can stay as they are, ${hold.clause}: ${words.actors(movers)} could do better at once.`,
    { indent: 2 },
  );

  page.heading('Where improvements lead');
  if (improvements.states === 0)
    page.line('Nowhere: no decision maker has a move that is better for it.', { indent: 2 });
  else {
    page.line(
      `Moves that are each better for the one who makes them lead to ${counted(improvements.states, 'other state')}${among(improvements)}. ${endsSentence(outlook)}`,
      { indent: 2 },
    );
    ends.forEach(({ states, nearest }, k) => {
      page.blank();
      arrival(
        page,
        words,
        nearest,
        states === 1
          ? `End ${k + 1}.`
          : `End ${k + 1}, a round of ${counted(states, 'state')}; the nearest of them:`,
      );
    });
    const ended = new Set(ends.map(({ nearest }) => nearest.state.name.decimal));
    const others = improvements.firm.filter(({ state }) => !ended.has(state.name.decimal));
    if (others.length > 0) {
      page.heading('Where it may stop on the way');
      page.line(
        'Somebody could do better there, but would have to expect answers in the others’ own interest.',
        { indent: 2 },
      );
      for (const { state, concepts, steps } of others.slice(0, SHORT)) {
        const movers = words.actors([...new Set(steps.map(({ actor }) => actor))]);
        page.line(
          `${page.style.strong(state.name.label ?? 'A state without a name')}: ${steps.length === 0 ? 'as today' : `${counted(steps.length, 'step')} by ${movers}`}`,
          { indent: 2, hang: 2, margin: `#${state.name.decimal}  ${concepts.join(' ')}` },
        );
      }
      const hidden =
        improvements.firmCount -
        ends.filter(({ nearest }) => holdOf(nearest.concepts)?.firm).length -
        Math.min(SHORT, others.length);
      if (hidden > 0) page.line(`and ${hidden} more (--json has them)`, { indent: 2 });
    }
  }

  page.heading('Where moves of any kind lead');
  page.line(
    moves.states === 0
      ? 'Nowhere: no decision maker has any move.'
      : `To ${counted(moves.states, 'other state')}${among(moves)}${moves.firmCount > improvements.firmCount ? `; ${moves.firmCount - improvements.firmCount} of the firmer ones only if somebody moves against its own interest` : ''}.`,
    { indent: 2 },
  );
  if (moves.noWayOut.length > 0)
    page.line(
      `From ${counted(moves.noWayOut.length, 'state')} nobody has any move: ${moves.noWayOut
        .slice(0, 3)
        .map(({ name }) => `${words.short(name)}#${name.decimal}`)
        .join(', ')}${moves.noWayOut.length > 3 ? ', …' : ''}.`,
      { indent: 2 },
    );

  if (paths) {
    page.heading(`The ways to ${words.short(paths.state.name)}#${paths.state.name.decimal}`);
    page.line(
      paths.paths.length === 0
        ? 'No legal moves lead there.'
        : `${paths.all ? 'All' : 'The first'} ${counted(paths.paths.length, 'path')}${paths.by === 'improvements' ? ', each step an improvement for the one who moves' : ', not all steps improvements for the one who moves'}; ${paths.paths.some(comesBack) ? 'there is none that visits no state twice' : 'no state is visited twice'}.`,
      { indent: 2 },
    );
    paths.paths.forEach((steps, k) => {
      page.line(`Way ${k + 1}, ${counted(steps.length, 'step')}`, { indent: 2 });
      pathLines(page, words, steps, 4);
    });
  }
  page.blank();
  page.line(
    page.style.quiet(
      `#12 is a state’s number. “standoff explain ${caseName} --state '#12'” says why it holds or not; “standoff outlook ${caseName} --to '#12'” shows every way there.`,
    ),
  );
}

/** Whether a state is visited twice. */
function comesBack(steps: readonly Step[]): boolean {
  const visited = [...steps.slice(0, 1).map(({ from }) => from), ...steps.map(({ to }) => to)];
  return new Set(visited.map((taken) => taken.join(' '))).size < visited.length;
}

function among({ equilibria, firmCount }: Course): string {
  if (equilibria === 0) return ', none of which would hold';
  return firmCount === equilibria
    ? `; ${figure(equilibria)} would hold`
    : `; ${figure(equilibria)} would hold, ${figure(firmCount)} of them by more than answers at any price`;
}

function endsSentence({ ends }: Outlook): string {
  const rounds = ends.filter(({ states }) => states > 1).length;
  if (ends.length === 0) return `They end ${NO_END}.`;
  if (rounds === 0)
    return ends.length === 1
      ? 'Whoever follows them far enough ends in one and the same state.'
      : `Whoever follows them far enough ends in one of ${ends.length} states, which it leaves no more.`;
  return `Whoever follows them far enough ends in one of ${counted(ends.length, 'set')} of states; in ${rounds === ends.length ? (rounds === 1 ? 'it' : 'each of them') : `${rounds} of them`} improvements go round without an end.`;
}

function arrival(
  page: Page,
  words: Words,
  { state, concepts, steps, slow }: Arrival,
  lead: string,
): void {
  const title = state.name.label ?? 'A state without a name';
  page.line(`${lead === '' ? '' : `${lead} `}${page.style.strong(title)}`, {
    indent: 2,
    margin: `#${state.name.decimal}  ${concepts.join(' ')}`,
  });
  page.line(words.against(state.name, state.taken), { indent: 4 });
  pathLines(page, words, steps, 6);
  for (const { step, mayReact } of slow)
    page.line(
      `Step ${step + 1} takes long. ${mayReact.length === 0 ? 'Meanwhile nobody else has a better move.' : `Meanwhile ${words.actors(mayReact)} could do better by a move of ${mayReact.length === 1 ? 'its' : 'their'} own.`}`,
      { indent: 6 },
    );
  if (steps.length > 0) {
    const movers = [...new Set(steps.map(({ actor }) => actor))].map((id) => words.actor(id));
    page.line(`By ${listed(movers)}.`, { indent: 6 });
  }
}
