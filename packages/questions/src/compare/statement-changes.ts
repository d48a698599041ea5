import { preferenceIn } from '@standoff/situation';
import {
  statementsOf,
  degreeOfStatement,
  type ConflictModel,
  type Preference,
  type PreferenceStatement,
} from '@standoff/model';

/** What happened to one statement. Places count from 1 among those of the list. */
export type StatementChange =
  | {
      readonly kind: 'moved';
      readonly statement: PreferenceStatement;
      readonly from: number;
      readonly to: number;
      /** The one that it changed places with; null: it passed several. */
      readonly passed: PreferenceStatement | null;
    }
  | { readonly kind: 'added' | 'removed'; readonly statement: PreferenceStatement }
  /** It wants something else, or how much or how certainly is another. */
  | {
      readonly kind: 'rewritten' | 'weighed';
      readonly before: PreferenceStatement;
      readonly after: PreferenceStatement;
    }
  /** The same statements in another order, more than one moved, or another grouping of them. */
  | { readonly kind: 'reordered' }
  /** Weights or a ranking. */
  | { readonly kind: 'other' };

/** The changes of one preference: an actor's, with all its factions, or a picture of it. */
export interface PreferenceChange {
  readonly actor: string;
  readonly seenBy: string | null;
  readonly changes: readonly StatementChange[];
}

/** What actors want otherwise, and are taken to want otherwise, than before. */
export function preferenceChanges(before: ConflictModel, after: ConflictModel): PreferenceChange[] {
  const own = after.actors.flatMap((actor): PreferenceChange[] => {
    const earlier = before.actors.find(({ id }) => id === actor.id);
    if (!earlier) return [];
    const factions = [null, ...actor.factions.map(({ id }) => id)];
    const elsewhere = factions.some(
      (id) => id !== null && ownForm(earlier, id) !== ownForm(actor, id),
    );
    return changed(actor.id, null, earlier.preference, actor.preference, elsewhere);
  });
  const seen = after.perceptions.flatMap((picture, k): PreferenceChange[] => {
    const same = (one: typeof picture): boolean =>
      one.actor === picture.actor && one.of === picture.of;
    const nth = after.perceptions.slice(0, k).filter(same).length;
    const earlier = before.perceptions.filter(same)[nth];
    return earlier
      ? changed(picture.of, picture.actor, earlier.preference, picture.preference, false)
      : [];
  });
  return [...own, ...seen];
}

/** A faction's own ranking or weights, as a string to compare. */
function ownForm(actor: ConflictModel['actors'][number], faction: string): string {
  const preference = preferenceIn(actor, faction);
  return preference.form === 'statements' ? '' : content(preference);
}

function changed(
  actor: string,
  seenBy: string | null,
  before: Preference,
  after: Preference,
  elsewhere: boolean,
): PreferenceChange[] {
  const changes = statementChanges(before, after);
  if (elsewhere) changes.push({ kind: 'other' });
  return changes.length === 0 ? [] : [{ actor, seenBy, changes }];
}

/** From the one list to the other. */
function statementChanges(before: Preference, after: Preference): StatementChange[] {
  if (content(before) === content(after)) return [];
  const list = (one: Preference): readonly PreferenceStatement[] | null =>
    one.form === 'none' || one.form === 'statements' ? statementsOf(one) : null;
  const [old, now] = [list(before), list(after)];
  if (old === null || now === null) return [{ kind: 'other' }];
  // Of several statements of the same words, the first is taken for the first.
  const rest = [...old];
  const partners = now.map((own) => {
    const k = rest.findIndex((one) => keyOf(one) === keyOf(own));
    return k < 0 ? null : rest.splice(k, 1)[0];
  });
  const found: StatementChange[] = [];
  const rewritten = new Set<PreferenceStatement>();
  now.forEach((own, k) => {
    const partner = partners[k];
    if (partner !== null) {
      if (weightOf(partner) !== weightOf(own))
        found.push({ kind: 'weighed', before: partner, after: own });
      return;
    }
    const instead = rest.find(({ id, faction }) => id === own.id && faction === own.faction);
    if (instead && old.length === now.length) {
      rewritten.add(instead);
      found.push({ kind: 'rewritten', before: instead, after: own });
    } else found.push({ kind: 'added', statement: own });
  });
  for (const one of rest) if (!rewritten.has(one)) found.push({ kind: 'removed', statement: one });
  const kept = partners.filter((one) => one !== null);
  const then = old.filter((one) => kept.includes(one));
  const move = moveBetweenLists(then, kept, old, now);
  if (move !== null) found.push(move);
  return found.length === 0 ? [{ kind: 'reordered' }] : found;
}

/** The one statement whose move makes the second order of the first; null where they are the same. */
function moveBetweenLists(
  then: readonly PreferenceStatement[],
  kept: readonly PreferenceStatement[],
  old: readonly PreferenceStatement[],
  now: readonly PreferenceStatement[],
): StatementChange | null {
  const first = then.findIndex((one, k) => one !== kept[k]);
  if (first < 0) return null;
  const last = then.findLastIndex((one, k) => one !== kept[k]);
  const inner = (list: readonly PreferenceStatement[]) => list.slice(first, last + 1);
  const [from, to] = [inner(then), inner(kept)];
  const place = (one: PreferenceStatement): { from: number; to: number } => ({
    from: old.indexOf(one) + 1,
    to: now.findIndex((other) => keyOf(other) === keyOf(one)) + 1,
  });
  const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
    a.every((one, k) => one === b[k]);
  const up = to[0];
  if (same([up, ...from.filter((one) => one !== up)], to))
    return {
      kind: 'moved',
      statement: up,
      ...place(up),
      passed: from.length === 2 ? from[0] : null,
    };
  const down = from[0];
  if (same([...from.slice(1), down], to))
    return { kind: 'moved', statement: down, ...place(down), passed: null };
  return { kind: 'reordered' };
}

function keyOf({ text, faction }: PreferenceStatement): string {
  return `${faction ?? ''}: ${text}`;
}

function weightOf(statement: PreferenceStatement): string {
  return JSON.stringify([statement.perhaps, degreeOfStatement(statement)]);
}

/** What changes no result, and ids that only count, left out. */
function content(preference: Preference): string {
  const passed = ['at', 'evidence', 'because', 'restsOn', 'grounds', 'id', 'text'];
  return JSON.stringify(preference, (name, value: unknown) =>
    passed.includes(name) && !(name === 'id' && typeof value === 'string' && !/\.\d+$/.test(value))
      ? undefined
      : value,
  );
}
