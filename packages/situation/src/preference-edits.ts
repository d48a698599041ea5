import type { Actor, PreferenceItem, PreferenceStatement } from '@standoff/model';
import { counts, statementsIn } from './preference.js';

/** What can be done to one preference statement. One place up or down: past its neighbour in force. */
export type StatementEdit = 'left out' | 'reversed' | 'one place up' | 'one place down';

/** The statements that count where the faction prevails, in the order written. */
export function statementsInForce(actor: Actor, faction = actor.prevails): PreferenceStatement[] {
  return statementsIn(actor.preference, faction);
}

/** Those of them that could be moved, left out or reversed: not a red line, nor one of several that count alike. */
export function changeableStatements(actor: Actor): PreferenceStatement[] {
  return statementsInForce(actor).filter(
    ({ redLine, equally }) => redLine === undefined && equally === undefined,
  );
}

/**
 * The actor with some statements left out or reversed.
 */
export function withStatements(
  actor: Actor,
  ids: ReadonlySet<string>,
  how: 'left out' | 'reversed',
): Actor {
  return withItems(actor, (items) => {
    const edited = (statement: PreferenceStatement): PreferenceStatement[] => {
      if (!ids.has(statement.id)) return [statement];
      if (how === 'left out') return [];
      return [{ ...statement, wants: { op: 'not', arg: statement.wants } }];
    };
    return items.flatMap((item): PreferenceItem[] =>
      item.item === 'unordered'
        ? [{ ...item, statements: item.statements.flatMap(edited) }]
        : edited(item).map((statement) => ({ ...statement, item: 'statement' })),
    );
  });
}

/**
 * The actor with a statement put before (up) or after (down) its neighbour among the statements in
 * force. Null where it has no such neighbour, or is one of several in no order.
 */
export function withStatementMoved(
  actor: Actor,
  id: string,
  direction: 'up' | 'down',
): Actor | null {
  if (actor.preference.form !== 'statements') return null;
  const { items } = actor.preference;
  const isPassed = (item: PreferenceItem): boolean =>
    item.item === 'unordered' || (item.redLine === undefined && counts(item, actor.prevails));
  const at = items.findIndex((item) => item.item === 'statement' && item.id === id);
  if (at < 0) return null;
  let past = at;
  do past += direction === 'up' ? -1 : 1;
  while (past >= 0 && past < items.length && !isPassed(items[past]));
  if (past < 0 || past >= items.length) return null;
  return withItems(actor, (all) => {
    const rest = all.filter((_, k) => k !== at);
    rest.splice(past, 0, all[at]);
    return rest;
  });
}

/** By id, for the statements in force that have a neighbour to change places with: on which sides. */
export function movableStatements(actor: Actor): Map<string, readonly ('up' | 'down')[]> {
  if (actor.preference.form !== 'statements') return new Map();
  const passed = actor.preference.items.filter(
    (item) =>
      item.item === 'unordered' || (item.redLine === undefined && counts(item, actor.prevails)),
  );
  if (passed.length < 2) return new Map();
  return new Map(
    passed.flatMap((item, k) =>
      item.item === 'unordered'
        ? []
        : [
            [
              item.id,
              k === 0 ? ['down'] : k === passed.length - 1 ? ['up'] : ['up', 'down'],
            ] as const,
          ],
    ),
  );
}

function withItems(
  actor: Actor,
  edit: (items: readonly PreferenceItem[]) => PreferenceItem[],
): Actor {
  if (actor.preference.form !== 'statements') return actor;
  return { ...actor, preference: { form: 'statements', items: edit(actor.preference.items) } };
}
