import type { Count } from '@standoff/model';
import type { Prepared } from '@standoff/situation';

/** A state of a small situation in the field's notation, with everybody's moves from it. */
export interface StateByHand {
  /** Decimal of the column, first option lowest. */
  readonly decimal: Count;
  /** The label that the author or a scenario gives it; null: none. */
  readonly label: string | null;
  /** Whether it may be today's. */
  readonly today: boolean;
  /**
   * One letter an option, in the order of the model; - where states that are one differ.
   * @pattern ^[YN-]*$
   */
  readonly column: string;
  /** By decision maker: the states it can move to. */
  readonly moves: Readonly<Record<string, readonly MoveByHand[]>>;
  /** By decision maker: the place in its ranking, 1 the best; equals share one. */
  readonly place: Readonly<Record<string, Count>>;
}

interface MoveByHand {
  /** The decimal of the state. */
  readonly to: Count;
  /** Whether it is better for whoever moves. */
  readonly improves: boolean;
}

/** More states than these make no table that one reads. */
const MOST = 16;

/** All states; null: they are too many to be read. */
export function optionTable(prepared: Prepared): StateByHand[] | null {
  const { space, game, deciders, statusQuo } = prepared;
  if (space.size > MOST) return null;
  const { naming } = prepared;
  const reach = new Int32Array(game.moves.maxDegree);
  const highest = game.ranks.map((own) => Math.max(...own));
  return Array.from({ length: space.size }, (_, s) => {
    const { label, column } = naming.name(s);
    return {
      decimal: space.codes[s],
      label,
      today: statusQuo.includes(s),
      column,
      moves: Object.fromEntries(
        deciders.map(({ id }, mover) => [
          id,
          Array.from(reach.subarray(0, game.moves.successors(mover, s, reach))).map((to) => ({
            to: space.codes[to],
            improves: game.ranks[mover][to] > game.ranks[mover][s],
          })),
        ]),
      ),
      place: Object.fromEntries(
        deciders.map(({ id }, mover) => [id, highest[mover] - game.ranks[mover][s] + 1]),
      ),
    };
  });
}
