import type { Proportion } from '@standoff/model';
import { outcomeKey, type OutcomeEnd, type Prepared, type StateShown } from '@standoff/situation';
import { shareOf } from './pulled.js';

/** An end in a line. */
export interface BriefEnd {
  /** The state that it ends in; of several the first. */
  readonly state: StateShown;
  /** Whether it goes round there. */
  readonly round: boolean;
  /** The share of walks that end here. */
  readonly pull: Proportion;
}

/** Ends told in a line. */
const BRIEF_ENDS = 3;
/** The same of many worlds together, which come to more of them. */
export const ENDS_OF_WORLDS = 5;

interface Ending<S> {
  readonly states: readonly S[];
  readonly share: number;
}

/**
 * Ends of one name together, the strongest pull first; and all that goes round.
 * @param nameOf what a state is called, or where it has no name, what is equal for states of one outcome
 */
export function endsByName<S, E extends Ending<S>>(
  ends: readonly E[],
  nameOf: (state: S) => string,
): Map<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const one of ends) {
    const [state, ...others] = one.states;
    const name = others.length > 0 ? '' : nameOf(state);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return new Map([...groups].sort(([, a], [, b]) => shareOf(b) - shareOf(a)));
}

/** The first of the groups, each in a line. */
export function inBrief<S, E extends Ending<S>>(
  groups: Iterable<readonly E[]>,
  shown: (state: S) => BriefEnd['state'],
  limit = BRIEF_ENDS,
): BriefEnd[] {
  return [...groups].slice(0, limit).map((group) => ({
    state: shown(group[0].states[0]),
    round: group[0].states.length > 1,
    pull: shareOf(group),
  }));
}

/** Ends by the numbers of states in the listing. */
export function briefEnds(
  prepared: Pick<Prepared, 'naming' | 'ranks'>,
  ends: readonly OutcomeEnd[],
  limit?: number,
): BriefEnd[] {
  const groups = endsByName(ends, nameIn(prepared));
  return inBrief(groups.values(), (state: number) => prepared.naming.state(state), limit);
}

function nameIn(prepared: Pick<Prepared, 'naming' | 'ranks'>): (state: number) => string {
  return (state) => prepared.naming.labelOf(state) ?? outcomeKey(prepared, state);
}

/** The share of ways that ends elsewhere by the one than by the other, by name. */
export function endsElsewhere(
  prepared: Pick<Prepared, 'naming' | 'ranks'>,
  before: readonly OutcomeEnd[],
  after: readonly OutcomeEnd[],
): number {
  const nameOf = nameIn(prepared);
  const was = endsByName(before, nameOf);
  const is = endsByName(after, nameOf);
  const stays = [...was].reduce(
    (sum, [name, group]) => sum + Math.min(shareOf(group), shareOf(is.get(name) ?? [])),
    0,
  );
  const elsewhere = Math.max(shareOf(before), shareOf(after)) - stays;
  return elsewhere < LEAST_TOLD ? 0 : Math.min(1, elsewhere);
}

/** Less than this is rounding. */
const LEAST_TOLD = 1e-6;
