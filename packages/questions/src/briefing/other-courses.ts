import type { PulledEnd } from '@standoff/engine';
import {
  countOf,
  ranksOf,
  STANDARD_NAMES,
  type Prepared,
  type Standard,
} from '@standoff/situation';
import { combinationCount, otherFactions } from '../factions/combinations.js';
import type { BriefEnd, BriefingResult, OtherFactions, Otherwise } from './answer.js';
import { LEAST, pullOf, shareOf } from './pulled.js';

/** Combinations of factions looked at. */
const COMBINATIONS = 16;
/** Ends told of a course by another standard or other factions. */
const BRIEF_ENDS = 3;

/** Ends by name: what has none, by its states. */
function named({ naming }: Prepared, pulled: readonly PulledEnd[]): Map<string, PulledEnd[]> {
  const groups = new Map<string, PulledEnd[]>();
  for (const one of pulled) {
    if (one.share < LEAST || one.states.length === 0) continue;
    const name =
      one.states.length > 1
        ? one.states.join('+')
        : (naming.labelOf(one.states[0]) ?? one.states[0]);
    groups.set(`${name}`, [...(groups.get(`${name}`) ?? []), one]);
  }
  return groups;
}

function brief(prepared: Prepared, pulled: readonly PulledEnd[]): BriefEnd[] {
  return [...named(prepared, pulled).values()]
    .sort((a, b) => shareOf(b) - shareOf(a))
    .slice(0, BRIEF_ENDS)
    .map((group) => ({
      state: prepared.naming.state(group[0].states[0]),
      round: group[0].states.length > 1,
      pull: shareOf(group),
    }));
}

/** Whether two courses end in the same outcomes by name, however strongly they pull. */
function same(prepared: Prepared, a: readonly PulledEnd[], b: readonly PulledEnd[]): boolean {
  const names = (ends: readonly PulledEnd[]): string =>
    [...named(prepared, ends).keys()].sort().join('\n');
  return names(a) === names(b);
}

/** Where it would end by another standard, as far as that is elsewhere. */
export function otherwiseOf(
  prepared: Prepared,
  standard: Standard,
  pulled: readonly PulledEnd[],
): Otherwise[] {
  return STANDARD_NAMES.filter((one) => one !== standard).flatMap((other) => {
    const ends = pullOf(prepared, other);
    return same(prepared, ends, pulled) ? [] : [{ standard: other, ends: brief(prepared, ends) }];
  });
}

/** Where it would end with other factions than the model assumes, as far as that is elsewhere. */
export function factionsOf(
  prepared: Prepared,
  standard: Standard,
  pulled: readonly PulledEnd[],
): Pick<BriefingResult, 'factions' | 'combinations'> {
  const { deciders, lowering, truth, game } = prepared;
  const divided = deciders.filter(({ factions }) => factions.length > 0);
  const found: OtherFactions[] = [];
  let looked = 0;
  for (const chosen of otherFactions(divided)) {
    if (chosen.size === 0) continue;
    if (looked++ === COMBINATIONS) break;
    const ranks = deciders.map((actor, mover) => {
      const faction = chosen.get(actor.id);
      return faction === undefined ? game.ranks[mover] : ranksOf(actor, faction, lowering, truth);
    });
    const ends = pullOf(prepared, standard, { ...game, ranks });
    if (!same(prepared, ends, pulled))
      found.push({ prevails: Object.fromEntries(chosen), ends: brief(prepared, ends) });
  }
  return { combinations: countOf(combinationCount(divided)), factions: found };
}
