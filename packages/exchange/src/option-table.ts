import { ModelFault, type ConflictModel } from '@standoff/model';
import type { PrepareOptions } from '@standoff/situation';
import { withDirections } from './directions.js';
import { toldApart } from './told-apart.js';
import type { ExchangeNote, Read, ReadOptions } from './format.js';
import { leftOut } from './left-out.js';
import { labelsOf, listed } from './listed.js';
import { withoutStatusQuo } from './no-status-quo.js';
import {
  modelOf,
  type OutlineDecider,
  type OutlineOption,
  type OutlinePreference,
} from './outline.js';
import { cover, partition, type Pattern } from './pattern.js';
import type { Cell, TableRow, WrittenRows } from './table.js';

/** A code has one bit for each. */
const MOST_OPTIONS = 30;
/** Wider tables are for no spreadsheet to look at. */
const MOST_STATES = 2_000;
/** Combinations of options looked at for patterns of those that are in no column. */
const MOST_COMBINATIONS = 2 ** 14;

const YES = new Set(['y', 'yes', '1']);
const NO = new Set(['n', 'no', '0']);
const DIRECTIONS = ['both', 'forward', 'back'] as const;
/** The words in the first column that begin a row which is no option. */
const STATUS_QUO = 'status quo';
const RANKINGS = ['rank', 'payoff'];

/** A table: a row for each option, a column for each state, and rows with the ranks of the states. */
export function readOptionTable(table: readonly TableRow[], { title }: ReadOptions): Read {
  const [head, ...rows] = table as readonly [TableRow?, ...TableRow[]];
  if (head === undefined) throw new ModelFault('', 'a table', 'nothing');
  const directed = /^direction$/i.test(head.at(2).text);
  const first = directed ? 3 : 2;
  const columns = table.reduce((most, { last }) => Math.max(most, last), -1) + 1 - first;
  if (columns < 1)
    throw new ModelFault(
      head.at(0).place,
      'a column for each state after those of decision maker and option',
      'none',
    );
  if (columns > MOST_STATES)
    throw new ModelFault(
      head.at(0).place,
      `at most ${MOST_STATES} columns of states`,
      String(columns),
    );
  const kindOf = (row: TableRow): string => row.at(0).text.toLowerCase();
  const isOption = (row: TableRow): boolean => ![STATUS_QUO, ...RANKINGS].includes(kindOf(row));
  const written = rows.filter(isOption);
  if (written.length === 0) throw new ModelFault(head.at(0).place, 'a row for each option', 'none');
  if (written.length > MOST_OPTIONS)
    throw new ModelFault(
      written[MOST_OPTIONS].at(0).place,
      `at most ${MOST_OPTIONS} options`,
      String(written.length),
    );
  const deciders = new Map<string, number[]>();
  let owner = '';
  const options = written.map((row, k) => {
    owner = row.at(0).text || owner;
    if (owner === '') throw new ModelFault(row.at(0).place, 'a decision maker', 'nothing');
    deciders.set(owner, [...(deciders.get(owner) ?? []), k]);
    return {
      name: textIn(row.at(1)),
      direction: directed ? directionIn(row.at(2)) : ('both' as const),
    };
  });
  const codes = Array.from({ length: columns }, (_, c) =>
    written.reduce((code, row, k) => code | (Number(takenIn(row.at(first + c))) << k), 0),
  );
  codes.forEach((code, c) => {
    if (codes.indexOf(code) < c)
      throw new ModelFault(
        head.at(first + c).place,
        'a state of its own',
        `the state of column ${first + codes.indexOf(code) + 1} again`,
      );
  });
  const { never, among } = ruledOut(codes, options.length);
  const now = rows.find((row) => kindOf(row) === STATUS_QUO);
  const { options: standing, note } =
    now === undefined
      ? withoutStatusQuo(options, never)
      : { options: optionsAt(options, codes[markedIn(now, first, columns)]), note: null };
  const all = [...codes.keys()];
  const preferences = new Map(
    rows
      .filter((row) => RANKINGS.includes(kindOf(row)))
      .map((row): [string, OutlinePreference] => {
        const best = kindOf(row) === 'rank' ? 1 : -1;
        const values = all.map((c) => best * numberIn(row.at(first + c)));
        const levels = [...new Set(values)].sort((a, b) => a - b);
        const places = levels.map((level) =>
          patternsOf(
            codes.filter((_, c) => values[c] === level),
            codes,
            options.length,
          ),
        );
        return [textIn(row.at(1)), { form: 'ranking', places }];
      }),
  );
  const names = [
    ...deciders.keys(),
    ...[...preferences.keys()].filter((name) => !deciders.has(name)),
  ];
  const unranked = [...deciders.keys()].filter((name) => !preferences.has(name));
  return {
    model: modelOf({
      title,
      options: standing,
      never,
      among,
      states: all.flatMap((c) => {
        const label = head.at(first + c).text;
        const taken = [...options.keys()].filter((k) => (codes[c] >>> k) & 1);
        return /^\d*$/.test(label) ? [] : [{ label, taken }];
      }),
      deciders: names.map((name): OutlineDecider => ({
        name,
        options: deciders.get(name) ?? [],
        preference: preferences.get(name) ?? { form: 'none' },
      })),
    }),
    notes: [
      ...(note === null ? [] : [note]),
      ...unranked.map((name): ExchangeNote => ({
        place: null,
        message: `The table has no row "rank" of ${name}: it is indifferent among all states`,
      })),
    ],
  };
}

