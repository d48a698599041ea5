import { ascending } from './ascending.js';
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
    const blocks = new Numbers(size);
    for (let s = 0; s < size; s++) blocks.add(s, codes[s] & ~own);
    const cells = oneWay === 0 ? blocks : new Numbers(size);
    if (oneWay !== 0) for (let s = 0; s < size; s++) cells.add(s, codes[s] & ~(own & ~oneWay));
    this.cellOf = cells.of;
    this.cells = cells.starts();
    this.blockOf = new Int32Array(cells.count);
    for (let s = 0; s < size; s++) this.blockOf[cells.of[s]] = blocks.of[s];
    this.first = blocks.starts();
    this.order = dealt(blocks.of, this.first);
    // How far each cell has gone its ways: the options taken that can only be taken, and so on.
    const gone = cells.keys.map((key) => (key & own & forward) | (~key & own & back));
    this.below = oneWay === 0 ? null : cellsBelow(this.blockOf, gone);
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

/** Numbers keys from 0 as they come. */
class Numbers {
  readonly of: Int32Array;
  readonly keys: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #sizes: number[] = [];

  constructor(size: number) {
    this.of = new Int32Array(size);
  }

  get count(): number {
    return this.keys.length;
  }

  add(state: number, key: number): void {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, (number = this.keys.length));
      this.keys.push(key);
      this.#sizes.push(0);
    }
    this.of[state] = number;
    this.#sizes[number]++;
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
function cellsBelow(blockOf: Int32Array, gone: readonly number[]): CellLists {
  const inBlock: number[][] = [];
  blockOf.forEach((block, cell) => (inBlock[block] ??= []).push(cell));
  const offsets = new Int32Array(blockOf.length + 1);
  const cells: number[] = [];
  for (let to = 0; to < blockOf.length; to++) {
    for (const from of inBlock[blockOf[to]]) if ((gone[from] & ~gone[to]) === 0) cells.push(from);
    offsets[to + 1] = cells.length;
  }
  return { offsets, cells: Int32Array.from(cells) };
}
