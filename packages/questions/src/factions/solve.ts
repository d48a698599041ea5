import { UNANSWERED, USUAL_CONCEPT } from '@standoff/engine';
import type { Count, Digits } from '@standoff/model';
import {
  AnalysisError,
  countOf,
  situationShown,
  type Concept,
  type Situation,
  type SituationShown,
  type StateShown,
} from '@standoff/situation';
import { combinationCount, otherFactions } from './combinations.js';

/** The answer of `standoff factions --json`: which outcome if which faction prevails. */
export interface FactionsResult {
  /** The form of this JSON and its version. */
  readonly schema: 'standoff/factions/2';
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
    /** For each combination, whether some state of it is an equilibrium; null: not known. */
    readonly holds: readonly (boolean | null)[];
    /** For each combination, whether improvements lead to it; null: not known. */
    readonly reached: readonly (boolean | null)[];
  }[];
}

export interface Combination {
  /** By actor, the faction that prevails. */
  readonly prevails: Readonly<Record<string, string>>;
  /** Whether it is what the model takes to be so. */
  readonly assumed: boolean;
  /** Whether the status quo would hold; null: not decided. */
  readonly statusQuoHolds: boolean | null;
  /** How many states would hold; null: not known. */
  readonly equilibria: Count | Digits | null;
  /** How many of those states improvements lead to; null: not known. */
  readonly reached: Count | Digits | null;
  /** Where improvements end, nearest first: the state, or of several the nearest. */
  readonly ends: readonly FactionEnd[];
  /** How many more ends there are, where not all are told. */
  readonly moreEnds?: Count | Digits;
  /** Only where there may be still others, in which improvements go round. */
  readonly endsOpen?: true;
}

/** Where improvements end: a state, or states in which they go round, and the nearest of them. */
export interface FactionEnd {
  /** How many states it is; more than 1: improvements go round among them. */
  readonly states: Count | Digits;
  /** The one, or of several the nearest. */
  readonly nearest: StateShown;
}

export interface FactionsOptions {
  /** The usual one when left out; where the states are too many to be listed, Nash. */
  readonly concept?: Concept;
  readonly watch?: (done: number) => void;
}

/** Combinations gone through at most. */
export const MOST_COMBINATIONS = 256;

/** Ends told of each combination, where the states are too many to be listed. */
const MOST_ENDS = 5;

/**
 * Which states would hold, and where improvements lead, for every combination of factions. What is
 * `perhaps` counts as present, as elsewhere; "standoff robustness" goes through that too.
 * @throws AnalysisError 'too-many-worlds' beyond `MOST_COMBINATIONS`.
 */
export function factions(
  situation: Situation,
  { concept: asked, watch }: FactionsOptions = {},
): FactionsResult {
  const { model, deciders, states } = situation;
  const divided = deciders.filter((actor) => actor.factions.length > 0);
  const count = combinationCount(divided);
  if (count > MOST_COMBINATIONS)
    throw new AnalysisError(
      'too-many-worlds',
      `the factions make ${countOf(count)} combinations; at most ${MOST_COMBINATIONS} are shown side by side`,
      '"standoff robustness" goes through more, and says in which share of them what holds',
    );
  const concept = asked ?? (states.holding(USUAL_CONCEPT) ? USUAL_CONCEPT : UNANSWERED);
  // What the model assumes comes first.
  const found = [...otherFactions(divided)].map((others, k) => {
    watch?.(k / Number(count));
    const chosen = new Map(
      divided.map(({ id, factions: own, prevails }): [string, string] => [
        id,
        others.get(id) ?? prevails ?? own[0].id,
      ]),
    );
    return outcome(situation.prevailing(chosen), concept, chosen, k === 0);
  });
  return {
    schema: 'standoff/factions/2',
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

/** What comes of a combination, scenario by scenario too. */
function outcome(
  { model, states, deciders }: Situation,
  concept: Concept,
  chosen: ReadonlyMap<string, string>,
  assumed: boolean,
): {
  combination: Combination;
  scenarios: { holds: boolean | null; reached: boolean | null }[];
} {
  const [now] = states.now;
  const holding = states.holding(concept);
  const reached = states.reached(true);
  const held = holding && reached.complete ? holding.and(reached.states) : null;
  const { ends, more, complete } = states.ends(states.now, MOST_ENDS);
  const stays = (): boolean | null => {
    const standings = deciders.map(({ id }) => states.standing(id, now));
    if (standings.every(({ stable }) => stable.includes(concept))) return true;
    return standings.some(
      ({ stable, undecided }) => !stable.includes(concept) && !undecided.includes(concept),
    )
      ? false
      : null;
  };
  return {
    combination: {
      prevails: Object.fromEntries(chosen),
      assumed,
      statusQuoHolds: holding ? holding.has(now) : stays(),
      equilibria: holding && countOf(holding.count),
      reached: held && countOf(held.count),
      ends: ends.map((end) => ({
        states: countOf(end.states),
        nearest: states.shown(end.nearest),
      })),
      ...(more > 0n ? { moreEnds: countOf(more) } : {}),
      ...(complete ? {} : { endsOpen: true }),
    },
    scenarios: model.scenarios.map(({ holds }) => {
      const inside = states.where(holds);
      return {
        holds: holding && !holding.and(inside).isEmpty,
        reached: !reached.states.and(inside).isEmpty || (reached.complete ? false : null),
      };
    }),
  };
}
