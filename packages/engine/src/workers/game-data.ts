import { EngineError } from '../errors.js';
import type { Game, OpponentsRule } from '../game.js';
import { optionMoves, arcMovesOf, type ArcLists, type OptionForm } from '../moves.js';
import type { Ranks } from '../ranks.js';
import { stateSpace } from '../space.js';

/** A game as plain data that can be sent to a worker. */
export interface GameData {
  readonly space: { readonly optionCount: number; readonly codes: Uint32Array } | null;
  readonly moves: OptionForm | { readonly size: number; readonly arcs: readonly ArcLists[] };
  readonly ranks: readonly Ranks[];
  readonly opponentsRule: OpponentsRule;
}

/**
 * What a worker needs to make the game again. Arrays lie in shared memory where there is such, so
 * that workers do not copy them.
 * @throws EngineError 'bad-argument' for moves that are neither in option form nor given as arcs.
 */
export function gameData({ moves, ranks, space, opponentsRule }: Game): GameData {
  if (!(moves.form && space) && !moves.arcs)
    throw new EngineError('bad-argument', 'moves that are computed cannot be sent to a worker');
  return {
    space: space && { optionCount: space.optionCount, codes: shared(space.codes) },
    moves:
      moves.form && space
        ? moves.form
        : {
            size: moves.size,
            arcs: moves.arcs!.map(({ offsets, targets }) => ({
              offsets: shared(offsets),
              targets: shared(targets),
            })),
          },
    ranks: ranks.map(shared),
    opponentsRule,
  };
}

/** The game again; it was found to be one where it was made. */
export function gameFrom({ space, moves, ranks, opponentsRule }: GameData): Game {
  const states = space && stateSpace(space.optionCount, space.codes);
  return {
    moves:
      'arcs' in moves
        ? arcMovesOf(moves.size, moves.arcs)
        : optionMoves(states!, moves.owned, moves.directions),
    ranks,
    space: states,
    opponentsRule,
  };
}

/** Whether threads can work on the same memory here: browsers ask for cross-origin isolation. */
export const SHARED_MEMORY = typeof SharedArrayBuffer === 'function';

/** Zeroed bytes, in shared memory where there is such. */
export function allocateShared(bytes: number): ArrayBufferLike {
  return SHARED_MEMORY ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

function shared<T extends Uint32Array | Int32Array>(numbers: T): T {
  if (!SHARED_MEMORY || numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const copy = new (numbers.constructor as new (buffer: ArrayBufferLike) => T)(
    allocateShared(numbers.byteLength),
  );
  copy.set(numbers);
  return copy;
}
