import type { EditResult } from '@standoff/language';
import type { Place } from '@standoff/language/edit';
import type { Preference, PreferenceStatement } from '@standoff/model';

/** A statement in force, and where it stands. */
export interface StatementRow {
  readonly statement: PreferenceStatement;
  /** Which `in no order { … }` of the list it stands in, counted from 0; null: in none. */
  readonly group: number | null;
}

/** The statements in force where the faction prevails, most important first. */
export function statementRows(preference: Preference, faction: string | null): StatementRow[] {
  if (preference.form !== 'statements') return [];
  let groups = 0;
  return preference.items
    .flatMap((item): StatementRow[] => {
      if (item.item === 'statement') return [{ statement: item, group: null }];
      const group = groups++;
      return item.statements.map((statement) => ({ statement, group }));
    })
    .filter(({ statement: own }) => own.faction === null || own.faction === faction);
}

/** What is done to a statement, and how it is called in the history. */
export type Act = (edit: (text: string) => EditResult, what: string) => boolean;

/** Where a statement goes; or why it cannot go there, as a sentence. */
export type Move = { readonly place: Place } | { readonly problem: string };

/**
 * The place between the rows `gap - 1` and `gap` for the row `from`. What is a faction's stays the
 * faction's and what is common stays common; at the edge of an `in no order { … }` a statement of the
 * group stays in it, and any other stays out.
 */
export function moveBetween(rows: readonly StatementRow[], from: number, gap: number): Move {
  const moved = rows[from];
  const like = (row: StatementRow | undefined): boolean =>
    row !== undefined && row.statement.faction === moved.statement.faction;
  const above = rows[gap - 1 === from ? gap - 2 : gap - 1];
  const below = rows[gap === from ? gap + 1 : gap];
  const beside = [
    ...(like(above) ? [{ row: above, side: 'after' as const }] : []),
    ...(like(below) ? [{ row: below, side: 'before' as const }] : []),
  ];
  if (beside.length === 0)
    return {
      problem:
        moved.statement.faction === null
          ? 'Not done: there the faction’s own statements stand, which belong together; move them in the text'
          : 'Not done: a statement of a faction stands among those of the faction; move it in the text',
    };
  const within = beside.find(({ row }) => row.group !== null && row.group === moved.group);
  const { row, side } = within ?? beside.find((one) => one.row.group === null) ?? beside[0];
  const id = row.statement.id;
  const between = above?.group !== null && above?.group === below?.group;
  if (within || row.group === null || between)
    return { place: side === 'after' ? { after: id } : { before: id } };
  return { place: side === 'after' ? { afterGroupOf: id } : { beforeGroupOf: id } };
}

/**
 * One row up or down. The first of an `in no order { … }` goes up out of it and the last down, past
 * nothing; what is common goes past all that is the faction's at once. Null: it is the first or last.
 */
export function moveBy(rows: readonly StatementRow[], from: number, by: 1 | -1): Move | null {
  const { statement, group } = rows[from];
  const next = rows[from + by];
  if (group !== null && next?.group !== group)
    return rows.some((row, k) => k !== from && row.group === group)
      ? { place: by < 0 ? { beforeGroupOf: statement.id } : { afterGroupOf: statement.id } }
      : next === undefined
        ? null
        : moveBetween(rows, from, by < 0 ? from - 1 : from + 2);
  if (next === undefined) return null;
  let to = from + by;
  if (statement.faction === null && next.statement.faction !== null)
    while ((rows[to + by]?.statement.faction ?? null) !== null) to += by;
  return moveBetween(rows, from, by < 0 ? to : to + 1);
}

/** What a row of the list is known by, as long as it is the same statement. */
export interface KnownRow {
  readonly key: string;
  readonly id: string;
  readonly text: string;
}

/**
 * Keys for the statements of a new text, so that the focus stays on what was moved although the ids
 * count anew: of the same words the same key, else of the same id, else a new one.
 */
export function keysAfter(
  before: readonly KnownRow[],
  after: readonly Pick<PreferenceStatement, 'id' | 'text'>[],
  fresh: () => string,
): KnownRow[] {
  const left = [...before];
  const take = (is: (row: KnownRow) => boolean): string | null => {
    const k = left.findIndex(is);
    return k < 0 ? null : left.splice(k, 1)[0].key;
  };
  // Those that stay as they are go first, so that of two of the same words each keeps its own.
  const same = after.map(({ id, text }) => take((row) => row.id === id && row.text === text));
  const alike = after.map(({ text }, k) => same[k] ?? take((row) => row.text === text));
  return after.map(({ id, text }, k) => ({
    id,
    text,
    key: alike[k] ?? take((row) => row.id === id) ?? fresh(),
  }));
}
