import type { Actor, ConflictModel, OptionId, Proposition } from '@standoff/model';
import { statusQuoSets } from '@standoff/situation';
import { apart, content, labelOf, wishes, written } from './written-parts.js';

/** One thing in which two models of a situation differ. */
export interface ModelDifference {
  /** In which part of the models they differ. */
  readonly kind:
    | 'actors and options'
    | 'preference'
    | 'faction'
    | 'constraint'
    | 'option'
    | 'status quo'
    | 'scenario'
    | 'commitment'
    | 'perception';
  /** The id of what differs; for a constraint its text. */
  readonly of: string;
  /** What the one has and the other has not, as written. */
  readonly gone: readonly string[];
  /** What the other has and the one has not, as written. */
  readonly added: readonly string[];
  /** Both have the same, in another order. */
  readonly reordered: boolean;
}

/** A difference with the way to make it alone in the first of the models. */
export interface Difference extends ModelDifference {
  /** Null: it cannot be made alone, as other parts of the model speak of it. */
  readonly apply: ((model: ConflictModel) => ConflictModel) | null;
}

/** Sources, claims, relations and what else never changes a result: told as counts. */
export const TOLD = ['sources', 'claims', 'relations', 'events'] as const;

/**
 * What differs between two models, by the ids of what they name: who can do what, whose preference,
 * which faction prevails, constraints, where things stand, scenarios, commitments, perceptions.
 */
export function modelDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  return [
    ...whoCanDoWhat(first, second),
    ...optionDifferences(first, second),
    ...statusQuoDifferences(first, second),
    ...preferenceDifferences(first, second),
    ...constraintDifferences(first, second),
    ...named('scenario', first, second, 'scenarios', ({ holds }) => holds),
    ...named('commitment', first, second, 'commitments', (c) => [
      c.kind,
      c.by,
      c.to,
      c.content,
      c.when,
    ]),
    ...perceptionDifferences(first, second),
  ];
}

function whoCanDoWhat(first: ConflictModel, second: ConflictModel): Difference[] {
  const names = ({ actors, options, agreements }: ConflictModel): string[] => [
    ...actors.map(({ id }) => id),
    ...options.map(({ id }) => id),
    ...agreements.map(({ id }) => id),
  ];
  const { gone, added } = apart(names(first), names(second));
  return gone.length + added.length === 0
    ? []
    : [{ kind: 'actors and options', of: '', gone, added, reordered: false, apply: null }];
}

function optionDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  const words = {
    both: 'can be undone',
    forward: 'irreversible',
    back: 'cannot be taken up again',
  };
  return first.options.flatMap((option): Difference[] => {
    const other = second.options.find(({ id }) => id === option.id);
    if (!other || other.direction === option.direction) return [];
    return [
      {
        kind: 'option',
        of: option.id,
        gone: [words[option.direction]],
        added: [words[other.direction]],
        reordered: false,
        apply: (model) => ({
          ...model,
          options: model.options.map((own) =>
            own.id === option.id ? { ...own, direction: other.direction } : own,
          ),
        }),
      },
    ];
  });
}

function statusQuoDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  const taken = (model: ConflictModel): OptionId[] =>
    [...new Set(statusQuoSets(model).flatMap((set) => [...set]))].sort();
  const { gone, added } = apart(taken(first), taken(second));
  if (gone.length + added.length === 0) return [];
  const sets = statusQuoSets(second);
  const now = (id: OptionId): 'taken' | 'open' | 'unknown' =>
    sets.every((set) => set.has(id))
      ? 'taken'
      : sets.some((set) => set.has(id))
        ? 'unknown'
        : 'open';
  return [
    {
      kind: 'status quo',
      of: '',
      gone,
      added,
      reordered: false,
      apply: (model) => ({
        ...model,
        options: model.options.map((option) => ({ ...option, initially: now(option.id) })),
        events: [],
      }),
    },
  ];
}

function preferenceDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  return first.actors.flatMap((actor): Difference[] => {
    const other = second.actors.find(({ id }) => id === actor.id);
    if (!other) return [];
    const found: Difference[] = [];
    if (content(wishes(actor)) !== content(wishes(other))) {
      const [before, after] = [written(actor), written(other)];
      const { gone, added } = apart(before, after);
      found.push({
        kind: 'preference',
        of: actor.id,
        gone,
        added,
        reordered: gone.length + added.length === 0,
        apply: ifKnown(first, [other.preference, other.factions], (model) =>
          withActor(model, actor.id, (own) => ({
            ...own,
            preference: other.preference,
            factions: other.factions,
            prevails: other.factions.some(({ id }) => id === own.prevails)
              ? own.prevails
              : other.prevails,
          })),
        ),
      });
    }
    if (actor.prevails !== other.prevails)
      found.push({
        kind: 'faction',
        of: actor.id,
        gone: labelOf(actor),
        added: labelOf(other),
        reordered: false,
        apply: actor.factions.some(({ id }) => id === other.prevails)
          ? (model) => withActor(model, actor.id, (own) => ({ ...own, prevails: other.prevails }))
          : null,
      });
    return found;
  });
}

function constraintDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  type Barred = ConflictModel['constraints'][number] | ConflictModel['disallowed'][number];
  const key = (one: Barred): string =>
    content('must' in one ? one.must : [one.actor, one.from, one.to]);
  const text = (one: Barred): string => ('must' in one ? one.text : one.id);
  const all = ({ constraints, disallowed }: ConflictModel): Barred[] => [
    ...constraints,
    ...disallowed,
  ];
  const missing = (here: ConflictModel, there: ConflictModel): Barred[] => {
    const keys = new Set(all(there).map(key));
    return all(here).filter((one) => !keys.has(key(one)));
  };
  return [
    ...missing(first, second).map((one): Difference => ({
      kind: 'constraint',
      of: text(one),
      gone: [text(one)],
      added: [],
      reordered: false,
      apply: (model) => ({
        ...model,
        constraints: model.constraints.filter((own) => key(own) !== key(one)),
        disallowed: model.disallowed.filter((own) => key(own) !== key(one)),
      }),
    })),
    ...missing(second, first).map((one): Difference => ({
      kind: 'constraint',
      of: text(one),
      gone: [],
      added: [text(one)],
      reordered: false,
      apply: ifKnown(first, one, (model) =>
        'must' in one
          ? { ...model, constraints: [...model.constraints, one] }
          : { ...model, disallowed: [...model.disallowed, one] },
      ),
    })),
  ];
}

function named<K extends 'scenarios' | 'commitments'>(
  kind: ModelDifference['kind'],
  first: ConflictModel,
  second: ConflictModel,
  list: K,
  meaning: (element: ConflictModel[K][number]) => unknown,
): Difference[] {
  type Element = ConflictModel[K][number];
  const [before, after] = [first[list] as readonly Element[], second[list] as readonly Element[]];
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id): Difference[] => {
    const own = before.find((one) => one.id === id);
    const other = after.find((one) => one.id === id);
    if (own && other && content(meaning(own)) === content(meaning(other))) return [];
    return [
      {
        kind,
        of: id,
        gone: own ? [own.label] : [],
        added: other ? [other.label] : [],
        reordered: false,
        apply:
          own && other
            ? ifKnown(first, meaning(other), (model) => ({
                ...model,
                [list]: before.map((one) => (one.id === id ? other : one)),
              }))
            : null,
      },
    ];
  });
}

function perceptionDifferences(first: ConflictModel, second: ConflictModel): Difference[] {
  const names = ({ perceptions }: ConflictModel): string[] =>
    perceptions.map(({ actor, of }) => `${actor} perceives ${of}`);
  const { gone, added } = apart(names(first), names(second));
  return gone.length + added.length === 0
    ? []
    : [{ kind: 'perception', of: '', gone, added, reordered: false, apply: null }];
}

/** Null where something is referred to that the model does not have. */
function ifKnown(
  model: ConflictModel,
  of: unknown,
  apply: (model: ConflictModel) => ConflictModel,
): Difference['apply'] {
  const known = new Set(
    [model.options, model.scenarios, model.agreements, model.states, model.actors].flatMap((list) =>
      list.map(({ id }) => id),
    ),
  );
  const fits = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    const { op, id } = value as { readonly op?: Proposition['op']; readonly id?: string };
    if (op !== undefined && id !== undefined && !known.has(id)) return false;
    return Object.values(value).every(fits);
  };
  return fits(of) ? apply : null;
}

function withActor(model: ConflictModel, id: string, edit: (actor: Actor) => Actor): ConflictModel {
  return { ...model, actors: model.actors.map((actor) => (actor.id === id ? edit(actor) : actor)) };
}
