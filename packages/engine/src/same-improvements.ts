import type { Moves } from './moves.js';
import type { Ranks } from './ranks.js';

/** Whether the same moves of a decision maker are improvements by both rankings. */
export function sameImprovements(moves: Moves, mover: number, one: Ranks, other: Ranks): boolean {
  const reach = new Int32Array(moves.maxDegree);
  for (let s = 0; s < moves.size; s++) {
    const count = moves.successors(mover, s, reach);
    for (let k = 0; k < count; k++) {
      const to = reach[k];
      if (one[to] > one[s] !== other[to] > other[s]) return false;
    }
  }
  return true;
}
