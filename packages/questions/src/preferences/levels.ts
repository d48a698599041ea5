import { AnalysisError, ranksOf, type Prepared } from '@standoff/situation';
import type { Actor, ConflictModel } from '@standoff/model';

/** Whose preference: an actor's, with one of its factions prevailing, or as another takes it to be. */
export interface PreferenceHolder {
  readonly actor: string;
  /** Null: the actor has no factions, or it is a picture. */
  readonly faction: string | null;
  /** Set: what this actor takes the preference of `actor` to be. */
  readonly seenBy: string | null;
}

/** The feasible states in levels, the states of a level being equally good. */
export interface PreferenceLevels {
  readonly levels: number;
  /** For each state, in the order of the states: 0 the best. */
  readonly level: Int32Array;
}

/** How the states are ranked. @throws AnalysisError 'unknown-actor', 'ranking' for a ranking that leaves states out. */
export function preferenceLevels(
  { model, lowering, truth }: Prepared,
  holder: PreferenceHolder,
): PreferenceLevels {
  const ranks = ranksOf(actorHolding(model, holder), holder.faction, lowering, truth);
  const best = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  return { levels: best, level: ranks.map((rank) => best - rank) };
}

/** The actor, with the preference that is meant. */
export function actorHolding(model: ConflictModel, { actor, seenBy }: PreferenceHolder): Actor {
  const real = model.actors.find(({ id }) => id === actor);
  if (real === undefined)
    throw new AnalysisError('unknown-actor', `the situation has no actor ${actor}`);
  const picture = seenBy === null ? undefined : pictureOf(model, seenBy, actor);
  return picture === undefined
    ? real
    : { ...real, preference: picture, factions: [], prevails: null };
}

/** Of two pictures of one actor the later counts. */
function pictureOf(
  model: ConflictModel,
  seenBy: string,
  of: string,
): Actor['preference'] | undefined {
  return model.perceptions.findLast(
    (one) => one.actor === seenBy && one.of === of && one.preference.form !== 'none',
  )?.preference;
}
