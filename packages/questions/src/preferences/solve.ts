import type { ConflictModel, Count } from '@standoff/model';
import {
  situationShown,
  type Prepared,
  type SituationShown,
  type StateShown,
} from '@standoff/situation';
import { preferenceWords } from '../explain/solve.js';
import { actorHolding, preferenceLevels, type PreferenceHolder } from './levels.js';

/** The answer of `standoff preferences --json`: how each actor ranks the states. */
export interface PreferencesResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/preferences/2';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** How many states each of them ranks. */
  readonly feasible: Count;
  /** Actor by actor: faction by faction where it has factions, then as others take it to be. */
  readonly rankings: readonly RankingShown[];
}

export interface RankingShown {
  /** The id of the actor. */
  readonly actor: string;
  /** The id of the faction whose ranking it is; null: the actor has none, or it is a picture of it. */
  readonly faction: string | null;
  /** The id of the actor that takes it to be so; null: it is so. */
  readonly seenBy: string | null;
  /** Whether it is the one that verdicts rest on. */
  readonly counts: boolean;
  /** How many levels of equally good states it has. */
  readonly levels: Count;
  /** In which of them today's state is, the best being 1. */
  readonly today: Count;
  /** At most so many levels as asked for, the best first. */
  readonly best: readonly LevelShown[];
}

/** States that are equally good for an actor. */
export interface LevelShown {
  /** How many states. */
  readonly count: Count;
  /** Some of them, today's first. */
  readonly states: readonly StateShown[];
  /** Why they are better than those of the next level, in words; null: it is the last. */
  readonly because: string | null;
}

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
