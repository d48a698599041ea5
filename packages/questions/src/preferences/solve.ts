import type { ConflictModel } from '@standoff/model';
import { situationShown, type Prepared } from '@standoff/situation';
import { preferenceWords } from '../explain/explanation.js';
import { actorHolding, preferenceLevels, type PreferenceHolder } from './levels.js';
import type { PreferencesResult, RankingShown } from './answer.js';

export interface PreferencesOptions {
  /** The id of an actor; all when left out. */
  readonly actor?: string;
  /** All levels when left out. */
  readonly limit?: number;
}

/** So many states of a level are named. */
const NAMED = 3;

/**
 * How each actor ranks the states: as it is, as each of its factions would, and as others take it to.
 * @throws AnalysisError 'ranking' for a ranking that leaves states out.
 */
export function preferences(
  prepared: Prepared,
  { actor: only, limit = Infinity }: PreferencesOptions = {},
): PreferencesResult {
  const { model, space } = prepared;
  return {
    schema: 'standoff/preferences/2',
    situation: situationShown(model),
    feasible: space.size,
    rankings: holdersIn(model)
      .filter(({ actor }) => only === undefined || actor === only)
      .map((holder) => rankingShown(prepared, holder, limit)),
  };
}

function holdersIn({ actors, perceptions }: ConflictModel): PreferenceHolder[] {
  return actors.flatMap(({ id, factions }): PreferenceHolder[] => {
    const own = factions.length === 0 ? [null] : factions.map((faction) => faction.id);
    const seers = perceptions.filter(
      ({ of, preference }) => of === id && preference.form !== 'none',
    );
    return [
      ...own.map((faction) => ({ actor: id, faction, seenBy: null })),
      ...[...new Set(seers.map(({ actor }) => actor))].map((seenBy) => ({
        actor: id,
        faction: null,
        seenBy,
      })),
    ];
  });
}

function rankingShown(prepared: Prepared, holder: PreferenceHolder, limit: number): RankingShown {
  const { model, naming, space, statusQuo } = prepared;
  const { levels, level } = preferenceLevels(prepared, holder);
  const actor = actorHolding(model, holder);
  const meant = holder.faction === null ? actor : { ...actor, prevails: holder.faction };
  const shown = Math.min(limit, levels);
  // Of the one after them too, to say what makes the last one better.
  const states = Array.from({ length: Math.min(shown + 1, levels) }, (): number[] => []);
  const counts = new Map<number, number>();
  const today = statusQuo[0];
  for (const state of [today, ...level.keys()]) {
    const own = states[level[state]] as number[] | undefined;
    if (own && own.length < NAMED && !own.includes(state)) own.push(state);
  }
  for (const one of level) counts.set(one, (counts.get(one) ?? 0) + 1);
  const code = (state: number): bigint => BigInt(space.codes[state]);
  return {
    ...holder,
    counts: holder.seenBy === null && holder.faction === actor.prevails,
    levels,
    today: level[today] + 1,
    best: states.slice(0, shown).map((own, k) => ({
      count: counts.get(k)!,
      states: own.map((state) => naming.state(state)),
      because:
        k === levels - 1
          ? null
          : preferenceWords(prepared, meant, code(own[0]), code(states[k + 1][0])),
    })),
  };
}
