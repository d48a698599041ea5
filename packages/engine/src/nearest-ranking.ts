import { isUsedUp, type Allowance } from './allowance.js';
import type { Ranks } from './ranks.js';

/** What is demanded of a ranking: one state above another, or at least as high. */
export interface Demand {
  readonly above: number;
  readonly below: number;
  /** Also not as high as each other. */
  readonly strictly: boolean;
}

export function meets(ranks: Ranks, { above, below, strictly }: Demand): boolean {
  return strictly ? ranks[above] > ranks[below] : ranks[above] >= ranks[below];
}

/**
 * The rankings nearest to one: those that meet demands at the fewest swaps (see `swapsFrom`).
 *
 * Only the states that the demands name are told apart, because the others cannot matter to what it
 * costs. Take any sequence of swaps and leave the other states out of it: what remains are swaps or
 * nothing. Put them back so that they do no more than they must: one that shared its place with others
 * stays with those left there, and is never given a place of its own; one alone in its place changes
 * places with named ones only, since two such places are as good one as the other; and those above or
 * below all named ones stay where they are. That sequence is no longer than the first and brings the
 * named states into the same order.
 *
 * Among what is left the fewest swaps are found by A*: a swap brings two states at most one place
 * nearer to the order demanded of them.
 */
export class NearestRankings {
  /** How many states share each rank. */
  readonly #shared: Int32Array;

  constructor(readonly ranks: Ranks) {
    this.#shared = new Int32Array(ranks.reduce((a, b) => Math.max(a, b), 0) + 1);
    for (const rank of ranks) this.#shared[rank]++;
  }

  /** One that meets all demands; null: none does within `most` swaps, or the allowance is used up. */
  meeting(
    demands: readonly Demand[],
    most: number,
    allowance: Allowance,
  ): { readonly ranks: Ranks; readonly swaps: number } | null {
    allowance.steps -= demands.length;
    let within = missing(demands, (state) => this.ranks[state]);
    if (within > most) return null;
    const start = this.#places(demands);
    // By the fewest swaps that their way would take in all.
    const open: Node[][] = [];
    open[within] = [{ places: start, swaps: 0 }];
    const seen = new Set<string>();
    for (; within <= most; within++)
      for (let node = open[within]?.pop(); node; node = open[within].pop()) {
        const { places, swaps } = node;
        const key = places.map(({ named, rest }) => named.join('.') + (rest > 0 ? '+' : '')).join();
        if (seen.has(key)) continue;
        seen.add(key);
        if (within === swaps) return { ranks: this.#after(start, places, allowance), swaps };
        for (const next of swapped(places)) {
          allowance.steps -= STEPS_OF_PLACE * next.length;
          if (isUsedUp(allowance)) return null;
          const total = swaps + 1 + missing(demands, (state) => placeOf(next, state));
          if (total <= most) (open[total] ??= []).push({ places: next, swaps: swaps + 1 });
        }
      }
    return null;
  }

  /** The places from the lowest with a named state to the highest. */
  #places(demands: readonly Demand[]): Place[] {
    const { ranks } = this;
    const named = [...new Set(demands.flatMap(({ above, below }) => [above, below]))];
    named.sort((a, b) => a - b);
    const lowest = Math.min(...named.map((state) => ranks[state]));
    const highest = Math.max(...named.map((state) => ranks[state]));
    const places = Array.from({ length: highest - lowest + 1 }, (_, k) => ({
      named: [] as number[],
      rest: lowest + k,
    }));
    for (const state of named) places[ranks[state] - lowest].named.push(state);
    for (const place of places) if (this.#shared[place.rest] === place.named.length) place.rest = 0;
    return places;
  }

  /** The ranking in which the places `before` have become those `after`; all others are as they were. */
  #after(before: readonly Place[], after: readonly Place[], allowance: Allowance): Ranks {
    const { ranks } = this;
    allowance.steps -= ranks.length;
    const lowest = Math.min(...before.flatMap(({ named }) => named.map((state) => ranks[state])));
    const moved = new Int32Array(this.#shared.length);
    for (let rank = 0; rank < moved.length; rank++)
      moved[rank] = rank < lowest ? rank : rank + after.length - before.length;
    after.forEach(({ rest }, k) => {
      if (rest > 0) moved[rest] = lowest + k;
    });
    const changed = ranks.map((rank) => moved[rank]);
    after.forEach(({ named }, k) => {
      for (const state of named) changed[state] = lowest + k;
    });
    return changed;
  }
}

/** What a place takes to be looked at, beside a move. */
const STEPS_OF_PLACE = 4;

interface Node {
  readonly places: readonly Place[];
  readonly swaps: number;
}

/** States that rank alike: those named by a demand, and the rank that the rest has had; 0: no rest. */
interface Place {
  readonly named: readonly number[];
  readonly rest: number;
}

/** A number of swaps without which the demands cannot all be met; 0 where they are. */
function missing(demands: readonly Demand[], placeOf: (state: number) => number): number {
  let most = 0;
  for (const { above, below, strictly } of demands) {
    const gap = placeOf(below) - placeOf(above);
    if (gap > 0 || strictly) most = Math.max(most, gap === 0 ? 1 : gap);
  }
  return most;
}

function placeOf(places: readonly Place[], state: number): number {
  return places.findIndex(({ named }) => named.includes(state));
}

/** The places after each swap that can matter. */
function* swapped(places: readonly Place[]): Generator<readonly Place[]> {
  for (let k = 0; k < places.length; k++) {
    const { named, rest } = places[k];
    const above = places[k + 1] as Place | undefined;
    if (above && named.length + above.named.length > 0)
      yield [...places.slice(0, k), above, places[k], ...places.slice(k + 2)];
    if (named.length + Math.min(rest, 1) < 2) continue;
    for (const state of named) {
      const alone = { named: [state], rest: 0 };
      const others = { named: named.filter((other) => other !== state), rest };
      yield [...places.slice(0, k), alone, others, ...places.slice(k + 1)];
      yield [...places.slice(0, k), others, alone, ...places.slice(k + 1)];
    }
  }
}
