import { type Prepared } from '@standoff/situation';

/** All states of a small situation in the field's notation, with everybody's moves. */
export interface OptionTable {
  readonly states: readonly {
    readonly decimal: number;
    readonly label: string | null;
    /** Whether it may be today's. */
    readonly today: boolean;
    /** One letter an option, in the order of the model. */
    readonly column: string;
    /** By decision maker: the states it can move to, and which of them are better for it. */
    readonly moves: Readonly<
      Record<string, readonly { readonly to: number; readonly improves: boolean }[]>
    >;
    /** By decision maker: the place in its ranking, 1 the best; equals share one. */
    readonly place: Readonly<Record<string, number>>;
  }[];
}

/** More states than these make no table that one reads. */
const MOST = 16;

export function optionTable(prepared: Prepared): OptionTable | null {
  const { space, game, deciders, statusQuo } = prepared;
  if (space.size > MOST) return null;
  const { naming } = prepared;
  const reach = new Int32Array(game.moves.maxDegree);
  const highest = game.ranks.map((own) => Math.max(...own));
  return {
    states: Array.from({ length: space.size }, (_, s) => {
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
    }),
  };
}
