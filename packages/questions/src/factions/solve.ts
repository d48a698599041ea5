import {
  followed,
  AnalysisError,
  countOf,
  courseEnds,
  judging,
  pullInto,
  situationShown,
  STANDARDS,
  USUAL_STANDARD,
  type Situation,
  type Standard,
  atFirst,
} from '@standoff/situation';
import { answered, oneByOne, resultsIn, type Cut, type Stretches } from '../cut.js';
import { combinationCount, otherFactions } from './combinations.js';
import type { FactionsResult, Combination } from './answer.js';

export interface FactionsOptions {
  /** The usual one when left out. */
  readonly standard?: Standard;
  /** However long it takes: by the standard, also of very many states. */
  readonly full?: boolean;
  readonly watch?: (done: number) => void;
}

/** Combinations gone through at most. */
export const MOST_COMBINATIONS = 256;

/** Ends told of each combination. */
const MOST_ENDS = 5;

/**
 * Which states would hold, and where the course leads, for every combination of factions. What is
 * `perhaps` counts as present, as elsewhere; "standoff robustness" goes through that too.
 * @throws AnalysisError 'too-many-worlds' beyond `MOST_COMBINATIONS`.
 */
export function factions(situation: Situation, options: FactionsOptions = {}): FactionsResult {
  return answered(combinations(situation, options), options.watch);
}

/** Every combination, what the model assumes first. */
export function combinations(
  given: Situation,
  { standard: asked = USUAL_STANDARD, full = false }: FactionsOptions,
): Cut<Stretches<OutcomeOf>, FactionsResult> {
  const situation = atFirst(given, full);
  const { model, deciders, states } = situation;
  const divided = deciders.filter((actor) => actor.factions.length > 0);
  const count = combinationCount(divided);
  if (count > MOST_COMBINATIONS)
    throw new AnalysisError(
      'too-many-worlds',
      `the factions make ${countOf(count)} combinations; at most ${MOST_COMBINATIONS} are shown side by side`,
      '"standoff robustness" goes through more, and says in which share of them what holds',
    );
  const judged = judging(states, asked);
  // Where nobody has factions, nothing is combined, and nothing need be looked at.
  const all = divided.length === 0 ? [] : [...otherFactions(divided)];
  return {
    ...oneByOne(all.length, (k) => {
      const chosen = new Map(
        divided.map(({ id, factions: own, prevails }): [string, string] => [
          id,
          all[k].get(id) ?? prevails ?? own[0].id,
        ]),
      );
      return outcome(situation.prevailing(chosen), judged.standard, chosen, k === 0);
    }),
    answer: (part) => {
      const found = resultsIn(part).map(({ result }) => result);
      return {
        schema: 'standoff/factions/2',
        situation: situationShown(model),
        ...judged,
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
          pull: found.map(({ scenarios }) => scenarios[j].pull),
        })),
      };
    },
  };
}

interface OutcomeOf {
  readonly combination: Combination;
  readonly scenarios: readonly {
    readonly holds: boolean;
    readonly reached: boolean | null;
    readonly pull: number | null;
  }[];
}

/** What comes of a combination, scenario by scenario too. */
function outcome(
  { model, states }: Situation,
  standard: Standard,
  chosen: ReadonlyMap<string, string>,
  assumed: boolean,
): OutcomeOf {
  const holding = states.holding(STANDARDS[standard].concept)!;
  const course = followed(states, standard);
  return {
    combination: {
      prevails: Object.fromEntries(chosen),
      assumed,
      statusQuoHolds: holding.has(states.now[0]),
      equilibria: countOf(holding.count),
      ...courseEnds(states, course, MOST_ENDS),
    },
    scenarios: model.scenarios.map(({ holds }) => {
      const inside = states.where(holds);
      return {
        holds: !holding.and(inside).isEmpty,
        reached: !course.states.and(inside).isEmpty || (course.complete ? false : null),
        pull: pullInto(course, inside),
      };
    }),
  };
}
