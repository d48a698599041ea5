import { isTooMany, leadingTo, UNANSWERED } from '@standoff/engine';
import type { Diagrams } from './diagrams.js';
import type { Ends, Reached, State, StateSet } from './states.js';

/** What looking for the states that lead to an end may take, in nodes. */
const NODES_FOR_ENDS = 2 ** 22;

/**
 * Where improvements end: in the states from which nobody has one; and if some of what is reached leads
 * to none of these, in others, in which improvements go round.
 */
export function endsOnDiagrams(states: Diagrams, from: readonly State[], limit: number): Ends {
  const reached = states.reached(true, { from });
  const still = reached.states.and(states.holding(UNANSWERED)!);
  const nearest = reached.nearest(still, limit);
  const single = nearest.map((state) => ({ states: 1n, nearest: state }));
  const rounds = reached.complete ? roundsIn(states, reached, still, limit) : null;
  return {
    ends: [...single, ...(rounds ?? [])],
    more: still.count - BigInt(nearest.length),
    complete: rounds !== null,
  };
}

/** The ends in which improvements go round; null: not known. */
function roundsIn(
  states: Diagrams,
  reached: Reached,
  still: StateSet,
  limit: number,
): Ends['ends'] | null {
  const ended = before(states, still, reached.states);
  if (ended === null) return null;
  const found: { states: bigint; nearest: State }[] = [];
  let rest = reached.states.minus(ended);
  // Where moves do not compose, what sequences lead to from a state is not all that the end has.
  while (!rest.isEmpty) {
    if (!states.game.transitive || found.length === limit) return null;
    const round = roundFrom(states, rest.first(1)[0]);
    const leading = round && before(states, round, rest);
    if (round === null || leading === null) return null;
    found.push({ states: round.count, nearest: reached.nearest(round, 1)[0] });
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
