import { isTooMany, leadingTo, UNANSWERED } from '@standoff/engine';
import type { Diagrams } from './diagrams.js';
import {
  bestImprovement,
  type Ends,
  type Followed,
  type FoundEnd,
  type Reached,
  type State,
  type StateSet,
} from './states.js';

/** What looking for the states that lead to an end may take, in nodes. */
const NODES_FOR_ENDS = 2 ** 22;

/** The course made of all improvements, which is reached so from these states. */
export function courseOnDiagrams(
  states: Diagrams,
  reached: Reached,
  from: readonly State[],
): Followed {
  const known = new Map<number, Ends>();
  return {
    states: reached.states,
    complete: reached.complete,
    shareInto: () => null,
    nearest: (set, limit) => reached.nearest(set, limit),
    smallest: (set) => reached.smallest(set),
    wayTo: (state) => reached.wayTo(state),
    ways: (state, limit) => reached.ways(state, limit),
    steps: (at) =>
      states.model.actors.flatMap(({ id, options }) => {
        const best = options.length === 0 ? null : bestImprovement(states, id, at);
        return best === null ? [] : [{ actor: id, from: at, to: best }];
      }),
    ends: (limit) => {
      const ends = known.get(limit) ?? endsOnDiagrams(states, from, limit);
      known.set(limit, ends);
      return ends;
    },
  };
}

/**
 * Where improvements end: in the states from which nobody has one; and if some of what is reached leads
 * to none of these, in others, in which improvements go round.
 */
function endsOnDiagrams(states: Diagrams, from: readonly State[], limit: number): Ends {
  const reached = states.reached(true, { from });
  const still = reached.states.and(states.holding(UNANSWERED)!);
  const nearest = reached.nearest(still, limit);
  const rounds = reached.complete ? roundsIn(states, reached, still, limit) : null;
  return {
    ends: [...outcomesOf(states, nearest), ...(rounds ?? [])],
    more: still.count - BigInt(nearest.length),
    complete: rounds !== null,
  };
}

/** Those that are one outcome together, in the order of the first of each. */
function outcomesOf(states: Diagrams, nearest: readonly State[]): FoundEnd[] {
  const groups = new Map<string, State[]>();
  for (const state of nearest) {
    const key = states.outcomeOf(state);
    groups.set(key, [...(groups.get(key) ?? []), state]);
  }
  return [...groups.values()].map((alike) => ({
    ...UNKNOWN,
    nearest: alike[0],
    round: 1n,
    states: alike,
  }));
}

const UNKNOWN = { states: [], share: null, interval: null } as const;

/** The ends in which improvements go round; null: not known. */
function roundsIn(
  states: Diagrams,
  reached: Reached,
  still: StateSet,
  limit: number,
): Ends['ends'] | null {
  const ended = before(states, still, reached.states);
  if (ended === null) return null;
  const found: FoundEnd[] = [];
  let rest = reached.states.minus(ended);
  // Where moves do not compose, what sequences lead to from a state is not all that the end has.
  while (!rest.isEmpty) {
    if (!states.game.transitive || found.length === limit) return null;
    const round = roundFrom(states, rest.first(1)[0]);
    const leading = round && before(states, round, rest);
    if (round === null || leading === null) return null;
    found.push({ ...UNKNOWN, nearest: reached.nearest(round, 1)[0], round: round.count });
    rest = rest.minus(leading);
  }
  return found;
}

/** An end that improvements from the state lead to: from a state beyond it goes on, if there is any. */
function roundFrom(states: Diagrams, start: State): StateSet | null {
  for (let at = start; ;) {
    const { states: after, complete } = states.reached(true, { from: [at] });
    const leading = complete ? before(states, states.only(at), after) : null;
    if (leading === null) return null;
    const beyond = after.minus(leading);
    if (beyond.isEmpty) return after;
    [at] = beyond.first(1);
  }
}

/** The states that improvements lead from into the set, at least those asked about; null: takes too long. */
function before(states: Diagrams, set: StateSet, about: StateSet): StateSet | null {
  const { game } = states;
  try {
    return game.bdd.nodes.withEffort(NODES_FOR_ENDS, () =>
      states.set(leadingTo(game, states.edge(set), null, true, states.edge(about))),
    );
  } catch (error) {
    if (!isTooMany(error)) throw error;
    game.tidy();
    return null;
  }
}
