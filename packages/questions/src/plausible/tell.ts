import {
  cited,
  element,
  heading,
  item,
  lead,
  list,
  note,
  paragraph,
  quiet,
  type Block,
  type Content,
} from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS, type Standard } from '@standoff/situation';
import type { PlausibleCheck, PlausibleResult } from './answer.js';
import { standardNote } from '../told/course-words.js';
import { counted, figure, listed } from '../told/english.js';
import { actorHead } from '../told/inlines.js';
import type { Words } from '../told/words.js';

/** What is expected of each kind of check, in the order in which they are told. */
export const EXPECTED: Readonly<Record<PlausibleCheck['kind'], string>> = {
  stays: 'Who has not moved should have a reason to stay',
  moved: 'What an actor did should have been better for it',
  possible: 'What happened should be possible',
  extreme: 'What is said to be worst or best should be so',
  line: 'Who draws a red line should stand on its side of it',
  used: 'Each option should be one that its owner has a reason to change somewhere',
};

/** Where what is observed and said does not fit the model. */
export function tellPlausible(
  words: Words,
  { checks, standard }: PlausibleResult,
  model: ConflictModel,
): Block[] {
  if (checks.length === 0) return [paragraph(fitting(checks))];
  return [
    lead(`${fitting(checks)} Nothing is tuned so that it fits.`),
    ...Object.entries(EXPECTED).flatMap(([kind, expected]) => {
      const own = checks.filter((check) => check.kind === kind);
      if (own.length === 0) return [];
      const others = own.filter(({ fits }) => fits !== true);
      return [
        heading(`${expected}: ${figure(own.length - others.length)} of ${figure(own.length)}`),
        ...(others.length === 0
          ? [paragraph('All fit.')]
          : list(others.map((one) => item(tellCheck(words, model, one, standard))))),
      ];
    }),
    note(
      'A misfit is a question, not a verdict: the preferences may be wrong, something may be missing, or an actor may have acted against its wishes.',
    ),
    standardNote({ standard }),
  ];
}

/** "Of 39 checks against what is observed and said, 4 do not fit." */
export function fitting(checks: readonly PlausibleCheck[]): string {
  if (checks.length === 0)
    return 'There is nothing to check: no decision maker, no event, nothing said to be worst.';
  const misfits = checks.filter(({ fits }) => fits === false).length;
  const open = checks.filter(({ fits }) => fits === null).length;
  const parts = [
    ...(misfits > 0 ? [`${figure(misfits)} ${misfits === 1 ? 'does' : 'do'} not fit`] : []),
    ...(open > 0 ? [`${figure(open)} ${open === 1 ? 'was' : 'were'} not decided`] : []),
  ];
  return `Of ${counted(checks.length, 'check')} against what is observed and said, ${parts.length === 0 ? 'all fit' : parts.join(', ')}.`;
}

/** One check: whom it is about, what was looked at, and the step that shows it. */
export function tellCheck(
  words: Words,
  model: ConflictModel,
  check: PlausibleCheck,
  standard: Standard,
): Content {
  const { actor, about, step, later, evidence } = check;
  const text = found(words, model, check, standard);
  return [
    ...(actor === null ? [] : [actorHead(words, actor), ': ']),
    about === actor ? text : element(about, text),
    `${step ? `; the step: ${words.deed(step.takes, step.drops)}` : ''}${/[.!?]$/.test(text) && !step ? '' : '.'}`,
    ...(later ? [quiet(' (after the date of the model, which it tests)')] : []),
    ' ',
    ...cited(evidence),
  ];
}

/** What was found, of the actor where it is about one. */
function found(
  words: Words,
  { events, scenarios }: ConflictModel,
  check: PlausibleCheck,
  standard: Standard,
): string {
  const { about, fits, step } = check;
  const labelled = (elements: readonly { readonly id: string; readonly label: string }[]): string =>
    `“${elements.find(({ id }) => id === about)?.label ?? about}”`;
  switch (check.kind) {
    case 'stays': {
      const { undone } = STANDARDS[standard];
      if (step === null) return 'has no better move';
      if (fits === null) return `has a better move, and whether each ${undone} was not decided`;
      return fits
        ? `has better moves, of which each ${undone}`
        : 'has reason to move, and yet it has not';
    }
    case 'moved':
      return `${labelled(events)} ${MADE[check.change]} for it (${check.because})`;
    case 'possible':
      return check.breaks.length > 0
        ? `${labelled(events)} breaks ${listed(check.breaks.map((text) => `“${text}”`))}`
        : `${labelled(events)} is no move that the model allows it`;
    case 'extreme':
      return `${labelled(scenarios)} is ${fits ? '' : 'not '}the ${check.extreme} by its preferences`;
    case 'used':
      return fits
        ? `gains somewhere by taking up or giving up ${words.named(about)}`
        : `never gains by taking up or giving up ${words.named(about)}`;
    case 'line':
      return `stands ${fits ? 'on its side of' : 'beyond'} its own red line “${check.line}”`;
  }
}

const MADE: Readonly<Record<'better' | 'worse' | 'same', string>> = {
  better: 'made matters better',
  worse: 'made matters worse',
  same: 'changed nothing',
};
