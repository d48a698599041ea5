import { heading, item, list, type Block } from '@standoff/document';
import { windowChanges, type ConflictModel, type WindowChange } from '@standoff/model';
import { dateInWords } from './english.js';
import type { Words } from './words.js';

/** What opens or closes next, where something does. */
interface Calendar {
  readonly calendar?: readonly WindowChange[];
}

/** Changes told; all are in the answer for programs. */
const TOLD = 3;

export function calendarOf(model: ConflictModel): Calendar {
  const calendar = windowChanges(model);
  return calendar.length === 0 ? {} : { calendar };
}

/** "From 1 April 2018 on, UCU can take up “Strike at the exams”." */
export function tellCalendar(words: Words, { calendar = [] }: Calendar): Block[] {
  const told = calendar.slice(0, TOLD).map(({ date, kind, option, taken }) => {
    const who = words.actor(option.slice(0, option.indexOf('.')));
    const what = taken ? words.toDo([], [option]) : words.toDo([option], []);
    const day = dateInWords(date);
    return item([
      kind === 'opens'
        ? `From ${day} on, ${who} can ${what}.`
        : `After ${day}, ${who} can no longer ${what}.`,
    ]);
  });
  return told.length === 0 ? [] : [heading('By the calendar'), ...list(told)];
}
