import type { Verdicts } from './concepts.js';
import type { Game } from './game.js';
import { expectTwo } from './limited-move.js';
import { expectMover, expectWhole } from './validate.js';

/**
 * Maximin_h (theory 3.12; Rêgo, Vieira): the decision maker looks `horizon` moves ahead and expects
 * the other to do it as much harm as it can, whatever that costs the other. Both may stop at any
 * time. Maximin_1 is Nash, Maximin_2 GMR, Maximin_3 SMR. O(horizon x arcs).
 *
 * Two decision makers only. The formula was checked against the three equalities, not against the
 * publication: experimental.
 *
 * @throws EngineError 'bad-argument' for another number of decision makers or a bad horizon.
 */
export function maximinStability(game: Game, mover: 0 | 1, horizon: number): Verdicts {
  expectTwo(game, 'maximin stability');
  expectMover(game.moves, mover);
  expectWhole('the horizon', horizon, 1, Infinity);
  const { moves } = game;
  const { theirs } = maximinValues(game, mover, horizon - 1);
  const reach = new Int32Array(moves.maxDegree);
  return Uint8Array.from(game.ranks[mover], (rank, s) => {
    const count = moves.successors(mover, s, reach);
    for (let k = 0; k < count; k++) if (theirs[reach[k]] > rank) return 0;
    return 1;
  });
}

/** The rank that the decision maker ends with when so many moves are left, by whose turn it is. */
export interface MaximinValues {
  readonly mine: Int32Array;
  readonly theirs: Int32Array;
}

/** These values by state, for 0 moves left or more. */
export function maximinValues({ moves, ranks }: Game, mover: 0 | 1, left: number): MaximinValues {
  const own = ranks[mover];
  const other = mover === 0 ? 1 : 0;
  const reach = new Int32Array(moves.maxDegree);
  const turn = (
    who: 0 | 1,
    next: Int32Array,
    prefers: (a: number, b: number) => boolean,
  ): Int32Array =>
    own.map((stop, s) => {
      let value = stop;
      const count = moves.successors(who, s, reach);
      for (let k = 0; k < count; k++) if (prefers(next[reach[k]], value)) value = next[reach[k]];
      return value;
    });
  let values: MaximinValues = { mine: own, theirs: own };
  for (let h = 0; h < left; h++)
    values = {
      mine: turn(mover, values.theirs, (a, b) => a > b),
      theirs: turn(other, values.mine, (a, b) => a < b),
    };
  return values;
}
