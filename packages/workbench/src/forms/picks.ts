import type { ConflictModel, Proposition } from '@standoff/model';

/** Options and agreements, by id, that are to be taken (true) or not (false). */
export type Picks = ReadonlyMap<string, boolean>;

/**
 * What a proposition says of each option, where it is nothing but a conjunction of options and
 * agreements taken or not taken; null where it says more, or contradicts itself.
 */
export function picksOf(p: Proposition): Picks | null {
  const picks = new Map<string, boolean>();
  return collect(p, true, picks) ? picks : null;
}

function collect(p: Proposition, holds: boolean, picks: Map<string, boolean>): boolean {
  switch (p.op) {
    case 'constant':
      return p.value === holds;
    case 'option':
    case 'agreement': {
      const said = picks.get(p.id);
      picks.set(p.id, holds);
      return said === undefined || said === holds;
    }
    case 'not':
      return collect(p.arg, !holds, picks);
    case 'and':
      return holds && p.args.every((q) => collect(q, true, picks));
    case 'or':
      return !holds && p.args.every((q) => collect(q, false, picks));
    case 'count': {
      const all = p.min === p.args.length && holds;
      const none = (p.max === 0 && holds) || (p.min === 1 && p.max === null && !holds);
      return (all || none) && p.args.every((q) => collect(q, all, picks));
    }
    default:
      return false;
  }
}

/** The expression that says so; empty where nothing is picked. */
export function expressionOf(picks: Picks): string {
  return literals(picks).join(' and ');
}

/** The same as a list, as the effects of an event and the options of a state are written. */
export function listOf(picks: Picks): string {
  return literals(picks).join(', ');
}

function literals(picks: Picks): string[] {
  return [...picks].map(([id, taken]) => (taken ? id : `not ${id}`));
}

/** The options to choose among, under who has them. */
export interface PickGroup {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Every option under its actor, and the agreements; consents only where they are picked by themselves. */
export function pickGroups(model: ConflictModel, picks: Picks): PickGroup[] {
  const groups = model.actors.map(({ id, label }) => ({
    title: label,
    options: model.options.filter(
      (option) =>
        option.owner === id &&
        option.historyOf === undefined &&
        (option.agreement === null || picks.has(option.id)),
    ),
  }));
  const chances = model.options.filter(({ chance }) => chance !== undefined);
  const places = model.options.filter(({ inGraph }) => inGraph);
  return [
    ...groups,
    { title: 'Agreements', options: model.agreements },
    { title: 'Chance', options: chances },
    { title: 'States of a graph', options: places },
  ].filter(({ options }) => options.length > 0);
}
