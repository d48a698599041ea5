import { isFirm, type CoalitionMove } from '@standoff/analysis';

/** What keeps a coalition from leaving: nothing, others at any price to themselves, or others in their own interest. */
export type Held = 'free' | 'at a price' | 'in their interest';

export function heldBack({ stays }: CoalitionMove): Held {
  return isFirm(stays) ? 'in their interest' : stays.length > 0 ? 'at a price' : 'free';
}

const FREEST: readonly Held[] = ['free', 'at a price', 'in their interest'];

/**
 * The coalitions that tell something, the freest first, then the smallest: a larger one tells nothing
 * where some of its members can leave as freely without the others.
 */
export function telling(moves: readonly CoalitionMove[]): CoalitionMove[] {
  const freedom = (move: CoalitionMove): number => FREEST.indexOf(heldBack(move));
  return moves
    .filter(
      (move) =>
        !moves.some(
          (other) =>
            other.coalition.length < move.coalition.length &&
            freedom(other) <= freedom(move) &&
            other.coalition.every((member) => move.coalition.includes(member)),
        ),
    )
    .sort((a, b) => freedom(a) - freedom(b) || a.coalition.length - b.coalition.length);
}
