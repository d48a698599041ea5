import type { Bdd, Edge } from './bdd.js';

/** With fewer nodes than this, those nobody needs any more are left where they are. */
const COLLECT = 2 ** 20;

/** Which sets of a diagram are still needed, so that the nodes of the others can be given up. */
export class KeptSets {
  readonly #kept: Edge[] = [];
  readonly #held = new Set<() => readonly Edge[]>();
  readonly #least: number;
  /** At how many nodes to tidy up next; not before `begin`. */
  #next = Infinity;

  /** @param collectAt with fewer nodes than this nothing is given up. */
  constructor(
    readonly bdd: Bdd,
    maxNodes: number,
    collectAt = COLLECT,
  ) {
    this.#least = Math.min(collectAt, maxNodes / 2);
  }

  /** From now on sets are given up that nobody has saved. */
  begin(): void {
    this.#next = this.#least;
  }

  /** Saves the set from being tidied away. */
  keep(set: Edge): Edge {
    this.#kept.push(set);
    return set;
  }

  /** Saves the sets that the function names at any time. @returns what ends that. */
  hold(sets: () => readonly Edge[]): () => void {
    this.#held.add(sets);
    return () => void this.#held.delete(sets);
  }

  /** Runs with sets kept only as long as it takes. */
  keeping<T>(run: () => T): T {
    const held = this.#kept.length;
    try {
      return run();
    } finally {
      this.#kept.length = held;
    }
  }

  /** Gives up nodes that none of the saved sets needs, nor those asked for then, if there are many. */
  tidy(more: () => readonly Edge[]): void {
    const { nodes } = this.bdd;
    if (nodes.used < this.#next) return;
    this.bdd.collect([...this.#kept, ...[...this.#held].flatMap((held) => held()), ...more()]);
    this.#next = Math.min(Math.max(this.#least, 2 * nodes.used), (nodes.maxNodes + nodes.used) / 2);
  }
}
