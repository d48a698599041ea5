import {
  column,
  heading,
  item,
  list,
  note,
  quiet,
  type Block,
  type Content,
} from '@standoff/document';
import type { CompareResult, ModelShown } from './answer.js';
import type { ConflictModel } from '@standoff/model';
import type { NamedModel } from '../question.js';
import { standardNote } from '../told/course-words.js';
import { dateInWords } from '../told/english.js';
import { Words } from '../told/words.js';
import { DIFFERENCES_NOTE, tellDifferences } from './tell-differences.js';
import { comparedSections, statesUnlisted } from './sections.js';
import type { ComparedRows } from './rows.js';

/** So many models stand side by side, the next ones below. */
const SIDE_BY_SIDE = 4;

/** Models of one situation side by side, and which differences between them change a conclusion. */
export function tellCompare(
  _: Words,
  result: CompareResult,
  model: ConflictModel,
  others: readonly NamedModel[] = [],
): Block[] {
  const models = result.models.map(
    ({ name }) => others.find((one) => one.name === name)?.model ?? model,
  );
  const { models: shown, steps } = result;
  const heads = shown.map((_, k) => headOf(shown, k));
  const all = comparedSections(models, result);
  const sections = all.map((section) =>
    // Of single states those that make the difference.
    section.of === null
      ? section
      : { ...section, rows: section.rows.filter(({ mark }) => mark !== 'same') },
  );
  const unlisted = all.map(statesUnlisted).filter((said) => said !== null);
  const starts = [...shown.keys()].filter((k) => k % SIDE_BY_SIDE === 0);
  return [
    ...list(
      shown.map(({ name, situation }, k) => item([`${heads[k]}: ${situation.title} (${name})`])),
    ),
    ...starts.map((from) => sideBySide(heads, sections, from)),
    ...unlisted.map((said) => note(said)),
    ...steps.flatMap((step) => [
      heading(`From ${heads[step.from]} to ${heads[step.to]}`),
      ...tellDifferences([models[step.from], models[step.to]], step, models[step.to]),
    ]),
    note(
      'Of a scenario it is said whether it is so now, how firmly the firmest of its states holds, and how many ways along the course end in it. A commitment is kept where doing so is at least as good, for those who are taken to prevail, as not.',
    ),
    standardNote(result),
    DIFFERENCES_NOTE,
  ];
}

/** The date, or where two have none or the same, the name. */
function headOf(shown: readonly ModelShown[], k: number): string {
  const { situation } = shown[k];
  const alike = shown.filter((other) => other.situation.asOf === situation.asOf).length > 1;
  return situation.asOf === null || alike ? shortName(shown, k) : dateInWords(situation.asOf);
}

/** The last parts of its name: the file, and so many folders above it as tell it from the others. */
function shortName(shown: readonly ModelShown[], k: number): string {
  const parts = shown.map(({ name }) => name.replace(/\.standoff$/, '').split(/[/\\]/));
  const last = (of: readonly string[], count: number): string => of.slice(-count).join('/');
  const count = parts[k].findIndex((_, above) =>
    parts.every((other, j) => j === k || last(other, above + 1) !== last(parts[k], above + 1)),
  );
  return last(parts[k], count + 1 || parts[k].length);
}

function sideBySide(
  heads: readonly string[],
  sections: readonly ComparedRows[],
  from: number,
): Block {
  const to = from + SIDE_BY_SIDE;
  return {
    block: 'table',
    caption: 'What the models come to',
    columns: [column('Conclusion'), ...heads.slice(from, to).map((head) => column(head))],
    groups: sections
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({
        title,
        rows: rows.map(({ label, detail, cells }): Content[] => [
          [label, ...(detail === null ? [] : [quiet(` (${detail})`)])],
          ...cells.slice(from, to).map((cell) => [cell]),
        ]),
      })),
  };
}
