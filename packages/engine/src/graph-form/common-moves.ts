import type { Moves } from '../moves.js';

/** A change that several decision makers can each bring about (theory 1.8). */
export interface CommonMove {
  readonly from: number;
  readonly to: number;
  /** Two or more, ascending. */
  readonly movers: readonly number[];
}

/**
 * The arcs that two or more decision makers share, ascending by `from`, then `to`. Option form has
 * none, since each option has one owner; merging states and hand-made arcs can make some. No
 * definition changes by them, but who moved last is then not told by where a move leads.
 * O(arcs).
 */
export function commonMoves(moves: Moves): CommonMove[] {
  const reach = new Int32Array(moves.maxDegree);
  const common: CommonMove[] = [];
  for (let from = 0; from < moves.size; from++) {
    const movers = new Map<number, number[]>();
    for (let mover = 0; mover < moves.movers; mover++) {
      const count = moves.successors(mover, from, reach);
      for (let k = 0; k < count; k++) {
        const known = movers.get(reach[k]);
        if (known) known.push(mover);
        else movers.set(reach[k], [mover]);
      }
    }
    common.push(
      ...[...movers]
        .filter(([, who]) => who.length > 1)
        .sort(([a], [b]) => a - b)
        .map(([to, who]) => ({ from, to, movers: who })),
    );
  }
  return common;
}
