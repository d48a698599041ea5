import {
  degreeOfCell,
  degreeOfStatement,
  degreeWord,
  type Preference,
  type PreferenceItem,
  type PreferenceStatement,
  type RankingCell,
} from '@standoff/model';
import { inFull } from '../decimals.js';
import { quoted, together } from '../written.js';
import { printDoubt } from './doubt.js';
import { runsOfEqual } from './equally.js';
import { printAtom, printFirst, type Reach } from './print-expression.js';
import { grounded } from './grounds.js';

/** Words that begin a statement, or go on with the one before it. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  'in perhaps very strongly red equally as because rests inferred'.split(' '),
);

/** A ranking longer than this has a line for each of its places. */
const WIDEST = 100;

/** One of the three forms; empty where nothing is said. */
export function printPreference(preference: Preference, reach: Reach): string {
  switch (preference.form) {
    case 'none':
      return '';
    case 'statements':
      return printPrefers(preference.items, reach);
    case 'ranking':
      return printRanks(preference.cells, reach);
    case 'weights':
      return printWeighs(preference, reach);
  }
}

export function printPrefers(items: readonly PreferenceItem[], reach: Reach): string {
  const block = (words: string, statements: readonly PreferenceStatement[]): string =>
    `${words} {\n${statements.map((one) => printStatement(one, reach)).join('\n')}\n}`;
  const lines = runsOfEqual(items).map((item) =>
    'length' in item
      ? block('equally', item)
      : item.item === 'statement'
        ? printStatement(item, reach)
        : block('in no order', item.statements),
  );
  return `prefers {\n${lines.join('\n')}\n}`;
}

function printStatement(statement: PreferenceStatement, reach: Reach): string {
  const { perhaps, equally, keeps } = statement;
  const { of: wants, label } = equally ?? { of: statement.wants, label: statement.label };
  const words = together(
    statement.redLine ? 'red line' : '',
    printDoubt(perhaps),
    degreeWord(degreeOfStatement(statement)),
    keeps === undefined ? printFirst(wants, reach, BEGINNINGS) : `keeps ${keeps}`,
    label === undefined ? '' : `as ${quoted(label)}`,
  );
  return grounded(words, statement);
}

function printRanks(cells: readonly RankingCell[], reach: Reach): string {
  const places = cells.map((cell, k) =>
    grounded(
      together(
        k === 0 ? '' : '>'.repeat(degreeOfCell(cell)),
        cell.others ? 'others' : cell.any.map((p) => printAtom(p, reach)).join(' ~ '),
      ),
      cell.grounds,
    ),
  );
  const line = `ranks ${places.join(' ')}`;
  return line.length <= WIDEST ? line : `ranks ${places.join('\n')}`;
}

function printWeighs(
  { weights, thresholds = [], exactThresholds = [] }: Preference & { readonly form: 'weights' },
  reach: Reach,
): string {
  const lines = weights.map((weight) =>
    grounded(
      `${printFirst(weight.of, reach, BEGINNINGS)}: ${weight.exact ?? inFull(weight.weight)}`,
      weight,
    ),
  );
  const steps = thresholds.map(
    (from, k) => `${'very '.repeat(k)}much from ${exactThresholds[k] ?? inFull(from)}`,
  );
  return together(`weighs {\n${lines.join('\n')}\n}`, steps.join(', '));
}
