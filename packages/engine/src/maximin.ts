import type { Verdicts } from './concepts.js';
import { EngineError } from './errors.js';
import type { Game } from './game.js';
import { expectTwo } from './limited-move.js';

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
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new EngineError('bad-argument', `a horizon of ${horizon} moves; it counts from 1`);
  const { moves } = game;
  const own = game.ranks[mover];
  const other = mover === 0 ? 1 : 0;
  const reach = new Int32Array(moves.maxDegree);
  // The rank that the decision maker ends with, by whose turn it is.
  let mine = own;
  let theirs = own;
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
  for (let h = 1; h < horizon; h++)
    [mine, theirs] = [turn(mover, theirs, (a, b) => a > b), turn(other, mine, (a, b) => a < b)];
  return Uint8Array.from(own, (rank, s) => {
    const count = moves.successors(mover, s, reach);
    for (let k = 0; k < count; k++) if (theirs[reach[k]] > rank) return 0;
    return 1;
  });
}
