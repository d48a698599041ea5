import { EngineError } from './errors.js';
import type { Moves } from './moves.js';
import type { Ranks } from './ranks.js';
import type { StateSpace } from './space.js';

/**
 * What counts as a joint response of the opponents. Published: any sequence in which nobody moves
 * twice in a row. An earlier tool: each opponent moves at most once.
 */
export type OpponentsRule = 'legal sequences' | 'each at most once';

/** A graph model: states, each decision maker's moves, each decision maker's preference. */
export interface Game {
  readonly moves: Moves;
  /** One for each mover. */
  readonly ranks: readonly Ranks[];
  /** Codes of the states. Null for a model given as states and arcs: SIM is then not defined. */
  readonly space: StateSpace | null;
  readonly opponentsRule: OpponentsRule;
}

/**
 * @throws EngineError 'bad-argument' where ranks and moves do not fit each other, or ranks are not
 *   dense from 1 (`fromScores` makes them so).
 */
export function createGame(
  moves: Moves,
  ranks: readonly Ranks[],
  space: StateSpace | null,
  opponentsRule: OpponentsRule = 'legal sequences',
): Game {
  if (ranks.length !== moves.movers)
    throw new EngineError(
      'bad-argument',
      `${ranks.length} rankings for ${moves.movers} decision makers`,
    );
  ranks.forEach((r, mover) => {
    if (r.length !== moves.size)
      throw new EngineError(
        'bad-argument',
        `decision maker ${mover} ranks ${r.length} states of ${moves.size}`,
      );
    expectDense(r, mover);
  });
  if (!OPPONENTS_RULES.includes(opponentsRule))
    throw new EngineError(
      'bad-argument',
      `there is no rule "${opponentsRule as string}" for opponents; choose from ${OPPONENTS_RULES.join(', ')}`,
    );
  if (space && space.size !== moves.size)
    throw new EngineError(
      'bad-argument',
      `${space.size} states in the space, ${moves.size} in the moves`,
    );
  return { moves, ranks, space, opponentsRule };
}

const OPPONENTS_RULES: readonly OpponentsRule[] = ['legal sequences', 'each at most once'];

/** Every number from 1 to the largest occurs. */
function expectDense(ranks: Ranks, mover: number): void {
  const used = new Uint8Array(ranks.length + 1);
  let largest = 0;
  for (let s = 0; s < ranks.length; s++) {
    const rank = ranks[s];
    if (!Number.isInteger(rank) || rank < 1 || rank > ranks.length)
      throw new EngineError(
        'bad-argument',
        `decision maker ${mover} gives state ${s} the rank ${rank}; ranks are whole numbers from 1 to at most the number of states, ${ranks.length}`,
      );
    used[rank] = 1;
    if (rank > largest) largest = rank;
  }
  const gap = used.indexOf(0, 1);
  if (gap > 0 && gap < largest)
    throw new EngineError(
      'bad-argument',
      `decision maker ${mover} gives no state the rank ${gap}, but some the rank ${largest}; fromScores() makes ranks without gaps`,
    );
}
