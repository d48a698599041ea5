import {
  bitCount,
  changedBetween,
  LegalSequences,
  simplePaths,
  type PulledEnd,
  type Steps,
} from '@standoff/engine';
import { ListedReached } from './listed-sets.js';
import type { Listing } from './listing.js';
import type { Naming } from './naming.js';
import { outcomeKey } from './outcome-key.js';
import type { Ends, Followed, FoundEnd, State, StateMove, StateSet } from './states.js';
import { drawnByChance } from './likelihood.js';
import { LEAST_SHARE, walked } from './walks.js';

/**
 * What the course leads to from some states. It does not remember who moved last: it is what walks go,
 * so that it stays just where the states hold.
 */
export class ListedCourse extends ListedReached implements Followed {
  #ends: readonly FoundEnd[] | null = null;
  #pulled: readonly PulledEnd[] | null = null;

  constructor(
    listing: Listing,
    readonly naming: Naming,
    readonly course: Steps,
    starts: readonly number[],
    movers: readonly number[],
  ) {
    super(
      listing,
      starts,
      new LegalSequences(
        { ...course, transitive: true },
        starts,
        movers,
        changedBetween(listing.game),
      ),
      (to, limit) => simplePaths(listing.game, starts[0], to, this.#isStep(), limit),
    );
  }

  steps(from: State): StateMove[] {
    const { course, listing } = this;
    const state = listing.space.indexOf(Number(from));
    const out = new Int32Array(course.maxDegree);
    return listing.deciders.flatMap(({ id }, mover) =>
      Array.from(out.subarray(0, course.successors(mover, state, out)), (to) => ({
        actor: id,
        from,
        to: this.#code(to),
      })),
    );
  }

  /** The strongest pull first, of equal ones the nearest. */
  ends(limit: number): Ends {
    const all = (this.#ends ??= this.#found());
    return {
      ends: all.slice(0, limit),
      more: BigInt(Math.max(0, all.length - limit)),
      complete: true,
    };
  }

  shareInto(set: StateSet): number {
    return this.#walked()
      .filter(({ states }) => states.every((state) => set.has(this.#code(state))))
      .reduce((sum, { share }) => sum + share, 0);
  }

  #walked(): readonly PulledEnd[] {
    // Drawn walks that go round do so in states that are not known.
    return (this.#pulled ??= walked(this.course, this.starts, drawnByChance(this.listing)).filter(
      ({ states }) => states.length > 0,
    ));
  }

  #found(): FoundEnd[] {
    const groups = new Map<string, PulledEnd[]>();
    for (const one of this.#walked()) {
      const key = one.states.length > 1 ? one.states.join() : this.#outcome(one.states[0]);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const { distance } = this.sequences;
    const ends = [...groups.values()].map((group) => {
      const states = group.flatMap((one) => one.states);
      const at = states.reduce((best, s) => (this.#nearer(s, best) ? s : best));
      const round = group[0].states.length;
      return { group, states, at, round, share: group.reduce((sum, { share }) => sum + share, 0) };
    });
    return ends
      .sort(
        (a, b) =>
          Math.round((b.share - a.share) / LEAST_SHARE) ||
          distance[a.at] - distance[b.at] ||
          a.at - b.at,
      )
      .map(({ group, states, at, round, share }) => ({
        nearest: this.#code(at),
        round: BigInt(round),
        states: states.map((s) => this.#code(s)),
        share,
        interval: group.length === 1 ? group[0].interval : null,
      }));
  }

  #outcome(state: number): string {
    return outcomeKey({ ...this.listing, naming: this.naming }, state);
  }

  /** In fewer steps, then with fewer options changed. */
  #nearer(a: number, b: number): boolean {
    const { distance } = this.sequences;
    const { codes } = this.listing.space;
    const changed = (s: number): number => bitCount((codes[s] ^ codes[this.starts[0]]) >>> 0);
    return distance[a] < distance[b] || (distance[a] === distance[b] && changed(a) < changed(b));
  }

  /** Whether a move is a step of the course, asked move by move. */
  #isStep(): (mover: number, from: number, to: number) => boolean {
    const { course, sequences } = this;
    const out = new Int32Array(course.maxDegree);
    const known = new Map<number, ReadonlySet<number>>();
    return (mover, from, to) => {
      if (sequences.distance[from] < 0) return false;
      const key = from * course.movers + mover;
      let all = known.get(key);
      if (!all)
        known.set(key, (all = new Set(out.subarray(0, course.successors(mover, from, out)))));
      return all.has(to);
    };
  }

  #code(state: number): State {
    return BigInt(this.listing.space.codes[state]);
  }
}
