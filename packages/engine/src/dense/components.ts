import type { Layout, MoverBits } from './layout.js';

/**
 * Which feasible points the given decision makers can turn into each other by their reversible
 * options: moves both ways, so reachability is a partition. A part is named by a point that is not
 * above any of its points.
 */
export interface Components {
  /** Options that no reversible move of theirs changes: points that differ in one are in different parts. */
  readonly fixed: number;
  /** The part of each feasible point. Null where it is simply the point's `fixed` options. */
  readonly of: Int32Array | null;
}

/** @param feasible one bit a point. */
export function components(
  { points, movers }: Layout,
  feasible: Uint32Array,
  among: readonly number[],
): Components {
  const others = among.map((j) => movers[j]).filter(({ reversible }) => reversible > 0);
  const changeable = others.reduce((bits, mover) => bits | reversibleBits(mover), 0);
  const fixed = (points - 1) & ~changeable;
  const reached = seeds(points, feasible, fixed);
  // Holes in the space may make ways long: then the rest is found point by point.
  const closed = flood(reached, feasible, others);
  if (closed && reached.every((word, w) => word === feasible[w])) return { fixed, of: null };
  return { fixed, of: partition(points, feasible, closed ? reached : null, fixed, others) };
}

/** The first feasible point of each setting of the fixed options. */
function seeds(points: number, feasible: Uint32Array, fixed: number): Uint32Array {
  const seen = new Uint8Array(points);
  const reached = new Uint32Array(feasible.length);
  forEachBit(feasible, (p) => {
    if (seen[p & fixed]) return;
    seen[p & fixed] = 1;
    reached[p >>> 5] |= 1 << (p & 31);
  });
  return reached;
}

/** Rounds after which a flood that still grows is given up. */
const ROUNDS = 12;

/** Spreads `reached` over everything it can be turned into, 32 points a word; whether it got there. */
function flood(reached: Uint32Array, feasible: Uint32Array, others: readonly MoverBits[]): boolean {
  let quiet = 0;
  for (let turn = 0; turn < ROUNDS * others.length; turn++) {
    const mover = others[turn % others.length];
    const before = reached.slice();
    for (let k = 0; k < mover.reversible; k++) spreadBit(reached, mover.shift + mover.oneWay + k);
    let grew = 0;
    for (let w = 0; w < reached.length; w++) {
      reached[w] &= feasible[w];
      grew |= reached[w] ^ before[w];
    }
    quiet = grew === 0 ? quiet + 1 : 1;
    if (quiet >= others.length) return true;
  }
  return others.length === 0;
}

/** Options 0 to 4 lie within a word. */
const WITHOUT = [0x55555555, 0x33333333, 0x0f0f0f0f, 0x00ff00ff, 0x0000ffff];

function spreadBit(words: Uint32Array, option: number): void {
  if (option < 5) {
    const without = WITHOUT[option];
    const by = 1 << option;
    for (let w = 0; w < words.length; w++) {
      const word = words[w];
      words[w] = word | ((word & without) << by) | ((word >>> by) & without);
    }
    return;
  }
  const step = 1 << (option - 5);
  for (let base = 0; base < words.length; base += 2 * step)
    for (let w = base; w < base + step; w++) {
      const both = words[w] | words[w + step];
      words[w] = both;
      words[w + step] = both;
    }
}

/**
 * The part of each feasible point: those `reached` are in the part of their fixed options, the
 * others are found by search. Every block is looked through once.
 */
function partition(
  points: number,
  feasible: Uint32Array,
  reached: Uint32Array | null,
  fixed: number,
  others: readonly MoverBits[],
): Int32Array {
  const of = new Int32Array(points).fill(-1);
  if (reached) forEachBit(reached, (p) => (of[p] = p & fixed));
  const blocks = others.map((mover) => ({
    low: mover.shift + mover.oneWay,
    reversible: mover.reversible,
    done: new Uint8Array(points >>> mover.reversible),
  }));
  const stack: number[] = [];
  forEachBit(feasible, (start) => {
    if (of[start] >= 0) return;
    of[start] = start;
    stack.push(start);
    for (let y = stack.pop(); y !== undefined; y = stack.pop()) {
      for (const { low, reversible, done } of blocks) {
        const below = y & ((1 << low) - 1);
        const above = y >>> (low + reversible);
        const block = (above << low) | below;
        if (done[block]) continue;
        done[block] = 1;
        const step = 1 << low;
        let x = ((above << (low + reversible)) | below) >>> 0;
        for (let k = 1 << reversible; k > 0; k--, x += step) {
          if (of[x] >= 0 || ((feasible[x >>> 5] >>> (x & 31)) & 1) === 0) continue;
          of[x] = start;
          stack.push(x);
        }
      }
    }
  });
  return of;
}

function reversibleBits({ shift, oneWay, reversible }: MoverBits): number {
  return ((1 << reversible) - 1) << (shift + oneWay);
}

/** Ascending. */
function forEachBit(words: Uint32Array, visit: (point: number) => void): void {
  for (let w = 0; w < words.length; w++)
    for (let word = words[w]; word !== 0; word &= word - 1)
      visit(32 * w + 31 - Math.clz32(word & -word));
}
