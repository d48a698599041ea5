import { EngineError } from '../errors.js';

/** More nodes than this no table holds: an edge and an operation then no longer fit in 32 bits. */
export const MOST_NODES = 2 ** 27;

/** About how many bytes a node takes, with its share of the tables for looking it up. */
export const BYTES_PER_NODE = 36;

/** Small, since small models are asked most often, and doubled as long as there are more nodes. */
const FIRST_CAPACITY = 2 ** 8;
const MOST_CACHED = 2 ** 22;
/** How many nodes are made between two calls of `work`. */
const WORK = 2 ** 14;
const TERMINAL_LEVEL = 0x7fffffff;

/**
 * The nodes of decision diagrams in typed arrays that grow: at most one node for a variable and a
 * pair of functions (the unique table), and a cache of results that forgets where entries collide.
 * The high edge of a node is never a negation. Node 0 stands for truth.
 */
export class NodeTable {
  #level = new Int32Array(FIRST_CAPACITY);
  #low = new Int32Array(FIRST_CAPACITY);
  #high = new Int32Array(FIRST_CAPACITY);
  /** The next node with the same hash; for a node given up, the next of those. 0: none. */
  #next = new Int32Array(FIRST_CAPACITY);
  #heads = new Int32Array(FIRST_CAPACITY);
  /** Entries of four numbers: operands a, b, c with the operation, result. */
  #cache = new Int32Array(4 * FIRST_CAPACITY).fill(-1);
  #end = 1;
  #used = 1;
  #free = 0;
  #untilWork = WORK;
  #made = 0;
  #stopAt = Infinity;

  constructor(
    variables: number,
    readonly maxNodes: number,
    readonly work: () => void,
  ) {
    if (variables >= TERMINAL_LEVEL || maxNodes < 1 || maxNodes > MOST_NODES)
      throw new EngineError('bad-argument', `${variables} variables, at most ${maxNodes} nodes`);
    this.#level[0] = TERMINAL_LEVEL;
  }

  /** How many nodes there are, needed or not. */
  get used(): number {
    return this.#used;
  }

  /** Runs until so many nodes were made, needed later or not; then gives up as at the limit. */
  withEffort<T>(nodes: number, run: () => T): T {
    const before = this.#stopAt;
    this.#stopAt = Math.min(before, this.#made + nodes);
    try {
      return run();
    } finally {
      this.#stopAt = before;
    }
  }

  /** How many nodes were ever made. */
  get made(): number {
    return this.#made;
  }

  /** The variable that f tests first; larger than any for truth and falsehood. */
  level(f: number): number {
    return this.#level[f >>> 1];
  }

  /** f where the variable `top`, no later than its own first, is false. */
  low(f: number, top: number): number {
    const node = f >>> 1;
    return this.#level[node] === top ? this.#low[node] ^ (f & 1) : f;
  }

  high(f: number, top: number): number {
    const node = f >>> 1;
    return this.#level[node] === top ? this.#high[node] ^ (f & 1) : f;
  }