function textIn({ text, place }: Cell): string {
  if (text === '') throw new ModelFault(place, 'a name', 'nothing');
  return text;
}

function directionIn({ text, place }: Cell): OutlineOption['direction'] {
  const found = DIRECTIONS.find((one) => one === (text.toLowerCase() || 'both'));
  if (found === undefined) throw wrong(place, 'both, forward or back', text);
  return found;
}

function takenIn({ text, place }: Cell): boolean {
  const word = text.toLowerCase();
  if (!YES.has(word) && !NO.has(word)) throw wrong(place, 'Y or N', text);
  return YES.has(word);
}

function numberIn({ text, place }: Cell): number {
  // Where a comma separates decimals, others separate cells.
  const number = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!Number.isFinite(number)) throw wrong(place, 'a number', text);
  return number;
}

function wrong(place: string, expected: string, text: string): ModelFault {
  const found = text.startsWith('=')
    ? 'a formula: save the values of the sheet'
    : JSON.stringify(text.slice(0, 40));
  return new ModelFault(place, expected, text === '' ? 'nothing' : found);
}

function markedIn(row: TableRow, first: number, columns: number): number {
  const marked = Array.from({ length: columns }, (_, c) => c).filter(
    (c) => row.at(first + c).text !== '',
  );
  if (marked.length !== 1)
    throw new ModelFault(row.at(0).place, 'a mark under one state', `${marked.length}`);
  return marked[0];
}

function optionsAt(
  options: readonly Omit<OutlineOption, 'initially'>[],
  code: number,
): OutlineOption[] {
  return options.map((option, k) => ({
    ...option,
    initially: (code >>> k) & 1 ? 'taken' : 'open',
  }));
}

function patternsOf(on: readonly number[], codes: readonly number[], options: number): Pattern[] {
  const here = new Set(on);
  return partition(
    on,
    codes.filter((code) => !here.has(code)),
    numbers(options),
  );
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** What is in no column: as patterns where these can be found, else as all that is in one. */
function ruledOut(
  codes: readonly number[],
  options: number,
): { never: Pattern[]; among: Pattern[] } {
  const known = new Set(codes);
  if (2 ** options === known.size) return { never: [], among: [] };
  const all = numbers(options);
  if (2 ** options > MOST_COMBINATIONS)
    return {
      never: [],
      among: codes.map((code) =>
        all.map((option) => ({ option, taken: ((code >>> option) & 1) === 1 })),
      ),
    };
  const others = numbers(2 ** options).filter((code) => !known.has(code));
  return { never: cover(others, codes, all), among: [] };
}

/** The rows of a model, and what they have no room for. */
export function optionTable(
  given: ConflictModel,
  options: PrepareOptions,
): { readonly rows: WrittenRows; readonly notes: readonly ExchangeNote[] } {
  const model = withDirections(given);
  const prepared = listed(toldApart(model), options);
  const { space, statusQuo, ranks } = prepared;
  if (space.size > MOST_STATES)
    throw new ModelFault('', `at most ${MOST_STATES} states in a table`, String(space.size));
  const states = numbers(space.size);
  const named = columnNames(model);
  const labels = labelsOf(prepared);
  const rows = [
    ['decision maker', 'option', 'direction', ...states.map((s) => labels.get(s) ?? s + 1)],
    ...model.options.map(({ owner, label, direction }, k) => [
      named.get(owner)!,
      label,
      direction,
      ...states.map((s) => ((space.codes[s] >>> k) & 1 ? 'Y' : 'N')),
    ]),
    ...(statusQuo.length === 1
      ? [[STATUS_QUO, '', '', ...states.map((s) => (s === statusQuo[0] ? 'x' : ''))]]
      : []),
    ...model.actors.map(({ id }) => {
      const own = ranks.get(id)!;
      const best = own.reduce((most, rank) => Math.max(most, rank), 0);
      return ['rank', named.get(id)!, '', ...states.map((s) => best + 1 - own[s])];
    }),
  ];
  return {
    rows,
    notes: leftOut(model, [
      'one-way options',
      'stakeholders',
      'names of states',
      ...(statusQuo.length === 1 ? ['options of the status quo' as const] : []),
    ]),
  };
}

/** What each actor is called, by its id: rows find one another by it. */
function columnNames({ actors }: ConflictModel): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of actors) counts.set(label, (counts.get(label) ?? 0) + 1);
  const plain = (label: string): boolean =>
    counts.get(label) === 1 && ![STATUS_QUO, ...RANKINGS, ''].includes(label.toLowerCase());
  return new Map(actors.map(({ id, label }) => [id, plain(label) ? label : `${label} (${id})`]));
}
