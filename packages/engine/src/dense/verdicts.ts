import type { Ranks } from '../ranks.js';
import type { Rule, Verdicts } from '../concepts.js';
import { between, unwatched, type Watch } from '../watch.js';
import { components, type Components } from './components.js';
import { lowerByImprovements } from './improvements.js';
import type { Layout } from './layout.js';
import { rankedBlocks, type RankedBlocks } from './order.js';
import { lowerByMoves } from './responses.js';
import { NOTHING, spreadMax } from './spread.js';

/** The rules that have a dense kernel. */
export interface DenseRule extends Rule {
  readonly answers: Exclude<Rule['answers'], 'simultaneous'>;
}

/**
 * Verdicts for all states at once over a layout. What several concepts of one decision maker share
 * is kept until another one is asked about, so ask decision maker by decision maker. Working memory
 * is allocated once: 12 bytes a point, 16 where the others' moves do not connect what they could.
 */
export class DenseVerdicts {
  readonly #feasible: Uint32Array;
  readonly #blocks: (RankedBlocks | undefined)[];
  /** The focal decision maker's ranks by point, 0 where infeasible. */
  readonly #own: Int32Array;
  /** The best it can get to by one move of its own or none, by point, infeasible points included. */
  readonly #escapes: Int32Array;
  readonly #work: Int32Array;
  #escapesKnown = false;
  #focal = -1;
  #parts: Components | null = null;

  constructor(
    readonly layout: Layout,
    readonly ranks: readonly Ranks[],
    /** Memory that blocks are sorted into by `sort`; null: they are sorted when they are needed. */
    readonly shared: readonly RankedBlocks[] | null = null,
  ) {
    const { points, pointOf } = layout;
    this.#feasible = new Uint32Array(Math.max(1, points >>> 5));
    for (const p of pointOf) this.#feasible[p >>> 5] |= 1 << (p & 31);
    this.#own = new Int32Array(points);
    this.#escapes = new Int32Array(points);
    this.#work = new Int32Array(points);
    this.#blocks = shared ? [...shared] : ranks.map(() => undefined);
  }

  /**
   * See `searchedByRule` for what is computed; the same by passes over points. Null for credible answers
   * where passes were given up because a search costs less.
   */
  of(
    mover: number,
    { answers, escape }: DenseRule,
    budget: number,
    watch: Watch = unwatched,
  ): Verdicts | null {
    const improving = answers === 'credible';
    const blocks = improving ? this.#othersBlocks(mover, between(watch, 0, 0.3)) : [];
    this.#turnTo(mover);
    if (answers === 'none') return this.#unlessBetter(this.#bestMoves());
    watch(0.3);
    const own = this.#own;
    const work = this.#work;
    work.set(escape ? this.#bestMoves() : own);
    if (improving) {
      if (!lowerByImprovements(work, blocks, budget, between(watch, 0.3, 0.9))) return null;
    } else {
      // NOTHING where infeasible: own ranks count from 1.
      for (let p = 0; p < own.length; p++) work[p] |= ((own[p] - 1) >> 31) & NOTHING;
      const others = this.#others(mover);
      this.#parts ??= components(this.layout, this.#feasible, others);
      lowerByMoves(work, this.layout, others, this.#parts, this.#feasible);
    }
    watch(0.9);
    for (let p = 0; p < own.length; p++) {
      // The smaller of the two, without a branch: 0 where infeasible.
      const d = own[p] - work[p];
      work[p] += d & (d >> 31);
    }
    spreadMax(work, this.layout.movers[mover]);
    return this.#unlessBetter(work);
  }

  #turnTo(mover: number): void {
    if (this.#focal === mover) return;
    const { pointOf } = this.layout;
    const ranks = this.ranks[mover];
    for (let s = 0; s < ranks.length; s++) this.#own[pointOf[s]] = ranks[s];
    this.#escapesKnown = false;
    this.#parts = null;
    this.#focal = mover;
  }

  #bestMoves(): Int32Array {
    if (!this.#escapesKnown) {
      this.#escapes.set(this.#own);
      spreadMax(this.#escapes, this.layout.movers[this.#focal]);
      this.#escapesKnown = true;
    }
    return this.#escapes;
  }

  /** Stable unless some move leads to a point worth more than the present one is liked. */
  #unlessBetter(worth: Int32Array): Verdicts {
    const own = this.#own;
    const { pointOf } = this.layout;
    const stable = new Uint8Array(pointOf.length);
    for (let s = 0; s < stable.length; s++) {
      const p = pointOf[s];
      stable[s] = ((worth[p] - own[p] - 1) >>> 31) & 1;
    }
    return stable;
  }

  #others(mover: number): number[] {
    return this.ranks.map((_, j) => j).filter((j) => j !== mover);
  }

  #othersBlocks(mover: number, watch: Watch): RankedBlocks[] {
    const others = this.#others(mover);
    return others.map((j, k) => {
      watch(k / others.length);
      return (this.#blocks[j] ??= this.#sorted(j));
    });
  }

  /** Sorts a decision maker's blocks into the shared memory. */
  sort(mover: number): void {
    this.#sorted(mover, this.shared![mover]);
  }

  #sorted(mover: number, into?: RankedBlocks): RankedBlocks {
    const { layout, ranks } = this;
    // Sorting uses the working memory.
    this.#focal = -1;
    const scratch = [this.#work, this.#escapes] as const;
    return rankedBlocks(layout, layout.movers[mover], ranks[mover], scratch, into);
  }
}
