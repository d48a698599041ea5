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
      const entries = this.#alike.get(hash);
      if (entries) entries.push({ ranks, value });
      else this.#alike.set(hash, [{ ranks, value }]);
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
    return this.#alike.get(hashOf(ranks))?.find((one) => rankAlike(one.ranks, ranks));
  }
}

/** Whether two rankings of the same states rank them alike. */
function rankAlike(a: Ranks, b: Ranks): boolean {
  if (a === b) return true;
  for (let s = 0; s < a.length; s++) if (a[s] !== b[s]) return false;
  return true;
}

function hashOf(ranks: Ranks): number {
  let hash = 0;
  for (let s = 0; s < ranks.length; s++) hash = (Math.imul(hash, 31) + ranks[s]) | 0;
  return hash;
}
