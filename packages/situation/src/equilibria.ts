import { bitCount } from '@standoff/engine';
import type { Judged } from './judge.js';
import type { Concept, Reach, TallyEntry } from './shown.js';

/**
 * For each state the concepts under which it is an equilibrium (stable for every decision maker):
 * bit c for the c-th concept judged.
 */
export class Equilibria {
  readonly #masks: Uint16Array;

  constructor(
    readonly judged: Judged,
    readonly size: number,
  ) {
    this.#masks = new Uint16Array(size);
    judged.concepts.forEach((concept, c) => {
      const lists = judged.verdicts.get(concept)!;
      const every = new Uint8Array(size).fill(1);
      for (const stable of lists) for (let s = 0; s < size; s++) every[s] &= stable[s];
      for (let s = 0; s < size; s++) this.#masks[s] |= every[s] << c;
    });
  }

  /** The concepts under which the state is an equilibrium. */
  conceptsAt(state: number): Concept[] {
    return this.#conceptsOf(this.#masks[state]);
  }

  /** Whether the state is an equilibrium under any of the concepts. */
  has(state: number): boolean {
    return this.#masks[state] !== 0;
  }

  /** How many states are an equilibrium, by concepts and by how they can be reached. */
  tally(reachOf: (state: number) => Reach): TallyEntry[] {
    const counts = new Map<number, number>();
    for (let s = 0; s < this.size; s++) {
      const mask = this.#masks[s];
      if (mask === 0) continue;
      const { improvements, moves } = reachOf(s);
      const key = 4 * mask + 2 * Number(improvements) + Number(moves);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
      .map(([key, count]) => ({
        concepts: this.#conceptsOf(key >>> 2),
        reachable: { improvements: (key & 2) !== 0, moves: (key & 1) !== 0 },
        count,
      }))
      .sort((a, b) => b.concepts.length - a.concepts.length || b.count - a.count);
  }

  /**
   * At most `limit` of the equilibria: those of most concepts first, then those that can be reached,
   * by improvements before by moves, then those with fewest changes.
   */
  first(
    limit: number,
    reachOf: (state: number) => Reach,
    changes: (state: number) => number,
  ): number[] {
    const buckets = new Map<number, number[]>();
    for (let s = 0; s < this.size; s++) {
      const mask = this.#masks[s];
      if (mask === 0) continue;
      const { improvements, moves } = reachOf(s);
      const far = improvements ? 0 : moves ? 1 : 2;
      const key = ((16 - bitCount(mask)) * 4 + far) * 64 + changes(s);
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [s]);
      else if (bucket.length < limit) bucket.push(s);
    }
    return [...buckets]
      .sort(([a], [b]) => a - b)
      .flatMap(([, states]) => states)
      .slice(0, limit);
  }

  #conceptsOf(mask: number): Concept[] {
    return this.judged.concepts.filter((_, c) => ((mask >>> c) & 1) === 1);
  }
}
