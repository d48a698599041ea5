import { USUAL_CONCEPT, type Ranks } from '@standoff/engine';
import type { Actor, Count } from '@standoff/model';
import {
  AnalysisError,
  endsOf,
  Outcomes,
  ranksOf,
  situationShown,
  type CourseEnd,
  type Outcome,
  type Prepared,
  type Concept,
  type SituationShown,
} from '@standoff/situation';

/** The answer of `standoff factions --json`: which outcome if which faction prevails. */
export interface FactionsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/factions/1';
  /** The situation that was asked. */
  readonly situation: SituationShown;
  /** The concept by which states are judged. */
  readonly concept: Concept;
  /** The decision makers with factions. */
  readonly actors: readonly {
    /** The id of the actor. */
    readonly actor: string;
    /** Its factions, in the order written. */
    readonly factions: readonly {
      /** The id of the faction. */
      readonly id: string;
      /** The faction as people call it. */
      readonly label: string;
    }[];
    /** The faction that the model assumes to prevail. */
    readonly prevails: string | null;
  }[];
  /** Every combination; the one that the model assumes first. */
  readonly combinations: readonly Combination[];
  /** Scenarios by id: in which combinations (by their place above) they hold or are reached. */
  readonly scenarios: readonly {
    /** What other elements refer to it by. */
    readonly id: string;
    /** As people call it. */
    readonly label: string;
    /** For each combination, whether some state of it is an equilibrium. */
    readonly holds: readonly boolean[];
    /** For each combination, whether improvements lead to it. */
    readonly reached: readonly boolean[];
  }[];
}

export interface Combination {
  /** By actor, the faction that prevails. */
  readonly prevails: Readonly<Record<string, string>>;
  /** Whether it is what the model takes to be so. */
  readonly assumed: boolean;
  /** Whether the status quo would hold. */
  readonly statusQuoHolds: boolean;
  /** States that would hold; of them, those that improvements lead to. */
  readonly equilibria: Count;
  /** How many of those states improvements lead to. */
  readonly reached: Count;
  /** Where improvements end, nearest first: the state, or of several the nearest. */
  readonly ends: readonly CourseEnd[];
}

export interface FactionsOptions {
  /** the usual one when left out. */
  readonly concept?: Concept;
  readonly watch?: (done: number) => void;
}

/** Combinations gone through at most. */
export const MOST_COMBINATIONS = 256;

/**
 * Which states would hold, and where improvements lead, for every combination of factions. What is
 * `perhaps` counts as present, as elsewhere; "standoff robustness" goes through that too.
 * @throws AnalysisError 'too-many-worlds' beyond `MOST_COMBINATIONS`.
 */
export function factions(
  prepared: Prepared,
  { concept = USUAL_CONCEPT, watch }: FactionsOptions = {},
): FactionsResult {
  const { model, deciders, lowering, truth, space, room } = prepared;
  const divided = deciders.filter((actor) => actor.factions.length > 0);
  const count = divided.reduce((product, actor) => product * actor.factions.length, 1);
  if (count > MOST_COMBINATIONS)
    throw new AnalysisError(
      'too-many-worlds',
      `the factions make ${count} combinations; at most ${MOST_COMBINATIONS} are shown side by side`,
      '"standoff robustness" goes through more, and says in which share of them what holds',
    );
  const outcomes = new Outcomes(prepared, concept);
  // As many rankings as there are factions: kept where there is room for them.
  const factionCount = divided.reduce((sum, actor) => sum + actor.factions.length, 0);
  const kept = factionCount * 4 * space.size <= room ? new Map<string, Ranks>() : null;
  const ranksUnder = (actor: Actor, faction: string): Ranks => {
    const key = `${actor.id}.${faction}`;
    const ranks = kept?.get(key) ?? ranksOf(actor, faction, lowering, truth);
    kept?.set(key, ranks);
    return ranks;
  };
  // The combination assumed comes first: each actor's prevailing faction stands before its others.
  const ordered = divided.map((actor) => [
    ...actor.factions.filter(({ id }) => id === actor.prevails),
    ...actor.factions.filter(({ id }) => id !== actor.prevails),
  ]);
  const found = Array.from({ length: count }, (_, k) => {
    watch?.(k / count);
    let rest = k;
    const chosen = new Map(
      ordered.map((own, j): [string, string] => {
        const pick = own[rest % own.length];
        rest = Math.floor(rest / own.length);
        return [divided[j].id, pick.id];
      }),
    );
    const world = deciders.map((actor, mover) => {
      const faction = chosen.get(actor.id);
      return faction === undefined ? prepared.game.ranks[mover] : ranksUnder(actor, faction);
    });
    const outcome = outcomes.of(world);
    return {
      scenarios: outcome.scenarios,
      combination: combination(outcomes, world, outcome, chosen, k === 0),
    };
  });
  return {
    schema: 'standoff/factions/1',
    situation: situationShown(model),
    concept,
    actors: divided.map(({ id, factions: own, prevails }) => ({
      actor: id,
      factions: own.map(({ id: faction, label }) => ({ id: faction, label })),
      prevails,
    })),
    combinations: found.map((one) => one.combination),
    scenarios: model.scenarios.map(({ id, label }, j) => ({
      id,
      label,
      holds: found.map(({ scenarios }) => scenarios[j].holds),
      reached: found.map(({ scenarios }) => scenarios[j].reached),
    })),
  };
}

function combination(
  outcomes: Outcomes,
  ranks: Prepared['game']['ranks'],
  outcome: Outcome,
  chosen: ReadonlyMap<string, string>,
  assumed: boolean,
): Combination {
  const { holds, distance, statusQuoHolds } = outcome;
  let equilibria = 0;
  let reached = 0;
  for (let s = 0; s < holds.length; s++) {
    equilibria += holds[s];
    if (holds[s] === 1 && distance[s] >= 0) reached++;
  }
  return {
    prevails: Object.fromEntries(chosen),
    assumed,
    statusQuoHolds,
    equilibria,
    reached,
    ends: endsOf(outcomes, ranks),
  };
}
