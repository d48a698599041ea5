import type { ConflictModel } from '@standoff/model';
import type { Section } from './entries.js';

/**
 * The row in which an element of the address is edited: its own, or the actor's or agreement's that
 * it is a part of ("NK.suspend", "NK.3", "US/deal", "NK.treaty"); null where there is none.
 */
export function rowOf(
  model: ConflictModel,
  sections: readonly Section[],
  element: string | null,
): string | null {
  if (element === null) return null;
  const all = sections.flatMap(({ entries }) => entries);
  if (all.some(({ id }) => id === element)) return element;
  const agreement = model.options.find(({ id }) => id === element)?.agreement ?? null;
  if (agreement !== null)
    return model.agreements.find(({ id }) => id === agreement)?.actOf ?? agreement;
  const act = model.agreements.find(({ id }) => id === element)?.actOf;
  if (act !== undefined) return act;
  const [actor] = element.split(/[./>]/);
  return all.some(({ id, kind }) => kind === 'actor' && id === actor) ? actor : null;
}
