import { CONCEPTS } from '@standoff/engine';
import type { Concept, CourseEnd, StateShown } from '@standoff/situation';
import {
  comparedCommitments,
  comparedRow,
  comparedRows,
  comparedScenarios,
  comparedStanding,
  figure,
  NOT_THERE,
  SHORT,
  tenths,
  Words,
  type ComparedRow,
  type ComparedRows,
  type Counts,
} from '@standoff/questions';
import type { Comparison } from '../../variants/comparison.js';

type Compared = Extract<Comparison, { can: true }>;

/** The conclusions of texts side by side, each marked, in the parts in which they are told. */
export function conclusionSections(compared: Compared): ComparedRows[] {
  const { result, models: texts } = compared;
  return [
    comparedStanding(texts, result),
    comparedScenarios(texts, result),
    course(compared),
    comparedCommitments(texts, result),
    states(compared),
  ].filter(({ rows }) => rows.length > 0);
}

/** How many conclusions differ and how many do not, single states left out. */
export function countsOf(sections: readonly ComparedRows[]): Counts {
  const rows = sections.flatMap((section) => (section.of === null ? section.rows : []));
  const alike = rows.filter(({ mark }) => mark === 'same').length;
  return { differing: rows.length - alike, alike };
}

function states(compared: Compared): ComparedRows {
  const { states: all, more } = compared.equilibria;
  const rows = all.map(({ taken, shown, concepts }) => {
    const k = shown.findIndex((one) => one !== null);
    return comparedRow({
      key: taken.join(' '),
      ...stateWords(compared, k, shown[k]!),
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

function course(compared: Compared): ComparedRows {
  const { models } = compared.result;
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
      const { shown } = compared.ends.find(
        ({ taken }) => taken.join(' ') === nearest.taken.join(' '),
      )!;
      return comparedRow({
        key,
        ...stateWords(compared, k, nearest),
        about: { decimals: shown.map((one) => (one ? Number(one.name.decimal) : null)) },
        cells: ends.map((end) => (end === undefined ? NOT_THERE : endCell(end))),
      });
    }),
  );
}

/** A state of the k-th text by name, and against today’s where that is the same in all of them. */
function stateWords(
  { result: { models }, models: texts }: Compared,
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
