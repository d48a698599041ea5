import {
  DEFINITIONS,
  type CourseEnd,
  type ChangedConclusion,
  type ComparedDifference,
  type CompareResult,
  type Kept,
  type ModelDifference,
  type ModelShown,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { NO_END } from '../course-words.js';
import { counted, dateInWords, figure, listed } from '../english.js';
import { Page, type TextOptions } from '@standoff/document';
import { Words } from '../words.js';
import { percent } from './worlds-words.js';

const CELL = 16;

/** Models of one situation side by side, and which differences between them change a conclusion. */
export function compareText(
  models: readonly ConflictModel[],
  result: CompareResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const shown = result.models;
  page.line(
    page.style.strong(shown[0].situation.title) +
      page.style.quiet(` · ${counted(shown.length, 'model')} side by side`),
  );
  page.blank();
  shown.forEach(({ name, situation }, k) => {
    page.line(`${headOf(shown, k)}: ${situation.title} (${name})`, { indent: 2, hang: 4 });
  });
  // Side by side as far as the width goes, then the next ones below.
  const perBlock = Math.max(1, Math.floor((page.width - 36) / CELL));
  for (let from = 0; from < shown.length; from += perBlock)
    sideBySide(page, models, shown, from, Math.min(shown.length, from + perBlock));
  for (const step of result.steps) {
    const words = new Words(models[step.to]);
    const labels = comparedLabels([models[step.from], models[step.to]]);
    page.heading(`From ${headOf(shown, step.from)} to ${headOf(shown, step.to)}`);
    if (step.differences.length === 0)
      page.line('The models are the same in all that counts.', { indent: 2 });
    for (const difference of step.differences) {
      const { what, how } = differenceWords(difference, words, labels);
      page.line(`${what} · ${how}`, { indent: 2, hang: 2 });
      page.line(
        difference.kind === 'perception'
          ? 'Changes none of these conclusions (“standoff perceive” asks about it).'
          : aloneWords(difference, labels),
        { indent: 4 },
      );
    }
    if (step.differences.length > 0)
      page.line(
        step.changes.length === 0
          ? 'All together they change no conclusion.'
          : `All together: ${changeWords(step.changes, labels)}`,
        { indent: 2 },
      );
    if (step.told.length > 0)
      page.line(
        page.style.quiet(
          `Besides, without effect on any result: ${listed(step.told.map(({ what, gone, added }) => `${what} (${[added > 0 ? `${figure(added)} new` : '', gone > 0 ? `${figure(gone)} gone or changed` : ''].filter(Boolean).join(', ')})`))}.`,
        ),
        { indent: 2 },
      );
  }
  page.blank();
  page.line(
    page.style.quiet(
      `A scenario “holds” where some state of it does under ${result.concept} (a decision maker stays if ${DEFINITIONS[result.concept].meaning}) and is “reached” where improvements lead there from today; “now”: it is so. A commitment is kept where doing so is at least as good, for those who are taken to prevail, as not. All of this is what the models say, not a forecast.`,
    ),
  );
  return page.toString();
}

/** The date, or where two have none or the same, the name. */
function headOf(shown: readonly ModelShown[], k: number): string {
  const { situation, name } = shown[k];
  const alike = shown.filter((other) => other.situation.asOf === situation.asOf).length > 1;
  return situation.asOf === null || alike ? shortName(name) : dateInWords(situation.asOf);
}

function shortName(name: string): string {
  const file = name.split(/[/\\]/).at(-1)!;
  return file.replace(/\.standoff$/, '');
}

function sideBySide(
  page: Page,
  models: readonly ConflictModel[],
  all: readonly ModelShown[],
  from: number,
  to: number,
): void {
  const shown = all.slice(from, to);
  const left = page.width - CELL * shown.length;
  const row = (label: string, cells: readonly string[]): void => {
    const [first, ...rest] = wrapAnsi(label, left - 4).split('\n');
    const cut = cells.map((cell) =>
      (stringWidth(cell) < CELL ? cell : `${cell.slice(0, CELL - 2)}…`).padEnd(CELL),
    );
    page.row(`  ${first}${' '.repeat(left - 2 - stringWidth(first))}${cut.join('')}`);
    for (const line of rest) page.row(`    ${line}`);
  };
  const words = new Words(models[from]);
  page.blank();
  row(
    '',
    shown.map((_, k) => headOf(all, from + k)),
  );
  page.line(page.style.strong('Where things stand'));
  const options = new Set(all.flatMap(({ statusQuo }) => statusQuo.taken));
  for (const id of options) {
    const taken = all.map(({ statusQuo }) => statusQuo.taken.includes(id));
    if (taken.every((one) => one === taken[0])) continue;
    row(
      `${words.option(id)} (${words.actor(id.split('.')[0])})`,
      taken.slice(from, to).map((one) => (one ? 'Y' : 'N')),
    );
  }
  row(
    'today’s state would hold',
    shown.map(({ conclusions }) => (conclusions.statusQuoHolds ? 'yes' : 'no')),
  );
  row(
    'states that would hold',
    shown.map(({ equilibria }) => figure(equilibria)),
  );
  section(page, models, 'scenarios', 'What becomes of the scenarios', (id, label) => {
    row(
      label,
      shown.map((model) => scenarioCell(model, id)),
    );
  });
  section(
    page,
    models,
    'commitments',
    'How often a word would be kept where it is due',
    (id, label) => {
      row(
        label,
        shown.map(({ conclusions }) =>
          id in conclusions.commitments ? keptCell(conclusions.commitments[id]) : '',
        ),
      );
    },
  );
  page.line(page.style.strong('Where improvements end'));
  for (const [k, { conclusions }] of shown.entries())
    page.line(
      `${headOf(all, from + k)}: ${conclusions.ends.length === 0 ? NO_END : listed(conclusions.ends.map(endWords))}`,
      { indent: 2, hang: 2 },
    );
}

function endWords({ states, nearest: { name } }: CourseEnd): string {
  const today = name.added.length + name.dropped.length === 0;
  const label = name.label === null ? 'a state without a name' : `“${name.label}”`;
  const more = states > 1 ? ` and ${figure(states - 1)} more, in rounds` : '';
  return `${today ? 'today’s state' : label} #${name.decimal}${more}`;
}

function section(
  page: Page,
  models: readonly ConflictModel[],
  list: 'scenarios' | 'commitments',
  title: string,
  line: (id: string, label: string) => void,
): void {
  const labels = new Map(
    models.flatMap((model) => model[list].map(({ id, label }) => [id, label])),
  );
  if (labels.size === 0) return;
  page.line(page.style.strong(title));
  for (const [id, label] of labels) line(id, label);
}

/** How often a commitment would be kept where it is due: "always", "never", "38 %", "never due". */
export function keptCell({ due, kept }: Kept): string {
  return due === 0
    ? 'never due'
    : kept === due
      ? 'always'
      : kept === 0
        ? 'never'
        : percent(kept / due);
}

/** What becomes of a scenario in a model: "now, holds", "reached", "–"; empty: the model has none of this id. */
export function scenarioCell({ now, conclusions }: ModelShown, id: string): string {
  if (!(id in conclusions.scenarios)) return '';
  const { holds, reached } = conclusions.scenarios[id];
  const is = now.includes(id);
  return (
    [is ? 'now' : '', holds ? 'holds' : '', reached && !is ? 'reached' : '']
      .filter(Boolean)
      .join(', ') || '–'
  );
}

export type ComparedLabels = ReadonlyMap<string, string>;

/** The labels of the scenarios and commitments of models, by id; those of later models go before. */
export function comparedLabels(models: readonly ConflictModel[]): ComparedLabels {
  return new Map(
    models.flatMap(({ scenarios, commitments }) =>
      [...scenarios, ...commitments].map(({ id, label }) => [id, label] as const),
    ),
  );
}

/** What differs between two models, and how: "What Anna wants", "new: “c”; no longer: “not c”". */
export function differenceWords(
  { kind, of, gone, added, reordered }: ModelDifference,
  words: Words,
  labels: ComparedLabels,
): { readonly what: string; readonly how: string } {
  const quoted = (list: readonly string[]): string => listed(list.map((one) => `“${one}”`));
  const both = (name: (id: string) => string): string =>
    [
      added.length > 0 ? `new: ${added.map(name).join('; ')}` : '',
      gone.length > 0 ? `no longer: ${gone.map(name).join('; ')}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  switch (kind) {
    case 'actors and options':
      return { what: 'Who can do what', how: both((id) => id) };
    case 'status quo':
      return {
        what: 'Where things stand',
        how: both((id) => `${words.option(id)} (${words.actor(id.split('.')[0])})`),
      };
    case 'preference':
      return {
        what: `What ${words.actor(of)} wants`,
        how: reordered ? 'the same statements otherwise' : both((text) => `“${text}”`),
      };
    case 'faction':
      return {
        what: `Who prevails in ${words.actor(of)}`,
        how: `${quoted(added) || 'nobody'} instead of ${quoted(gone) || 'nobody'}`,
      };
    case 'constraint':
      return { what: 'Constraint', how: both((text) => `“${text}”`) };
    case 'option':
      return { what: `“${words.option(of)}”`, how: `${added.join()}, before: ${gone.join()}` };
    case 'scenario':
    case 'commitment':
      return {
        what: `${kind === 'scenario' ? 'Scenario' : 'Commitment'} “${labels.get(of) ?? of}”`,
        how: gone.length === 0 ? 'new' : added.length === 0 ? 'gone' : 'says something else',
      };
    case 'perception':
      return { what: 'Who sees whom otherwise', how: both((text) => text) };
  }
}

/** What a difference changes alone, as a sentence. */
export function aloneWords({ changes }: ComparedDifference, labels: ComparedLabels): string {
  if (changes === null) return 'Cannot be made alone: other parts of the model depend on it.';
  return changes.length === 0
    ? 'Alone it changes no conclusion.'
    : `Alone: ${changeWords(changes, labels)}`;
}

/** Conclusions that change, as the rest of a sentence with its full stop. */
export function changeWords(changes: readonly ChangedConclusion[], labels: ComparedLabels): string {
  const which = (what: ChangedConclusion['what'], then: string): string =>
    changes
      .filter((one) => one.what === what && one.then === then)
      .map(({ of }) => `“${labels.get(of) ?? of}”`)
      .join(', ');
  const lists: readonly [string, string][] = [
    ['would begin to hold', which('scenario holds', 'yes')],
    ['would no longer hold', which('scenario holds', 'no')],
    ['improvements would lead to', which('scenario reached', 'yes')],
    ['improvements would no longer lead to', which('scenario reached', 'no')],
  ];
  const quo = changes.find(({ what }) => what === 'status quo');
  const parts = [
    quo ? `today’s state would ${quo.then === 'yes' ? 'hold' : 'not hold'}` : '',
    ...lists.map(([words, names]) => (names === '' ? '' : `${words}: ${names}`)),
    ...changes
      .filter(({ what }) => what === 'commitment')
      .map(
        ({ of, then }) =>
          `“${labels.get(of) ?? of}” would be kept in ${then} states where it is due`,
      ),
    changes.some(({ what }) => what === 'course') ? 'improvements would end elsewhere' : '',
  ].filter(Boolean);
  return `${parts.join('; ')}.`;
}
