import {
  CONCEPTS,
  type Concept,
  type CourseEnd,
  type ModelShown,
  type StateShown,
} from '@standoff/analysis';
import { comparedLabels, figure, keptCell, scenarioCell, Words } from '@standoff/report';
import type { Comparison } from '../../variants/comparison.js';

type Compared = Extract<Comparison, { can: true }>;

/** How a conclusion of the last text is against the one of the first. */
export type Mark = 'changed' | 'new' | 'gone' | 'same';

/** A conclusion, side by side. */
export interface Row {
  readonly key: string;
  readonly label: string;
  /** Said below the label: what is new in a state, whose option it is. */
  readonly detail: string | null;
  /** The element or state it is about. */
  readonly about:
    | { readonly element: string }
    /** Its numbers in the texts; null: it is no state there. */
    | { readonly decimals: readonly (number | null)[] }
    | null;
  /** One a text; "–": it has nothing there. */
  readonly cells: readonly string[];
  readonly mark: Mark;
}

export interface Section {
  readonly title: string;
  /** What differs first. */
  readonly rows: readonly Row[];
  /** Of single states: how many there are, of which the rows are the first. Null: all are rows. */
  readonly of: Counts | null;
}

export interface Counts {
  readonly differing: number;
  readonly alike: number;
}

/** The conclusions of texts side by side, each marked, in the parts in which they are told. */
export function conclusionSections(compared: Compared): Section[] {
  return [
    standing(compared),
    scenarios(compared),
    course(compared),
    commitments(compared),
    states(compared),
  ].filter(({ rows }) => rows.length > 0);
}

/** How many conclusions differ and how many do not, single states left out. */
export function countsOf(sections: readonly Section[]): Counts {
  const rows = sections.flatMap((section) => (section.of === null ? section.rows : []));
  const alike = rows.filter(({ mark }) => mark === 'same').length;
  return { differing: rows.length - alike, alike };
}

const NONE = '–';

function standing({ result: { models, concept }, models: texts }: Compared): Section {
  const words = texts.map((model) => new Words(model));
  const options = [...new Set(models.flatMap(({ statusQuo }) => statusQuo.taken))];
  return section('Where things stand', [
    row({
      key: 'holds',
      label: 'Today’s state would hold',
      detail: `under ${concept}`,
      cells: models.map(({ conclusions }) => (conclusions.statusQuoHolds ? 'yes' : 'no')),
    }),
    row({
      key: 'count',
      label: 'States that would hold',
      detail: `under ${concept}`,
      cells: models.map(({ equilibria }) => figure(equilibria)),
    }),
    row({
      key: 'feasible',
      label: 'States there are',
      cells: models.map(({ feasible }) => figure(feasible)),
    }),
    ...options
      .map((id) => {
        const k = texts.findIndex((model) => model.options.some((option) => option.id === id));
        return row({
          key: id,
          label: `${words[k].option(id)}`,
          detail: `taken today by ${words[k].actor(id.split('.')[0])}`,
          about: { element: id },
          cells: models.map(({ statusQuo }, t) =>
            statusQuo.taken.includes(id)
              ? 'yes'
              : texts[t].options.some((option) => option.id === id)
                ? 'no'
                : NONE,
          ),
        });
      })
      .filter(({ mark }) => mark !== 'same'),
  ]);
}

function scenarios({ result: { models }, models: texts }: Compared): Section {
  const ids = [...new Set(texts.flatMap((model) => model.scenarios.map(({ id }) => id)))];
  const labels = comparedLabels(texts);
  return section(
    'What becomes of the scenarios',
    ids.map((id) =>
      row({
        key: id,
        label: labels.get(id) ?? id,
        about: { element: id },
        cells: models.map((model) => scenarioCell(model, id).replace(/^–$/, 'neither')),
      }),
    ),
  );
}

