import {
  isSet,
  relationOfRanks,
  relationOfWorlds,
  strengthOfLevels,
  strengthOfScores,
  strengthOfStatements,
  weightedScores,
  type PreferenceRelation,
  type Ranks,
} from '@standoff/engine';
import {
  statementsOf,
  degreeOfCell,
  degreeOfStatement,
  type Actor,
  type ConflictModel,
  type RankingCell,
  decidersOf,
} from '@standoff/model';
import {
  cellsOf,
  preferenceIn,
  statementsIn,
  weightsIn,
  ActorWorlds,
  settled,
  type Prepared,
  type ActorWorld,
} from '@standoff/situation';

/** What of a preference beyond its ranking is to be used. */
export interface Beyond {
  /** What is `perhaps`, in no order or a matter of factions: pairs on which worlds differ are unknown. */
  readonly unknown: boolean;
  /** `strongly`, `>>`, `much from`: degrees of preference. */
  readonly strength: boolean;
}

/**
 * A decision maker's preference as a relation: its worlds folded pair by pair (theory 2.5), with the
 * degrees that its statements, its ranking or its weights give (theory 2.6).
 * @throws AnalysisError 'too-many-worlds'.
 */
export function relationOf(
  prepared: Prepared,
  actor: Actor,
  { unknown, strength }: Beyond,
): PreferenceRelation {
  const mover = prepared.deciders.indexOf(actor);
  if (!unknown)
    return strength
      ? strengthIn(prepared, actor, actor.prevails, prepared.game.ranks[mover])
      : relationOfRanks(prepared.game.ranks[mover]);
  const worlds = new ActorWorlds(prepared, actor);
  if (!strength)
    return relationOfWorlds(worlds.distinct().map(({ ranks }) => relationOfRanks(ranks)));
  return relationOfWorlds(
    worlds
      .distinct((world) => deciding(prepared, actor, world))
      .map(({ faction, choices, ranks }) =>
        strengthIn(prepared, settled(actor, faction, choices), faction, ranks),
      ),
  );
}

/**
 * What the degrees are made of beside the ranking: which statement decides between each two
 * neighbouring places, by their order, and of which degree these statements are.
 */
function deciding(
  { lowering, truth }: Prepared,
  actor: Actor,
  { faction, choices, ranks }: ActorWorld,
): string {
  const statements = statementsIn(preferenceIn(settled(actor, faction, choices), faction), faction);
  const sets = statements.map(({ wants }) => lowering.wished(wants, truth));
  const at: number[] = [];
  ranks.forEach((rank, s) => (at[rank - 1] = s));
  const first = at
    .slice(1)
    .map((s, below) => sets.findIndex((set) => isSet(set, s) !== isSet(set, at[below])));
  const used = [...new Set(first)].sort((a, b) => a - b);
  return [
    first.map((k) => used.indexOf(k)),
    used.map((k) => (k < 0 ? 0 : degreeOfStatement(statements[k]))),
  ].join(':');
}

function strengthIn(
  { lowering, truth, space }: Prepared,
  actor: Actor,
  faction: string | null,
  ranks: Ranks,
): PreferenceRelation {
  const preference = preferenceIn(actor, faction);
  switch (preference.form) {
    case 'none':
      return relationOfRanks(ranks);
    case 'statements': {
      const statements = statementsIn(preference, faction);
      return strengthOfStatements(
        space.size,
        statements.map(({ wants }) => lowering.wished(wants, truth)),
        statements.map(degreeOfStatement),
      );
    }
    case 'ranking': {
      const { cell } = cellsOf(preference, lowering, truth);
      return strengthOfLevels(ranks, boundaries(preference.cells, cell));
    }
    case 'weights': {
      const { sets, thresholds } = weightsIn(preference, lowering, truth);
      return strengthOfScores(weightedScores(space.size, sets), thresholds);
    }
  }
}

/** By rank from the worst: the degree of the next place above. Cells without states are no places. */
function boundaries(cells: readonly RankingCell[], cell: Int32Array): number[] {
  const used = [...new Set(cell)].sort((a, b) => b - a);
  return used.slice(1).map((better, k) => {
    const between = cells.slice(better + 1, used[k] + 1);
    return Math.max(...between.map(degreeOfCell));
  });
}

/** The highest degree of preference that a decision maker of the model has; 1: strength is not told. */
export function highestDegree(model: ConflictModel): number {
  return Math.max(
    1,
    ...decidersOf(model)
      .flatMap((actor) => [actor.preference, ...actor.factions.flatMap((f) => f.preference ?? [])])
      .flatMap((preference) => {
        switch (preference.form) {
          case 'none':
            return [];
          case 'statements':
            return statementsOf(preference).map(degreeOfStatement);
          case 'ranking':
            return preference.cells.map(degreeOfCell);
          case 'weights':
            return [1 + (preference.thresholds?.length ?? 0)];
        }
      }),
  );
}

export function relationsOf(prepared: Prepared, beyond: Beyond): PreferenceRelation[] {
  return prepared.deciders.map((actor) => relationOf(prepared, actor, beyond));
}
