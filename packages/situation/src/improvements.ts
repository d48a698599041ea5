import type { Listing } from './listing.js';

/** The improvements from a state, decision maker by decision maker, best first. */
export function improvementsFrom(
  { game }: Listing,
  state: number,
): { readonly mover: number; readonly to: number }[] {
  const reach = new Int32Array(game.moves.maxDegree);
  return game.ranks.flatMap((own, mover) => {
    const count = game.moves.successors(mover, state, reach);
    return Array.from(reach.subarray(0, count))
      .filter((to) => own[to] > own[state])
      .sort((a, b) => own[b] - own[a] || a - b)
      .map((to) => ({ mover, to }));
  });
}