function states(compared: Compared): Section {
  const { states: all, more } = compared.equilibria;
  const rows = all.map(({ taken, shown, concepts }) => {
    const k = shown.findIndex((one) => one !== null);
    return row({
      key: taken.join(' '),
      ...stateWords(compared, k, shown[k]!),
      about: { decimals: shown.map((one) => one?.name.decimal ?? null) },
      cells: concepts.map((held, t) =>
        shown[t] === null ? 'not possible' : held.length === 0 ? NONE : conceptsCell(held),
      ),
      absent: (cell) => cell === NONE || cell === 'not possible',
    });
  });
  const alike = rows.filter(({ mark }) => mark === 'same').length;
  return section('Which states would hold, and under which concepts', rows, {
    differing: rows.length - alike + more.differing,
    alike: alike + more.alike,
  });
}

function course(compared: Compared): Section {
  const { models } = compared.result;
  const keyOf = ({ nearest, states }: CourseEnd): string =>
    `${nearest.taken.join(' ')}${states > 1 ? ' *' : ''}`;
  const keys = [
    ...new Set(models.flatMap(({ conclusions }) => conclusions.ends.map((end) => keyOf(end)))),
  ];
  return section(
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
      return row({
        key,
        ...stateWords(compared, k, nearest),
        about: { decimals: shown.map((one) => one?.name.decimal ?? null) },
        cells: ends.map((end) => (end === undefined ? NONE : endCell(end))),
      });
    }),
  );
}

function commitments({ result: { models }, models: texts }: Compared): Section {
  const labels = comparedLabels(texts);
  const ids = [...new Set(texts.flatMap((model) => model.commitments.map(({ id }) => id)))];
  const cell = ({ conclusions }: ModelShown, id: string): string => {
    const kept = conclusions.commitments[id] as { due: number; kept: number } | undefined;
    return kept === undefined
      ? ''
      : `${keptCell(kept)}${kept.due === 0 ? '' : ` (${figure(kept.kept)} of ${figure(kept.due)})`}`;
  };
  return section(
    'How often a word would be kept where it is due',
    ids.map((id) =>
      row({
        key: id,
        label: labels.get(id) ?? id,
        about: { element: id },
        cells: models.map((model) => cell(model, id)),
      }),
    ),
  );
}

/** A state of the k-th text by name, and against today’s where that is the same in all of them. */
function stateWords(
  { result: { models }, models: texts }: Compared,
  k: number,
  { name, taken }: StateShown,
): Pick<Row, 'label' | 'detail'> {
  const words = new Words(texts[k]);
  const today = name.added.length + name.dropped.length === 0;
  const stands = models.map(({ statusQuo }) => statusQuo.taken.join(' '));
  if (stands.every((one) => one === stands[0]))
    return {
      label: today ? 'today’s state' : (name.label ?? 'a state without a name'),
      detail: today ? null : words.against(name, taken),
    };
  return {
    label: name.label ?? 'a state without a name',
    detail: taken.length === 0 ? 'Nothing is taken.' : `Taken: ${words.taken(taken).join('; ')}.`,
  };
}

function conceptsCell(held: readonly Concept[]): string {
  return held.length === CONCEPTS.length ? 'all concepts' : held.join(', ');
}

function endCell({ states: round }: CourseEnd): string {
  return round === 1 ? 'ends here' : `goes round ${figure(round)} states`;
}

function row({
  key,
  label,
  detail = null,
  about = null,
  cells,
  absent = (cell) => cell === NONE,
}: Partial<Row> &
  Pick<Row, 'key' | 'label' | 'cells'> & { readonly absent?: (cell: string) => boolean }): Row {
  // What a text has no element for is nothing in it.
  const shown = cells.map((cell) => cell || NONE);
  const first = absent(shown[0]);
  const last = absent(shown[shown.length - 1]);
  const mark = shown.every((cell) => cell === shown[0])
    ? 'same'
    : first && !last
      ? 'new'
      : last && !first
        ? 'gone'
        : 'changed';
  return { key, label, detail, about, cells: shown, mark };
}

function section(title: string, rows: readonly Row[], of: Counts | null = null): Section {
  return {
    title,
    rows: [
      ...rows.filter(({ mark }) => mark !== 'same'),
      ...rows.filter(({ mark }) => mark === 'same'),
    ],
    of,
  };
}
