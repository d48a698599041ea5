import type { Ranks } from './ranks.js';

/** Values by ranking: rankings that rank all states alike are the same. */
export class ByRanking<T> {
  readonly #alike = new Map<number, { readonly ranks: Ranks; value: T }[]>();

  get(ranks: Ranks): T | undefined {
    return this.#entry(ranks)?.value;
  }

  set(ranks: Ranks, value: T): void {
    const entry = this.#entry(ranks);
    if (entry) entry.value = value;
    else {
      const hash = hashOf(ranks);
      this.#alike.set(hash, [...(this.#alike.get(hash) ?? []), { ranks, value }]);
    }
  }

  clear(): void {
    this.#alike.clear();
  }

  /** In the order in which the rankings came. */
  *values(): Generator<T> {
    for (const entries of this.#alike.values()) for (const { value } of entries) yield value;
  }

  #entry(ranks: Ranks): { readonly ranks: Ranks; value: T } | undefined {
    return this.#alike
      .get(hashOf(ranks))
      ?.find((one) => one.ranks.every((rank, s) => rank === ranks[s]));
  }
}

function hashOf(ranks: Ranks): number {
  let hash = 0;
  for (let s = 0; s < ranks.length; s++) hash = (Math.imul(hash, 31) + ranks[s]) | 0;
  return hash;
}
