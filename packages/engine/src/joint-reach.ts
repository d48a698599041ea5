import type { ArcLists } from './moves.js';
import { condense, type Components } from './condense.js';

/**
 * What can be brought about from every state by moves of several actors in turn, none of them twice
 * in a row (theory 3.1), as a graph with its components. A node is a state; where two moves of one
 * actor need not be one move of it, a state and who moved last to reach it (the last layer: nobody).
 */
export class JointReach {
  readonly #layers: number;
  readonly #arcs: ArcLists;
  #components: Components | null = null;

  /** @param plain two moves of an actor in a row are one move of it, or lead back. */
  constructor(
    readonly size: number,
    actors: readonly ArcLists[],
    plain: boolean,
  ) {
    this.#layers = plain ? 1 : actors.length + 1;
    this.#arcs = plain ? joined(size, actors) : layered(size, actors);
  }

  /** Worked out when it is first needed. */
  get components(): Components {
    return (this.#components ??= condense(this.size * this.#layers, this.#arcs));
  }

  /** The node at which a sequence from the state starts. */
  startOf(state: number): number {
    return state * this.#layers + this.#layers - 1;
  }

  stateOf(node: number): number {
    return this.#layers === 1 ? node : Math.floor(node / this.#layers);
  }

  /** The component of that node. */
  componentOf(state: number): number {
    return this.components.of[this.startOf(state)];
  }

  /** All states that can be brought about from a state, itself among them, each once. */
  from(state: number): number[] {
    const { offsets, targets } = this.#arcs;
    const start = this.startOf(state);
    const seen = new Set([start]);
    const states = new Set([state]);
    for (const node of seen)
      for (let k = offsets[node]; k < offsets[node + 1]; k++) {
        seen.add(targets[k]);
        states.add(this.stateOf(targets[k]));
      }
    return [...states];
  }

  /**
   * For each component the least of `values` over the states of its nodes and of all that they reach.
   */
  lowest(values: Int32Array, width: number, component: number): Int32Array {
    const { count, first, members, arcs } = this.components;
    const least = new Int32Array(count);
    for (let c = 0; c < count; c++) {
      let value = 2 ** 31 - 1;
      for (let m = first[c]; m < first[c + 1]; m++)
        value = Math.min(value, values[this.stateOf(members[m]) * width + component]);
      for (let k = arcs.offsets[c]; k < arcs.offsets[c + 1]; k++)
        value = Math.min(value, least[arcs.targets[k]]);
      least[c] = value;
    }
    return least;
  }
}

function joined(size: number, actors: readonly ArcLists[]): ArcLists {
  if (actors.length === 1) return actors[0];
  const offsets = new Int32Array(size + 1);
  const targets = new Int32Array(actors.reduce((sum, arcs) => sum + arcs.targets.length, 0));
  let count = 0;
  for (let s = 0; s < size; s++) {
    for (const arcs of actors)
      for (let k = arcs.offsets[s]; k < arcs.offsets[s + 1]; k++)
        targets[count++] = arcs.targets[k];
    offsets[s + 1] = count;
  }
  return { offsets, targets };
}

function layered(size: number, actors: readonly ArcLists[]): ArcLists {
  const layers = actors.length + 1;
  const all = actors.reduce((sum, arcs) => sum + arcs.targets.length, 0);
  const offsets = new Int32Array(size * layers + 1);
  // From each state every actor's moves, in all layers but its own.
  const targets = new Int32Array(all * actors.length);
  let count = 0;
  for (let s = 0; s < size; s++)
    for (let last = 0; last < layers; last++) {
      actors.forEach((arcs, j) => {
        if (j === last) return;
        for (let k = arcs.offsets[s]; k < arcs.offsets[s + 1]; k++)
          targets[count++] = arcs.targets[k] * layers + j;
      });
      offsets[s * layers + last + 1] = count;
    }
  return { offsets, targets };
}
