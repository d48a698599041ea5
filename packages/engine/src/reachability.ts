import type { Game } from './game.js';
import { expectMover, expectState } from './validate.js';

/** A legal sequence of moves; `mover` made the step to `to`. */
export type Path = readonly {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
}[];

/** What can be reached from some states (theory 7.1). */
export interface Reachability {
  /** Fewest moves to each state; -1: cannot be reached; 0: a start. */
  readonly distance: Int32Array;
  /** A shortest path from a start; empty for a start itself, null where there is none. */
  pathTo(state: number): Path | null;
}

/**
 * Status quo analysis: the states that legal sequences from the starts lead to, by any moves or by
 * improvements only. Breadth first, so paths are shortest.
 *
 * @param movers who may move; all decision makers when left out.
 * @throws EngineError 'bad-argument' for starts or movers that the model does not have.
 */
export function reachable(
  game: Game,
  starts: readonly number[],
  improving: boolean,
  movers?: readonly number[],
): Reachability {
  const { moves, ranks } = game;
  for (const start of starts) expectState(moves, start);
  for (const mover of movers ?? []) expectMover(moves, mover);
  const who = movers ?? Array.from({ length: moves.movers }, (_, j) => j);
  // Without transitivity a node is a state and who moved last; layer `movers` is a start.
  const layers = moves.transitive ? 1 : moves.movers + 1;
  const nodes = moves.size * layers;
  const steps = new Int32Array(nodes).fill(-1);
  const cameFrom = new Int32Array(nodes).fill(-1);
  const cameBy = new Int16Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  const first = new Int32Array(moves.size).fill(-1);
  const targets = new Int32Array(moves.maxDegree);
  let tail = 0;
  for (const start of starts) {
    if (first[start] >= 0) continue;
    const node = start * layers + layers - 1;
    steps[node] = 0;
    first[start] = node;
    queue[tail++] = node;
  }
  for (let head = 0; head < tail; head++) {
    const node = queue[head];
    const x = Math.floor(node / layers);
    const last = node - x * layers;
    for (const j of who) {
      if (layers > 1 && j === last) continue;
      const count = moves.successors(j, x, targets);
      for (let k = 0; k < count; k++) {
        const y = targets[k];
        if (improving && ranks[j][y] <= ranks[j][x]) continue;
        const next = layers === 1 ? y : y * layers + j;
        if (steps[next] >= 0) continue;
        steps[next] = steps[node] + 1;
        cameFrom[next] = node;
        cameBy[next] = j;
        if (first[y] < 0) first[y] = next;
        queue[tail++] = next;
      }
    }
  }
  return {
    distance: Int32Array.from(first, (node) => (node < 0 ? -1 : steps[node])),
    pathTo(state) {
      if (first[state] < 0) return null;
      const path: { mover: number; from: number; to: number }[] = [];
      for (let node = first[state]; cameFrom[node] >= 0; node = cameFrom[node]) {
        path.unshift({
          mover: cameBy[node],
          from: Math.floor(cameFrom[node] / layers),
          to: Math.floor(node / layers),
        });
      }
      return path;
    },
  };
}
