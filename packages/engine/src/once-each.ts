import { EngineError } from './errors.js';
import type { Game } from './game.js';
import type { Path, Reachability } from './reachability.js';

/**
 * Responses as an earlier tool reads them: each opponent moves at most once, in any order. Not the
 * published rule; kept so that results of that tool can be compared. The sets of opponents still to
 * move make everything here exponential in their number.
 */

/** For every state the least key over it and all responses to it. O(2^others x others x arcs). */
export function lowestOnceEach(
  { moves, ranks }: Game,
  others: readonly number[],
  key: Int32Array,
  improving: boolean,
): Int32Array {
  const sets = 2 ** others.length;
  if (sets * moves.size > MOST_VALUES)
    throw new EngineError(
      'too-many-states',
      `responses in which each of ${others.length} opponents moves at most once take ${sets} values for each of ${moves.size} states`,
      { needed: sets * moves.size, allowed: MOST_VALUES },
    );
  const reach = new Int32Array(moves.maxDegree);
  // least[set][x]: with the opponents in the set still free to move, from x.
  const least: Int32Array[] = [];
  for (let set = 0; set < sets; set++) {
    const value = key.slice();
    others.forEach((j, bit) => {
      if ((set & (1 << bit)) === 0) return;
      const after = least[set ^ (1 << bit)];
      for (let x = 0; x < moves.size; x++) {
        const count = moves.successors(j, x, reach);
        for (let k = 0; k < count; k++) {
          const y = reach[k];
          if (improving && ranks[j][y] <= ranks[j][x]) continue;
          if (after[y] < value[x]) value[x] = after[y];
        }
      }
    });
    least.push(value);
  }
  return least[sets - 1];
}

const MOST_VALUES = 2 ** 27;

/** The responses to one state, with shortest paths. */
export function responsesOnceEach(
  { moves, ranks }: Game,
  start: number,
  others: readonly number[],
  improving: boolean,
): Reachability {
  interface Node {
    readonly state: number;
    readonly moved: number;
    readonly before: Node | null;
    readonly mover: number;
    readonly steps: number;
  }
  const sets = 2 ** others.length;
  const seen = new Set<number>([start * sets]);
  const queue: Node[] = [{ state: start, moved: 0, before: null, mover: -1, steps: 0 }];
  const first = new Map<number, Node>([[start, queue[0]]]);
  const reach = new Int32Array(moves.maxDegree);
  for (const node of queue) {
    others.forEach((j, bit) => {
      if (node.moved & (1 << bit)) return;
      const moved = node.moved | (1 << bit);
      const count = moves.successors(j, node.state, reach);
      for (let k = 0; k < count; k++) {
        const state = reach[k];
        if (improving && ranks[j][state] <= ranks[j][node.state]) continue;
        if (seen.has(state * sets + moved)) continue;
        seen.add(state * sets + moved);
        const next = { state, moved, before: node, mover: j, steps: node.steps + 1 };
        if (!first.has(state)) first.set(state, next);
        queue.push(next);
      }
    });
  }
  const distance = new Int32Array(moves.size).fill(-1);
  for (const [state, { steps }] of first) distance[state] = steps;
  return {
    distance,
    pathTo(state): Path | null {
      const end = first.get(state);
      if (!end) return null;
      const path: { mover: number; from: number; to: number }[] = [];
      for (let node = end; node.before; node = node.before)
        path.unshift({ mover: node.mover, from: node.before.state, to: node.state });
      return path;
    },
  };
}
