import type { Ranks } from '../ranks.js';
import type { Verdicts } from '../concepts.js';
import { components } from './components.js';
import { lowestByImprovements, rankedBlocks, type RankedBlocks } from './improvements.js';
import type { Layout } from './layout.js';
import { lowestByMoves } from './responses.js';
import { spreadMax } from './spread.js';

/** The concepts that have a dense kernel. */
export type DenseConcept = 'Nash' | 'GMR' | 'SMR' | 'SEQ' | 'SSEQ';

/** Verdicts for all states at once over a layout; keeps what several concepts share. */
export class DenseVerdicts {
  readonly #ranks: readonly Int32Array[];
  readonly #blocks: (RankedBlocks | undefined)[];
  #components: { focal: number; found: ReturnType<typeof components> } | null = null;

  constructor(
    readonly layout: Layout,
    ranks: readonly Ranks[],
  ) {
    this.#ranks = ranks.map((own) => byPoint(layout, own));
    this.#blocks = new Array<RankedBlocks | undefined>(ranks.length);
  }

  /** See `stability` for what is computed; the same by passes over points. */
  of(mover: number, concept: DenseConcept): Verdicts {
    const ranks = this.#ranks[mover];
    if (concept === 'Nash') return this.#unlessBetter(mover, ranks.slice());
    let key = ranks;
    const noEscape = concept === 'SMR' || concept === 'SSEQ';
    if (noEscape) {
      key = ranks.slice();
      spreadMax(key, this.layout.movers[mover]);
    }
    const worth =
      concept === 'SEQ' || concept === 'SSEQ'
        ? lowestByImprovements(this.layout, this.#othersBlocks(mover), key)
        : lowestByMoves(this.layout, this.#others(mover), this.#componentsFor(mover), key);
    for (let p = 0; p < worth.length; p++) if (worth[p] > ranks[p]) worth[p] = ranks[p];
    return this.#unlessBetter(mover, worth);
  }

  /** Stable unless some move leads to a point worth more than the present one is liked. */
  #unlessBetter(mover: number, worth: Int32Array): Verdicts {
    spreadMax(worth, this.layout.movers[mover]);
    const ranks = this.#ranks[mover];
    const { pointOf } = this.layout;
    const stable = new Uint8Array(pointOf.length);
    for (let s = 0; s < stable.length; s++) {
      const p = pointOf[s];
      stable[s] = worth[p] <= ranks[p] ? 1 : 0;
    }
    return stable;
  }

  #others(mover: number): number[] {
    return this.#ranks.map((_, j) => j).filter((j) => j !== mover);
  }

  #othersBlocks(mover: number): RankedBlocks[] {
    return this.#others(mover).map(
      (j) => (this.#blocks[j] ??= rankedBlocks(this.layout, this.layout.movers[j], this.#ranks[j])),
    );
  }

  #componentsFor(focal: number): ReturnType<typeof components> {
    if (this.#components?.focal !== focal)
      this.#components = {
        focal,
        found: components(this.layout, this.#ranks[focal], this.#others(focal)),
      };
    return this.#components.found;
  }
}

/** Ranks by point, 0 where infeasible. */
function byPoint({ points, pointOf }: Layout, ranks: Ranks): Int32Array {
  const values = new Int32Array(points);
  for (let s = 0; s < ranks.length; s++) values[pointOf[s]] = ranks[s];
  return values;
}
