import {
  countSet,
  fromScores,
  indifferent,
  integersOf,
  isSet,
  prioritized,
  ranked,
  weightedScores,
  type Ranks,
  type TruthTable,
  type WeightedSet,
} from '@standoff/engine';
import {
  statementsOf,
  decimalOf,
  type Actor,
  type Preference,
  type PreferenceStatement,
} from '@standoff/model';
import { AnalysisError } from './errors.js';
import type { Lowering } from './lowering.js';

/**
 * The preference in force when the given faction prevails: its own ranking or weights where it has
 * one, otherwise the actor's statements without those of other factions.
 */
export function preferenceIn(actor: Actor, faction: string | null): Preference {
  const own = actor.factions.find(({ id }) => id === faction)?.preference;
  return own ?? actor.preference;
}

/** With "perhaps 0 %" a statement never counts. */
export function mayCount({ perhaps }: PreferenceStatement): boolean {
  return perhaps?.probability !== 0;
}

/** Whether a statement counts where the faction prevails. */
export function counts(statement: PreferenceStatement, faction: string | null): boolean {
  return (statement.faction === null || statement.faction === faction) && mayCount(statement);
}

/** What an actor says it never gives up, most important first. */
export function redLinesOf(actor: Actor): PreferenceStatement[] {
  return statementsIn(actor.preference, actor.prevails).filter(({ redLine }) => redLine);
}

/**
 * The statements in force, most important first. `perhaps` statements count as present and
 * unordered ones in the order written: this is the base world.
 */
export function statementsIn(
  preference: Preference,
  faction: string | null,
): PreferenceStatement[] {
  if (preference.form !== 'statements') return [];
  const byFaction = BY_FACTION.get(preference) ?? placedByFaction(preference);
  const common = byFaction.get(null) ?? [];
  const own = faction === null ? [] : (byFaction.get(faction) ?? []);
  const all =
    own.length === 0
      ? common
      : common.length === 0
        ? own
        : [...common, ...own].sort((a, b) => a.at - b.at);
  return all.map(({ statement }) => statement);
}

interface Placed {
  /** Its place in the list of all. */
  readonly at: number;
  readonly statement: PreferenceStatement;
}

/** What may count, by the faction it is of: an actor of thousands of factions is asked for each of them. */
const BY_FACTION = new WeakMap<Preference, ReadonlyMap<string | null, readonly Placed[]>>();

function placedByFaction(
  preference: Preference & { readonly form: 'statements' },
): ReadonlyMap<string | null, readonly Placed[]> {
  const byFaction = new Map<string | null, Placed[]>();
  for (const [at, statement] of statementsOf(preference).entries()) {
    if (!mayCount(statement)) continue;
    const before = byFaction.get(statement.faction);
    if (before === undefined) byFaction.set(statement.faction, [{ at, statement }]);
    else before.push({ at, statement });
  }
  BY_FACTION.set(preference, byFaction);
  return byFaction;
}

/** The actor's ranking of all states. @throws AnalysisError 'ranking' for an incomplete one. */
export function ranksOf(
  actor: Actor,
  faction: string | null,
  lowering: Lowering,
  truth: TruthTable,
): Ranks {
  const { size } = truth.space;
  const preference = preferenceIn(actor, faction);
  switch (preference.form) {
    case 'none':
      return indifferent(size);
    case 'statements':
      return prioritized(
        size,
        statementsIn(preference, faction).map(({ wants }) => lowering.wished(wants, truth)),
      );
    case 'weights':
      return fromScores(weightedScores(size, weightsIn(preference, lowering, truth).sets));
    case 'ranking': {
      const { cell, unranked, twice } = cellsOf(preference, lowering, truth);
      if (unranked > 0 || twice > 0) throw badRanking(actor, unranked, twice);
      return ranked(cell);
    }
  }
}

/** Weights and thresholds as integers on one scale, exactly the decimals they are written as. */
export function integerWeights(preference: Preference & { form: 'weights' }): {
  weights: bigint[];
  thresholds: bigint[];
} {
  const { weights, thresholds = [], exactThresholds = thresholds } = preference;
  const integers = integersOf([...weights.map(decimalOf), ...exactThresholds]);
  return {
    weights: integers.slice(0, weights.length),
    thresholds: integers.slice(weights.length),
  };
}

/** Where what has a weight holds, and the thresholds on the same scale. */
export function weightsIn(
  preference: Preference & { form: 'weights' },
  lowering: Lowering,
  truth: TruthTable,
): { sets: WeightedSet[]; thresholds: bigint[] } {
  const { weights, thresholds } = integerWeights(preference);
  const sets = preference.weights.map(({ of }, k) => ({
    holds: lowering.wished(of, truth),
    weight: weights[k],
  }));
  return { sets, thresholds };
}

/** What to say of a ranking that leaves out so many states, or places so many twice. */
export function badRanking(
  actor: Actor,
  unranked: number | bigint,
  twice: number | bigint,
): AnalysisError {
  const bad = unranked > 0 ? unranked : twice;
  return new AnalysisError(
    'ranking',
    `the ranking of ${actor.label} ${unranked > 0 ? 'leaves out' : 'places twice'} ${bad} ${Number(bad) === 1 ? 'state' : 'states'}`,
    unranked > 0
      ? 'add "> others" at the end, or name the missing states'
      : 'every state must fall in exactly one place of a ranking',
  );
}

/** Each state's cell of a direct ranking, 0 the best, and how many states fall in none or in two. */
export function cellsOf(
  preference: Preference & { form: 'ranking' },
  lowering: Lowering,
  truth: TruthTable,
): { cell: Int32Array; unranked: number; twice: number } {
  const { size } = truth.space;
  const cell = new Int32Array(size).fill(-1);
  let twice = 0;
  let others = -1;
  preference.cells.forEach(({ any, others: rest }, k) => {
    if (rest) others = k;
    for (const item of any) {
      const bits = lowering.wished(item, truth);
      if (countSet(bits) === 0) continue;
      for (let s = 0; s < size; s++) {
        if (!isSet(bits, s)) continue;
        if (cell[s] >= 0) twice++;
        else cell[s] = k;
      }
    }
  });
  let unranked = 0;
  for (let s = 0; s < size; s++) {
    if (cell[s] >= 0) continue;
    if (others >= 0) cell[s] = others;
    else unranked++;
  }
  return { cell, unranked, twice };
}
