import type { JointReach } from '../joint-reach.js';
import { exceeds } from './gains.js';

/**
 * For each component of a graph of joint moves, the vectors of the states it can reach (its own
 * included), without those that another one is nowhere below: what is best to be had from there.
 */
export class Frontiers {
  readonly #width: number;
  readonly #offsets: Int32Array;
  readonly #vectors: Int32Array;

  /**
   * @param values by state, `width` components each.
   * @param without states that do not count, by index; null: all do.
   */
  constructor(
    readonly reach: JointReach,
    values: Int32Array,
    width: number,
    without: Uint8Array | null = null,
  ) {
    const { count, first, members, arcs } = reach.components;
    this.#width = width;
    this.#offsets = new Int32Array(count + 1);
    let stored = new Int32Array(1024 * width);
    let used = 0;
    const frontier = new Frontier(width);
    for (let c = 0; c < count; c++) {
      frontier.clear();
      for (let k = arcs.offsets[c]; k < arcs.offsets[c + 1]; k++) {
        const below = arcs.targets[k];
        for (let at = this.#offsets[below]; at < this.#offsets[below + 1]; at += width)
          frontier.add(stored, at);
      }
      for (let m = first[c]; m < first[c + 1]; m++) {
        const state = reach.stateOf(members[m]);
        if (!without?.[state]) frontier.add(values, state * width);
      }
      const end = used + frontier.count * width;
      if (end > stored.length) {
        const larger = new Int32Array(Math.max(end, 2 * stored.length));
        larger.set(stored);
        stored = larger;
      }
      stored.set(frontier.vectors.subarray(0, frontier.count * width), used);
      used = end;
      this.#offsets[c + 1] = used;
    }
    this.#vectors = stored;
  }

  /** Whether something in reach of the component exceeds the bar that begins at `at`. */
  exceed(component: number, bars: Int32Array, at: number): boolean {
    const width = this.#width;
    const end = this.#offsets[component + 1];
    for (let v = this.#offsets[component]; v < end; v += width)
      if (exceeds(this.#vectors, v, bars, at, width)) return true;
    return false;
  }
}

/** Vectors of which none is nowhere below another. */
class Frontier {
  vectors: Int32Array;
  count = 0;

  constructor(readonly width: number) {
    this.vectors = new Int32Array(64 * width);
  }

  clear(): void {
    this.count = 0;
  }

  add(from: Int32Array, at: number): void {
    const { width } = this;
    let kept = 0;
    for (let v = 0; v < this.count; v++) {
      const order = this.#compare(v * width, from, at);
      if (order === 'covers') {
        // What covers one covers its like: it is asked first next time.
        this.#swap(0, v);
        return;
      }
      if (order === 'covered') continue;
      if (kept !== v) this.vectors.copyWithin(kept * width, v * width, (v + 1) * width);
      kept++;
    }
    if ((kept + 1) * width > this.vectors.length) {
      const larger = new Int32Array(2 * this.vectors.length);
      larger.set(this.vectors);
      this.vectors = larger;
    }
    for (let k = 0; k < width; k++) this.vectors[kept * width + k] = from[at + k];
    this.count = kept + 1;
  }

  /** Whether the vector kept at `own` is nowhere below the other, or nowhere above it. */
  #compare(own: number, from: Int32Array, at: number): 'covers' | 'covered' | 'neither' {
    let above = false;
    let below = false;
    for (let k = 0; k < this.width; k++) {
      const difference = this.vectors[own + k] - from[at + k];
      if (difference > 0) above = true;
      else if (difference < 0) below = true;
      if (above && below) return 'neither';
    }
    return below ? 'covered' : 'covers';
  }

  #swap(a: number, b: number): void {
    const { width, vectors } = this;
    for (let k = 0; k < width; k++) {
      const value = vectors[a * width + k];
      vectors[a * width + k] = vectors[b * width + k];
      vectors[b * width + k] = value;
    }
  }
}