  /** The function that is `low` where the variable is false and `high` where it is true. */
  make(level: number, low: number, high: number): number {
    if (low === high) return low;
    const sign = high & 1;
    low ^= sign;
    high ^= sign;
    const slot = hash(level, low, high) & (this.#heads.length - 1);
    for (let n = this.#heads[slot]; n !== 0; n = this.#next[n])
      if (this.#low[n] === low && this.#high[n] === high && this.#level[n] === level)
        return (n << 1) | sign;
    return (this.#add(level, low, high) << 1) | sign;
  }

  /** The function that holds where every variable has its value; pairs in ascending order. */
  chain(values: readonly (readonly [variable: number, value: boolean])[]): number {
    return values.reduceRight(
      (rest, [variable, value]) =>
        value ? this.make(variable, 1, rest) : this.make(variable, rest, 1),
      0,
    );
  }

  #add(level: number, low: number, high: number): number {
    if (--this.#untilWork === 0) {
      this.#untilWork = WORK;
      this.work();
    }
    if (this.#used === this.maxNodes || this.#made === this.#stopAt) throw this.#tooMany();
    this.#made++;
    let n = this.#free;
    if (n !== 0) this.#free = this.#next[n];
    else {
      if (this.#end === this.#level.length) this.#grow();
      n = this.#end++;
    }
    this.#used++;
    this.#level[n] = level;
    this.#low[n] = low;
    this.#high[n] = high;
    this.#link(n);
    return n;
  }

  #tooMany(): EngineError {
    const effort = this.#made === this.#stopAt;
    const allowed = effort ? this.#stopAt : this.maxNodes;
    const size = Math.ceil((this.maxNodes * BYTES_PER_NODE) / 1024 ** 2);
    return new EngineError(
      'too-many-nodes',
      effort
        ? 'the decision diagrams of this question take more nodes than it was given'
        : `the decision diagrams of the model need more than ${allowed} nodes (about ${size} MB)`,
      { needed: allowed + 1, allowed },
    );
  }

  #link(n: number): void {
    const slot = hash(this.#level[n], this.#low[n], this.#high[n]) & (this.#heads.length - 1);
    this.#next[n] = this.#heads[slot];
    this.#heads[slot] = n;
  }

  #grow(): void {
    const capacity = 2 * this.#level.length;
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(capacity);
      array.set(old);
      return array;
    };
    this.#level = larger(this.#level);
    this.#low = larger(this.#low);
    this.#high = larger(this.#high);
    this.#next = larger(this.#next);
    this.#heads = new Int32Array(capacity);
    for (let n = 1; n < this.#end; n++) if (this.#level[n] >= 0) this.#link(n);
    const old = this.#cache;
    if (capacity > MOST_CACHED) return;
    this.#cache = new Int32Array(4 * capacity).fill(-1);
    for (let k = 0; k < old.length; k += 4)
      if (old[k] >= 0) this.#store(old[k], old[k + 1], old[k + 2], old[k + 3]);
  }

  /** The result of an operation done before; -1 where it is not known. */
  recall(op: number, a: number, b: number, c: number): number {
    const cache = this.#cache;
    const last = 8 * c + op;
    const k = (hash(a, b, last) << 2) & (cache.length - 1);
    return cache[k] === a && cache[k + 1] === b && cache[k + 2] === last ? cache[k + 3] : -1;
  }

  remember(op: number, a: number, b: number, c: number, result: number): number {
    this.#store(a, b, 8 * c + op, result);
    return result;
  }

  #store(a: number, b: number, last: number, result: number): void {
    const cache = this.#cache;
    const k = (hash(a, b, last) << 2) & (cache.length - 1);
    cache[k] = a;
    cache[k + 1] = b;
    cache[k + 2] = last;
    cache[k + 3] = result;
  }

  /** Calls `see` once for each node of the functions. */
  visit(functions: readonly number[], see: (level: number, node: number) => void): void {
    const seen = new Set<number>([0]);
    const open = functions.map((f) => f >>> 1);
    for (let n = open.pop(); n !== undefined; n = open.pop()) {
      if (seen.has(n)) continue;
      seen.add(n);
      see(this.#level[n], n);
      open.push(this.#low[n] >>> 1, this.#high[n] >>> 1);
    }
  }

  /** Gives up all nodes but those of the functions. */
  collect(live: readonly number[]): void {
    const marks = new Uint8Array(this.#end);
    marks[0] = 1;
    const open = live.map((f) => f >>> 1);
    for (let n = open.pop(); n !== undefined; n = open.pop()) {
      if (marks[n] === 1) continue;
      marks[n] = 1;
      open.push(this.#low[n] >>> 1, this.#high[n] >>> 1);
    }
    this.#heads.fill(0);
    this.#cache.fill(-1);
    this.#free = 0;
    this.#used = 1;
    for (let n = this.#end - 1; n > 0; n--) {
      if (marks[n] === 1) {
        this.#link(n);
        this.#used++;
      } else {
        this.#level[n] = -1;
        this.#next[n] = this.#free;
        this.#free = n;
      }
    }
  }
}

function hash(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
