import {
  countSet,
  eachSet,
  isSet,
  type LegalSequences,
  type Path,
  type Paths,
  type StateBits,
} from '@standoff/engine';
import type { Listing } from './listing.js';
import type { Reached, State, StateMove, StateSet, Way } from './states.js';

/** A set of listed states, a bit a state. */
export class ListedSet implements StateSet {
  constructor(
    readonly listing: Listing,
    readonly bits: StateBits,
  ) {}

  get isEmpty(): boolean {
    return this.bits.every((word) => word === 0);
  }

  get count(): bigint {
    return BigInt(countSet(this.bits));
  }

  has(state: State): boolean {
    const s = this.listing.space.indexOf(Number(state));
    return s >= 0 && isSet(this.bits, s);
  }

  and(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word & bits[w]);
  }

  or(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word | bits[w]);
  }

  minus(other: StateSet): StateSet {
    const bits = bitsOf(other);
    return this.#with((word, w) => word & ~bits[w]);
  }

  first(limit: number): State[] {
    const { codes } = this.listing.space;
    const found: State[] = [];
    for (let w = 0; w < this.bits.length && found.length < limit; w++)
      for (let rest = this.bits[w]; rest !== 0 && found.length < limit; rest &= rest - 1)
        found.push(BigInt(codes[32 * w + 31 - Math.clz32(rest & -rest)]));
    return found;
  }

  #with(join: (word: number, w: number) => number): StateSet {
    return new ListedSet(this.listing, this.bits.map(join));
  }
}

/** The bits of a set of these states. */
export function bitsOf(set: StateSet): StateBits {
  // All sets of a maker are its own.
  return (set as ListedSet).bits;
}

export class ListedReached implements Reached {
  readonly states: StateSet;
  readonly complete = true;

  constructor(
    readonly listing: Listing,
    readonly starts: readonly number[],
    readonly sequences: LegalSequences,
    /** Finds simple paths from the first start. */
    readonly simple: (to: number, limit: number) => Paths,
  ) {
    const { distance } = sequences;
    const bits = new Uint32Array((distance.length + 31) >>> 5);
    distance.forEach((steps, s) => {
      if (steps >= 0) bits[s >>> 5] |= 1 << (s & 31);
    });
    this.states = new ListedSet(listing, bits);
  }

  nearest(set: StateSet, limit: number): State[] {
    const { distance } = this.sequences;
    const near =
      limit > 1
        ? this.#reachedIn(set).sort((a, b) => distance[a] - distance[b])
        : this.#nearestIn(set);
    return near.slice(0, limit).map((s) => BigInt(this.listing.space.codes[s]));
  }

  smallest(set: StateSet): State | null {
    const near = this.#nearestIn(set);
    if (near.length === 0) return null;
    const sizes = near.map((s) => (near.length > 1 ? this.sequences.sizeTo(s) : 0));
    return BigInt(this.listing.space.codes[near[sizes.indexOf(Math.min(...sizes))]]);
  }

  #reachedIn(set: StateSet): number[] {
    const { distance } = this.sequences;
    const found: number[] = [];
    eachSet(bitsOf(set), (s) => {
      if (distance[s] >= 0) found.push(s);
    });
    return found;
  }

  /** All that are as near as the nearest. */
  #nearestIn(set: StateSet): number[] {
    const { distance } = this.sequences;
    let least = Infinity;
    let found: number[] = [];
    eachSet(bitsOf(set), (s) => {
      const steps = distance[s];
      if (steps < 0 || steps > least) return;
      if (steps < least) found = [];
      least = steps;
      found.push(s);
    });
    return found;
  }

  wayTo(state: State): Way | null {
    const path = this.sequences.pathTo(this.listing.space.indexOf(Number(state)));
    return path && { shortest: true, moves: this.#moves(path) };
  }

  ways(state: State, limit: number): ReturnType<Reached['ways']> {
    const to = this.listing.space.indexOf(Number(state));
    const { paths, all } = this.simple(to, limit);
    const shortest = this.sequences.pathTo(to);
    // Where moves do not compose, it may take a way that comes back to a state.
    if (paths.length === 0 && shortest !== null)
      return { ways: [this.#moves(shortest)], all: false };
    return { ways: paths.map((path) => this.#moves(path)), all };
  }

  #moves(path: Path): StateMove[] {
    const { space, deciders } = this.listing;
    return path.map(({ mover, from, to }) => ({
      actor: deciders[mover].id,
      from: BigInt(space.codes[from]),
      to: BigInt(space.codes[to]),
    }));
  }
}
