import { ascending } from './ascending.js';
import { Growing } from './growing.js';
import type { Ranks } from './ranks.js';
import type { StateSpace } from './space.js';

/**
 * The states as one decision maker sees them who changes its own options only. States that differ in
 * nothing but these are a block. States of a block in which its one-way options stand alike are a cell:
 * from a state it gets to all others of its cell, and to all states of the cells above.
 *
 * What is asked of all that a decision maker can move to is thus asked cell by cell, where state by state
 * it would be asked of as many pairs as a block has.
 */
export class Blocks {
  /** By state, its cell. */
  readonly cellOf: Int32Array;
  /** By cell, its block. */
  readonly blockOf: Int32Array;
  /** The states block by block, ascending. */
  readonly order: Int32Array;
  /** Where each block begins in them. */
  readonly first: Int32Array;
  /** Where each cell begins where the states are listed cell by cell. */
  readonly cells: Int32Array;
  /** The cells from which the decision maker gets to a cell; null: each block is one, and it is that alone. */
  readonly below: CellLists | null;
  #reached: Int32Array | null = null;
  #sorted: { readonly ranks: Ranks; readonly states: Int32Array } | null = null;

  /**
   * @param own the options of the decision maker, as a bit set.
   * @param forward those that can only be taken.
   * @param back those that can only be given up.
   */
  constructor({ codes, size }: StateSpace, own: number, forward: number, back: number) {
    const oneWay = own & (forward | back);
    const largest = size === 0 ? 0 : codes[size - 1];
    const blocks = new Numbers(size, largest);
    for (let s = 0; s < size; s++) blocks.add(s, codes[s] & ~own);
    const cells = oneWay === 0 ? blocks : new Numbers(size, largest);
    if (oneWay !== 0) for (let s = 0; s < size; s++) cells.add(s, codes[s] & ~(own & ~oneWay));
    this.cellOf = cells.of;
    this.cells = cells.starts();
    this.blockOf = new Int32Array(cells.count);
    for (let s = 0; s < size; s++) this.blockOf[cells.of[s]] = blocks.of[s];
    this.first = blocks.starts();
    this.order = dealt(blocks.of, this.first);
    // How far each cell has gone its ways: the options taken that can only be taken, and so on.
    const gone = cells.keys.map((key) => (key & own & forward) | (~key & own & back));
    this.below = oneWay === 0 ? null : cellsBelow(this.blockOf, blocks.count, gone);
  }

  /** The states cell by cell, ascending by rank in each. Kept for the ranking that was asked for last. */
  sorted(ranks: Ranks): Int32Array {
    if (this.#sorted?.ranks !== ranks)
      this.#sorted = { ranks, states: dealt(this.cellOf, this.cells, ascending(ranks)) };
    return this.#sorted.states;
  }

  /** By cell, to how many states the decision maker gets from each of its own. */
  get reached(): Int32Array {
    if (this.#reached !== null) return this.#reached;
    const { cells, below } = this;
    const reached = new Int32Array(this.blockOf.length).fill(-1);
    for (let to = 0; to < reached.length; to++) {
      const size = cells[to + 1] - cells[to];
      if (below === null) reached[to] += size;
      else
        for (let k = below.offsets[to]; k < below.offsets[to + 1]; k++)
          reached[below.cells[k]] += size;
    }
    return (this.#reached = reached);
  }

  /** For every state the largest value over it and all that the decision maker can move to from it. */
  highest(values: Int32Array): Int32Array {
    const { cellOf } = this;
    const own = new Int32Array(this.blockOf.length).fill(LEAST);
    for (let s = 0; s < cellOf.length; s++)
      if (values[s] > own[cellOf[s]]) own[cellOf[s]] = values[s];
    const best = this.below === null ? own : own.slice();
    if (this.below !== null) {
      const { offsets, cells } = this.below;
      for (let to = 0; to < own.length; to++)
        for (let k = offsets[to]; k < offsets[to + 1]; k++)
          if (own[to] > best[cells[k]]) best[cells[k]] = own[to];
    }
    const highest = new Int32Array(cellOf.length);
    for (let s = 0; s < cellOf.length; s++) highest[s] = best[cellOf[s]];
    return highest;
  }
}

/** Of each cell some cells: those of cell c stand from `offsets[c]` up to `offsets[c + 1]`. */
export interface CellLists {
  readonly offsets: Int32Array;
  readonly cells: Int32Array;
}

const LEAST = -(2 ** 31);

/** Numbers keys from 0 as they come: in tables of numbers, since there may be as many keys as states. */
class Numbers {
  readonly of: Int32Array;
  count = 0;
  readonly #keys: Int32Array;
  readonly #sizes: Int32Array;
  /** By place, the number of the key that stands there plus 1; 0: none does. At least half of it is free. */
  readonly #places: Int32Array;
  readonly #factor: number;
  readonly #shift: number;

  /** @param largest no key is larger. */
  constructor(size: number, largest: number) {
    this.of = new Int32Array(size);
    this.#keys = new Int32Array(size);
    this.#sizes = new Int32Array(size);
    const bits = Math.max(1, 33 - Math.clz32(size));
    this.#places = new Int32Array(2 ** bits);
    // Where every key has a place of its own it stands there, next to its neighbours. Otherwise the upper
    // bits of a product, which are spread evenly whichever bits keys differ in (Knuth, 6.4).
    const own = largest < 2 ** bits;
    this.#factor = own ? 1 : 0x9e3779b1;
    this.#shift = own ? 0 : 32 - bits;
  }

  get keys(): Int32Array {
    return this.#keys.subarray(0, this.count);
  }

  add(state: number, key: number): void {
    const number = this.#numberOf(key);
    this.of[state] = number;
    this.#sizes[number]++;
  }

  #numberOf(key: number): number {
    const last = this.#places.length - 1;
    for (let at = Math.imul(key, this.#factor) >>> this.#shift; ; at = (at + 1) & last) {
      const found = this.#places[at] - 1;
      if (found < 0) {
        this.#keys[this.count] = key;
        this.#places[at] = ++this.count;
        return this.count - 1;
      }
      if (this.#keys[found] === key) return found;
    }
  }

  starts(): Int32Array {
    const starts = new Int32Array(this.count + 1);
    for (let n = 0; n < this.count; n++) starts[n + 1] = starts[n] + this.#sizes[n];
    return starts;
  }
}

/** The states group by group, in each in the order given; ascending when left out. */
function dealt(groupOf: Int32Array, starts: Int32Array, order?: Int32Array): Int32Array {
  const place = starts.slice();
  const states = new Int32Array(groupOf.length);
  for (let k = 0; k < states.length; k++) {
    const s = order ? order[k] : k;
    states[place[groupOf[s]]++] = s;
  }
  return states;
}

/** A cell is below those of its block that have gone all its ways, itself among them. */
function cellsBelow(blockOf: Int32Array, blocks: number, gone: Int32Array): CellLists {
  const first = new Int32Array(blocks + 1);
  for (const block of blockOf) first[block + 1]++;
  for (let block = 0; block < blocks; block++) first[block + 1] += first[block];
  const inBlock = dealt(blockOf, first);
  const offsets = new Int32Array(blockOf.length + 1);
  const cells = new Growing((length) => new Int32Array(length));
  for (let to = 0; to < blockOf.length; to++) {
    for (let k = first[blockOf[to]]; k < first[blockOf[to] + 1]; k++)
      if ((gone[inBlock[k]] & ~gone[to]) === 0) cells.push(inBlock[k]);
    offsets[to + 1] = cells.length;
  }
  return { offsets, cells: cells.taken() };
}
