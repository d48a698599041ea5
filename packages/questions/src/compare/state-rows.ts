import { CONCEPTS } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Concept, CourseEnd, StateShown } from '@standoff/situation';
import { tenths } from '../told/shares.js';
import { SHORT } from '../told/course-words.js';
import { figure } from '../told/english.js';
import { Words } from '../told/words.js';
import {
  comparedRow,
  comparedRows,
  NOT_THERE,
  type ComparedRow,
  type ComparedRows,
} from './rows.js';
import type { CompareResult } from './answer.js';

/** The single states that would hold, under which concepts. */
export function comparedStates(
  texts: readonly ConflictModel[],
  result: CompareResult,
): ComparedRows {
  const { states: all, more } = result.equilibria;
  const rows = all.map(({ taken, shown, concepts }) => {
    const k = shown.findIndex((one) => one !== null);
    return comparedRow({
      key: taken.join(' '),
      ...stateWords(texts, result, k, shown[k]!),
      about: { decimals: shown.map((one) => (one ? Number(one.name.decimal) : null)) },
      cells: concepts.map((held, t) =>
        shown[t] === null ? 'not possible' : held.length === 0 ? NOT_THERE : conceptsCell(held),
      ),
      absent: (cell) => cell === NOT_THERE || cell === 'not possible',
    });
  });
  const alike = rows.filter(({ mark }) => mark === 'same').length;
  return comparedRows('Which states would hold, and under which concepts', rows, {
    differing: rows.length - alike + more.differing,
    alike: alike + more.alike,
  });
}

/** Where the course ends. */
export function comparedCourse(
  texts: readonly ConflictModel[],
  result: CompareResult,
): ComparedRows {
  const { models } = result;
  const keyOf = ({ nearest, round }: CourseEnd): string =>
    `${nearest.taken.join(' ')}${round !== 0 ? ' *' : ''}`;
  const keys = [
    ...new Set(models.flatMap(({ conclusions }) => conclusions.ends.map((end) => keyOf(end)))),
  ];
  return comparedRows(
    'Where the present course leads',
    keys.map((key) => {
      const ends = models.map(({ conclusions }) =>
        conclusions.ends.find((end) => keyOf(end) === key),
      );
      const k = ends.findIndex((end) => end !== undefined);
      const { nearest } = ends[k]!;
      const { shown } = result.ends.find(
        ({ taken }) => taken.join(' ') === nearest.taken.join(' '),
      )!;
      return comparedRow({
        key,
        ...stateWords(texts, result, k, nearest),
        about: { decimals: shown.map((one) => (one ? Number(one.name.decimal) : null)) },
        cells: ends.map((end) => (end === undefined ? NOT_THERE : endCell(end))),
      });
    }),
  );
}

/** A state of the k-th text by name, and against today’s where that is the same in all of them. */
function stateWords(
  texts: readonly ConflictModel[],
  { models }: CompareResult,
  k: number,
  { name, taken }: StateShown,
): Pick<ComparedRow, 'label' | 'detail'> {
  const words = new Words(texts[k]);
  const today = name.added.length + name.dropped.length === 0;
  const stands = models.map(({ statusQuo }) => statusQuo.taken.join(' '));
  if (stands.every((one) => one === stands[0]))
    return {
      label: today ? 'today’s state' : words.called({ name, taken }),
      detail: today ? null : words.against(name, taken),
    };
  return {
    label: words.called({ name, taken }),
    detail: taken.length === 0 ? 'Nothing is taken.' : `Taken: ${words.taken(taken).join('; ')}.`,
  };
}

function conceptsCell(held: readonly Concept[]): string {
  return held.length === CONCEPTS.length ? 'all concepts' : held.join(', ');
}

function endCell({ round, hold, pull }: CourseEnd): string {
  const ends =
    round !== 0
      ? `goes round ${figure(round)} states`
      : `holds ${hold === null ? '' : SHORT[hold]}`;
  return `${ends}${pull === null ? '' : `; ${tenths(pull)} ways`}`;
}
