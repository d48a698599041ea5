import { heading, item, list, type Block } from '@standoff/document';
import {
  deadlinesAhead,
  windowChanges,
  type ConflictModel,
  type Deadline,
  type OptionId,
  type WindowChange,
} from '@standoff/model';
import { dateInWords } from './english.js';
import { propositionSayer } from './proposition-words.js';
import type { Words } from './words.js';

/** What opens or closes next, where something does. */
interface Calendar {
  readonly calendar?: readonly WindowChange[];
  readonly deadlines?: readonly Deadline[];
}

/** Changes told; all are in the answer for programs. */
const TOLD = 3;

export function calendarOf(model: ConflictModel): Calendar {
  const calendar = windowChanges(model);
  const deadlines = deadlinesAhead(model);
  return {
    ...(calendar.length === 0 ? {} : { calendar }),
    ...(deadlines.length === 0 ? {} : { deadlines }),
  };
}

/** "On 29 March 2019, “Leave” (UK) begins by itself, unless …", and what opens and closes. */
export function tellCalendar(
  words: Words,
  { calendar = [], deadlines = [] }: Calendar,
  model: ConflictModel,
): Block[] {
  const say = propositionSayer(model);
  const due = deadlines.slice(0, TOLD).map(({ by, unless, then }) => {
    const changes = (taken: boolean): OptionId[] =>
      then.filter((one) => one.taken === taken).map(({ option }) => option);
    const what = words.comes(changes(true), changes(false));
    const but = unless === null ? '' : `, unless ${say(unless)}`;
    return item([`On ${dateInWords(by)}, ${what} by itself${but}.`]);
  });
  const windows = calendar.slice(0, TOLD).map(({ date, kind, option, taken }) => {
    const who = words.actor(option.slice(0, option.indexOf('.')));
    const what = taken ? words.toDo([], [option]) : words.toDo([option], []);
    const day = dateInWords(date);
    return item([
      kind === 'opens'
        ? `From ${day} on, ${who} can ${what}.`
        : `After ${day}, ${who} can no longer ${what}.`,
    ]);
  });
  const told = [...due, ...windows];
  return told.length === 0 ? [] : [heading('By the calendar'), ...list(told)];
}
