import type { ArcLists } from './moves.js';

/** One step of a joint sequence: who makes it, alone or together. */
export interface JointStep {
  readonly by: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** What can be reached from one state, with shortest paths. */
export interface Reached {
  /** Nearest first, the state itself at the head. */
  readonly states: readonly number[];
  /** Empty for the state itself. */
  pathTo(state: number): JointStep[];
}

/** Sequences of several actors' moves, none of them twice in a row, from one state at a time. */
export class Ways {
  readonly #known = new Map<number, Reached>();

  /** @param arcs the moves of each actor, in the order of `who`. */
  constructor(
    readonly who: readonly (readonly number[])[],
    readonly arcs: readonly ArcLists[],
  ) {}

  from(start: number): Reached {
    const known = this.#known.get(start);
    if (known) return known;
    interface Node {
      readonly state: number;
      readonly last: number;
      readonly before: Node | null;
    }
    const layers = this.arcs.length + 1;
    const queue: Node[] = [{ state: start, last: -1, before: null }];
    const seen = new Set<number>([start * layers + layers - 1]);
    const first = new Map<number, Node>([[start, queue[0]]]);
    for (const node of queue)
      this.arcs.forEach(({ offsets, targets }, j) => {
        if (j === node.last) return;
        for (let k = offsets[node.state]; k < offsets[node.state + 1]; k++) {
          const state = targets[k];
          if (seen.has(state * layers + j)) continue;
          seen.add(state * layers + j);
          const next = { state, last: j, before: node };
          if (!first.has(state)) first.set(state, next);
          queue.push(next);
        }
      });
    const reached: Reached = {
      states: [...first.keys()],
      pathTo: (state) => {
        const path: JointStep[] = [];
        for (let node = first.get(state); node?.before; node = node.before)
          path.unshift({ by: this.who[node.last], from: node.before.state, to: node.state });
        return path;
      },
    };
    if (this.#known.size < KEPT) this.#known.set(start, reached);
    return reached;
  }
}

/** Answers from so many states are kept: CSMR asks for the same ones again and again. */
const KEPT = 1000;
