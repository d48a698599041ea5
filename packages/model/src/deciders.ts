import type { Actor, ConflictModel } from './model.js';

/** The decision makers: the actors that have options, or moves that are given to them. */
export function decidersOf({
  actors,
  allowed = [],
}: Pick<ConflictModel, 'actors' | 'allowed'>): Actor[] {
  const given = new Set(allowed.map(({ actor }) => actor));
  return actors.filter(({ id, options }) => options.length > 0 || given.has(id));
}

/** Those that never move. */
export function stakeholdersOf(model: Pick<ConflictModel, 'actors' | 'allowed'>): Actor[] {
  const deciders = new Set(decidersOf(model));
  return model.actors.filter((actor) => !deciders.has(actor));
}
