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

/** @throws EngineError 'bad-argument' where ranks and moves do not fit each other. */
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
    for (let s = 0; s < r.length; s++)
      if (r[s] < 1)
        throw new EngineError(
          'bad-argument',
          `decision maker ${mover} gives state ${s} the rank ${r[s]}; ranks count from 1`,
        );
  });
  if (space && space.size !== moves.size)
    throw new EngineError(
      'bad-argument',
      `${space.size} states in the space, ${moves.size} in the moves`,
    );
  return { moves, ranks, space, opponentsRule };
}
