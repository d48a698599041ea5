import { preferenceIn } from '@standoff/situation';
import type { Actor, ConflictModel, Preference } from '@standoff/model';
import { actorHolding, type PreferenceHolder } from '@standoff/questions';

/** As an address has it: "NK", "US/deal", "JP:US". */
export function formatHolder({ actor, faction, seenBy }: PreferenceHolder): string {
  if (seenBy !== null) return `${seenBy}:${actor}`;
  return faction === null ? actor : `${actor}/${faction}`;
}

/**
 * Whose preference is shown: the one that the address says, else that of the actor it names, else
 * that of the first decision maker with statements, else of the first with any preference. Null where
 * there are no actors.
 */
export function holderShown(
  model: ConflictModel,
  whose: string | null,
  named: string | null,
): PreferenceHolder | null {
  if (whose !== null) {
    const meant = pictures(model).find((one) => formatHolder(one) === whose);
    if (meant) return meant;
    const [id, faction] = whose.split('/');
    const actor = model.actors.find((one) => one.id === id);
    if (actor)
      return {
        ...ownOf(actor),
        ...(actor.factions.some((one) => one.id === faction) ? { faction } : {}),
      };
  }
  const actors = [...model.actors].sort(
    (a, b) => Number(b.options.length > 0) - Number(a.options.length > 0),
  );
  const actor =
    model.actors.find(({ id }) => id === named) ??
    actors.find((one) => preferenceOf(model, ownOf(one)).form === 'statements') ??
    actors.find((one) => preferenceOf(model, ownOf(one)).form !== 'none') ??
    actors[0];
  return actor === undefined ? null : ownOf(actor);
}

/** An actor's own preference, with the faction that is assumed to prevail. */
export function ownOf({ id, prevails }: Actor): PreferenceHolder {
  return { actor: id, faction: prevails, seenBy: null };
}

/** What actors take the preferences of others to be, where a preference is stated. */
export function pictures(model: ConflictModel): PreferenceHolder[] {
  const seen = model.perceptions
    .filter(({ actor, of, preference }) => preference.form !== 'none' && actor !== of)
    .map(({ actor, of }) => ({ actor: of, faction: null, seenBy: actor }));
  return [...new Map(seen.map((one) => [formatHolder(one), one])).values()];
}

/** The preference in force. */
export function preferenceOf(model: ConflictModel, holder: PreferenceHolder): Preference {
  return preferenceIn(actorHolding(model, holder), holder.faction);
}
