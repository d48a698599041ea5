import {
  isTooLarge,
  countOf,
  STANDARD_NAMES,
  type Standard,
  type State,
  mayPrevail,
} from '@standoff/situation';
import { combinationCount, otherFactions } from '../factions/combinations.js';
import type { BriefingResult, OtherFactions, Otherwise } from './answer.js';
import { endsByName, inBrief, type BriefEnd } from '../brief-ends.js';
import { listedOf, type OutcomesOf } from './outcomes.js';
import { pullOf, type End } from '../pulled.js';

/** Combinations of factions looked at. */
const COMBINATIONS = 16;
/** The same where the states are too many to be listed: each takes seconds. */
const COMBINATIONS_IN_SETS = 2;

/** Ends by name: what has none, by its outcome. */
function named(outcomes: OutcomesOf, pulled: readonly End[]): Map<string, readonly End[]> {
  return endsByName(pulled, (state: State) => {
    return outcomes.labelOf(state) ?? outcomes.situation.states.outcomeOf(state);
  });
}

export function brief(outcomes: OutcomesOf, pulled: readonly End[]): BriefEnd[] {
  const { states } = outcomes.situation;
  return inBrief(named(outcomes, pulled).values(), (state: State) => states.shown(state));
}

/** Whether two courses end in the same outcomes by name, however strongly they pull. */
function sameEnds(outcomes: OutcomesOf, a: readonly End[], b: readonly End[]): boolean {
  const names = (ends: readonly End[]): string =>
    [...named(outcomes, ends).keys()].sort().join('\n');
  return names(a) === names(b);
}

/** Where it would end by another standard, as far as that is elsewhere; and by which that takes too long to say. */
export function otherwiseOf(
  outcomes: OutcomesOf,
  pulled: readonly End[],
): { readonly otherwise: Otherwise[]; readonly notFollowed: Standard[] } {
  const notFollowed: Standard[] = [];
  const otherwise = STANDARD_NAMES.filter((one) => one !== outcomes.standard).flatMap((other) => {
    const ends = endsUnlessTooLarge(() =>
      pullOf(outcomes.course(other), outcomes.situation.states.now),
    );
    if (ends === null) notFollowed.push(other);
    return ends === null || sameEnds(outcomes, ends, pulled)
      ? []
      : [{ standard: other, ends: brief(outcomes, ends) }];
  });
  return { otherwise, notFollowed };
}

/**
 * Where it would end with other factions than the model assumes, as far as that is elsewhere; and how many
 * combinations of them are left out since there are too many states.
 */
export function factionsOf(
  outcomes: OutcomesOf,
  pulled: readonly End[],
): Pick<BriefingResult, 'factions' | 'combinations'> & {
  readonly notTried: BriefingResult['leftOpen']['factions'];
} {
  const { situation, standard } = outcomes;
  const divided = situation.deciders
    .map((actor) => ({ ...actor, factions: mayPrevail(actor) }))
    .filter(({ factions }) => factions.length > 0);
  const listed = listedOf(situation) !== null;
  const found: OtherFactions[] = [];
  let looked = 0;
  let tried = 1n;
  for (const chosen of otherFactions(divided)) {
    if (chosen.size === 0) continue;
    if (looked++ === (listed ? COMBINATIONS : COMBINATIONS_IN_SETS)) break;
    const ends = endsUnlessTooLarge(() => {
      const { states } = situation.prevailing(chosen);
      return pullOf(states.course(standard), states.now);
    });
    if (ends === null) continue;
    tried++;
    if (!sameEnds(outcomes, ends, pulled))
      found.push({ prevails: Object.fromEntries(chosen), ends: brief(outcomes, ends) });
  }
  const combinations = combinationCount(divided);
  return {
    combinations: countOf(combinations),
    factions: found,
    notTried: listed ? 0 : countOf(combinations - tried),
  };
}

function endsUnlessTooLarge(pulled: () => End[]): End[] | null {
  try {
    return pulled();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return null;
  }
}
