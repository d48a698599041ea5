import type { CompareResult, Kept, ModelShown } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS } from '@standoff/situation';
import { tenths } from '../told/shares.js';
import { SHORT } from '../told/course-words.js';
import { figure } from '../told/english.js';
import { Words } from '../told/words.js';
import { comparedLabels } from './tell-differences.js';
import { percent } from '../told/worlds-words.js';

/** How a conclusion of the last model is against the one of the first. */
export type Mark = 'changed' | 'new' | 'gone' | 'same';

/** A conclusion, side by side. */
export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  /** Said below the label: what is new in a state, whose option it is. */
  readonly detail: string | null;
  /** The element or state it is about. */
  readonly about:
    | { readonly element: string }
    /** Its numbers in the models; null: it is no state there. */
    | { readonly decimals: readonly (number | null)[] }
    | null;
  /** One a model; "–": it has nothing there. */
  readonly cells: readonly string[];
  readonly mark: Mark;
}

/** Conclusions of a kind. */
export interface ComparedRows {
  readonly title: string;
  /** What differs first. */
  readonly rows: readonly ComparedRow[];
  /** Of single states: how many there are, of which the rows are the first. Null: all are rows. */
  readonly of: Counts | null;
}

export interface Counts {
  readonly differing: number;
  readonly alike: number;
}

/** Of what a model has nothing. */
export const NOT_THERE = '–';

export function comparedStanding(
  texts: readonly ConflictModel[],
  { models, standard }: CompareResult,
): ComparedRows {
  const words = texts.map((model) => new Words(model));
  const options = [...new Set(models.flatMap(({ statusQuo }) => statusQuo.taken))];
  return comparedRows('Where things stand', [
    comparedRow({
      key: 'holds',
      label: 'Today’s state would hold',
      detail: `judged by ${STANDARDS[standard].name}`,
      cells: models.map(({ conclusions }) => (conclusions.statusQuoHolds ? 'yes' : 'no')),
    }),
    comparedRow({
      key: 'count',
      label: 'States that would hold',
      detail: `judged by ${STANDARDS[standard].name}`,
      cells: models.map(({ equilibria }) => figure(equilibria)),
    }),
    comparedRow({
      key: 'feasible',
      label: 'States there are',
      cells: models.map(({ feasible }) => figure(feasible)),
    }),
    ...options
      .map((id) => {
        const k = texts.findIndex((model) => model.options.some((option) => option.id === id));
        return comparedRow({
          key: id,
          label: words[k].option(id),
          detail: `taken today by ${words[k].actor(id.split('.')[0])}`,
          about: { element: id },
          cells: models.map(({ statusQuo }, t) =>
            statusQuo.taken.includes(id)
              ? 'yes'
              : texts[t].options.some((option) => option.id === id)
                ? 'no'
                : NOT_THERE,
          ),
        });
      })
      .filter(({ mark }) => mark !== 'same'),
  ]);
}

export function comparedScenarios(
  texts: readonly ConflictModel[],
  { models }: CompareResult,
): ComparedRows {
  const ids = [...new Set(texts.flatMap((model) => model.scenarios.map(({ id }) => id)))];
  const labels = comparedLabels(texts);
  return comparedRows(
    'What becomes of the scenarios',
    ids.map((id) =>
      comparedRow({
        key: id,
        label: labels.get(id) ?? id,
        about: { element: id },
        cells: models.map((model) => scenarioCell(model, id)),
      }),
    ),
  );
}

/** What becomes of a scenario in a model: "now; holds firmly; 5 of 10", "does not hold"; empty: the model has none of this id. */
function scenarioCell({ now, conclusions }: ModelShown, id: string): string {
  if (!(id in conclusions.scenarios)) return '';
  const { hold, reached, pull } = conclusions.scenarios[id];
  const is = now.includes(id);
  return [
    is ? 'now' : '',
    hold === null ? 'does not hold' : `holds ${SHORT[hold]}`,
    pull > 0 ? `${tenths(pull)} ways` : reached && !is ? 'on the way' : '',
  ]
    .filter(Boolean)
    .join('; ');
}

export function comparedCommitments(
  texts: readonly ConflictModel[],
  { models }: CompareResult,
): ComparedRows {
  const labels = comparedLabels(texts);
  const ids = [...new Set(texts.flatMap((model) => model.commitments.map(({ id }) => id)))];
  return comparedRows(
    'How often a word would be kept where it is due',
    ids.map((id) =>
      comparedRow({
        key: id,
        label: labels.get(id) ?? id,
        about: { element: id },
        cells: models.map((model) => keptCell(model, id)),
      }),
    ),
  );
}

/** How often a commitment would be kept where it is due; empty: the model has none of this id. */
function keptCell({ conclusions }: ModelShown, id: string): string {
  const one = conclusions.commitments[id] as Kept | undefined;
  if (one === undefined) return '';
  const { due, kept } = one;
  if (due === 0) return 'never due';
  const often = kept === due ? 'always' : kept === 0 ? 'never' : percent(kept / due);
  return `${often} (${figure(kept)} of ${figure(due)})`;
}

/** A conclusion with its mark. `absent`: whether a cell says that the model has nothing there. */
export function comparedRow({
  key,
  label,
  detail = null,
  about = null,
  cells,
  absent = (cell) => cell === NOT_THERE,
}: Partial<ComparedRow> &
  Pick<ComparedRow, 'key' | 'label' | 'cells'> & {
    readonly absent?: (cell: string) => boolean;
  }): ComparedRow {
  // What a model has no element for is nothing in it.
  const shown = cells.map((cell) => cell || NOT_THERE);
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

export function comparedRows(
  title: string,
  rows: readonly ComparedRow[],
  of: Counts | null = null,
): ComparedRows {
  return {
    title,
    rows: [
      ...rows.filter(({ mark }) => mark !== 'same'),
      ...rows.filter(({ mark }) => mark === 'same'),
    ],
    of,
  };
}
