import { Blocks } from './blocks.js';
import { EngineError } from './errors.js';
import type { StateSpace } from './space.js';
import { expectWhole } from './validate.js';

/**
 * Who can move from where to where. Movers are the decision makers, numbered from 0.
 * A state's own index is never among its successors.
 */
export interface Moves {
  readonly movers: number;
  /** Number of states. */
  readonly size: number;
  /** Two successive moves of one mover are always one move of it (or lead back). Then plain
   *  reachability gives the legal sequences (theory 3.1, shortcut). */
  readonly transitive: boolean;
  /** The largest number of successors or predecessors of any state for any one mover. */
  readonly maxDegree: number;
  /** Whose options there are and how they may change, when that alone determines the moves. */
  readonly form: OptionForm | null;
  /** The states as a mover sees them who changes its own options only, where that is all that moves are. */
  readonly blocks?: (mover: number) => Blocks;
  /** Whether what a mover can move to is found without grouping the states into blocks first. */
  readonly direct?: (mover: number) => boolean;
  /** The arcs of each mover, where the moves were given as arcs. */
  readonly arcs?: readonly ArcLists[];
  /**
   * For one search that looks at all that movers have from states: tells each time a state is come to whether
   * the mover had all of that from a state come to before. Missing where that is not known without looking.
   */
  readonly covered?: () => Covered;
  /** Writes the states `mover` can reach from `state` into `out`, ascending; returns how many. */
  successors(mover: number, state: number, out: Int32Array): number;
  /** Writes the states from which `mover` can reach `state`, ascending; returns how many. */
  predecessors(mover: number, state: number, out: Int32Array): number;
}

export type Covered = (mover: number, state: number) => boolean;

/** For each mover the numbers of its options; for each option how its owner may change it. */
export interface OptionForm {
  readonly owned: readonly (readonly number[])[];
  readonly directions: readonly OptionDirection[];
}

/** Which change of an option its owner may make: any, only taking it, only giving it up. */
export type OptionDirection = 'both' | 'forward' | 'back';

const DIRECTIONS: readonly OptionDirection[] = ['both', 'forward', 'back'];

/**
 * Moves in option form (theory 1.5): a decision maker changes any of its own options at once, each
 * in a permitted direction; only the end state must be feasible.
 *
 * @param owned for each decision maker the numbers of its options; disjoint.
 * @throws EngineError 'bad-argument' for options that are not there or have two owners, and for
 *   directions that do not fit.
 */
export function optionMoves(
  space: StateSpace,
  owned: readonly (readonly number[])[],
  directions: readonly OptionDirection[],
): Moves {
  if (directions.length !== space.optionCount)
    throw new EngineError(
      'bad-argument',
      `${directions.length} directions for ${space.optionCount} options`,
    );
  const seen = new Set<number>();
  for (const option of owned.flat()) {
    if (!Number.isInteger(option) || option < 0 || option >= space.optionCount || seen.has(option))
      throw new EngineError(
        'bad-argument',
        `option ${option} is not one of the space or has two owners`,
      );
    seen.add(option);
  }
  const none = directions.findIndex((d) => !DIRECTIONS.includes(d));
  if (none >= 0)
    throw new EngineError(
      'bad-argument',
      `option ${none} has the direction "${directions[none] as string}"; choose from ${DIRECTIONS.join(', ')}`,
    );
  const masks = owned.map((options) => bits(options));
  const forward = bits(directions.flatMap((d, k) => (d === 'forward' ? [k] : [])));
  const back = bits(directions.flatMap((d, k) => (d === 'back' ? [k] : [])));
  // Grouping takes memory that the kernels over option bits do without: only when it is asked for.
  const blocks: (Blocks | undefined)[] = masks.map(() => undefined);
  const blocksAt = (mover: number): Blocks =>
    (blocks[mover] ??= new Blocks(space, masks[mover], forward, back));
  const { codes } = space;
  const direct = (mover: number): boolean => space.tabled && owned[mover].length <= FEW_OPTIONS;

  /** The same where the mover's options can be set in few ways: each is looked up. */
  const listFew = (mover: number, state: number, out: Int32Array, outward: boolean): number => {
    const own = masks[mover];
    const code = codes[state];
    const rest = code & ~own;
    let count = 0;
    let setting = 0;
    do {
      const other = (rest | setting) >>> 0;
      const [from, to] = outward ? [code, other] : [other, code];
      if (other !== code && (from & ~to & forward) === 0 && (to & ~from & back) === 0) {
        const found = space.indexOf(other);
        if (found >= 0) out[count++] = found;
      }
      // The next larger number with no other bits than these.
      setting = (setting - own) & own;
    } while (setting !== 0);
    return count;
  };

  /** The members of the block of `state` that pass the direction test. */
  const list = (mover: number, state: number, out: Int32Array, outward: boolean): number => {
    if (direct(mover)) return listFew(mover, state, out, outward);
    const { order, first, blockOf, cellOf } = blocksAt(mover);
    const block = blockOf[cellOf[state]];
    const end = first[block + 1];
    const code = codes[state];
    let count = 0;
    for (let k = first[block]; k < end; k++) {
      const other = order[k];
      if (other === state) continue;
      const from = outward ? code : codes[other];
      const to = outward ? codes[other] : code;
      if ((from & ~to & forward) === 0 && (to & ~from & back) === 0) out[count++] = other;
    }
    return count;
  };
  return {
    movers: owned.length,
    size: space.size,
    transitive: true,
    maxDegree: Math.max(1, ...owned.map((options) => Math.min(space.size, 2 ** options.length))),
    form: { owned, directions },
    blocks: blocksAt,
    direct,
    covered: () => {
      const seen: (Uint8Array | undefined)[] = [];
      return (mover, state) => {
        if (direct(mover)) return false;
        const { cellOf, blockOf } = blocksAt(mover);
        const cells = (seen[mover] ??= new Uint8Array(blockOf.length));
        const before = cells[cellOf[state]] === 1;
        cells[cellOf[state]] = 1;
        return before;
      };
    },
    successors: (mover, state, out) => list(mover, state, out, true),
    predecessors: (mover, state, out) => list(mover, state, out, false),
  };
}

/** Options whose settings are gone through one by one rather than kept in blocks of states. */
const FEW_OPTIONS = 4;

/**
 * Moves given as arcs: `arcs[mover][state]` lists the states it can move to (theory 1.9).
 * @throws EngineError 'bad-argument' for arcs from or to states that are not there, or to the state itself.
 */
export function arcMoves(size: number, arcs: readonly (readonly (readonly number[])[])[]): Moves {
  expectWhole('the number of states', size, 0, 2 ** 31 - 1);
  return arcMovesOf(
    size,
    arcs.map((lists, mover) => compressed(size, lists, mover)),
  );
}

/** The same from lists that have been checked. */
export function arcMovesOf(size: number, forward: readonly ArcLists[]): Moves {
  const backward = forward.map((lists) => reversed(size, lists));
  const longest = (lists: readonly ArcLists[]): number =>
    lists.reduce((most, { offsets }) => {
      for (let s = 0; s < size; s++) most = Math.max(most, offsets[s + 1] - offsets[s]);
      return most;
    }, 1);
  const copy = ({ offsets, targets }: ArcLists, state: number, out: Int32Array): number => {
    const from = offsets[state];
    const count = offsets[state + 1] - from;
    for (let k = 0; k < count; k++) out[k] = targets[from + k];
    return count;
  };
  return {
    movers: forward.length,
    size,
    arcs: forward,
    transitive: forward.every((lists) => isTransitive(size, lists)),
    maxDegree: Math.max(longest(forward), longest(backward)),
    form: null,
    successors: (mover, state, out) => copy(forward[mover], state, out),
    predecessors: (mover, state, out) => copy(backward[mover], state, out),
  };
}

/** The moves without those for which `disallowed` is true (theory 1.6). May be intransitive. */
export function withoutMoves(
  moves: Moves,
  disallowed: (mover: number, from: number, to: number) => boolean,
): Moves {
  const out = new Int32Array(moves.maxDegree);
  const arcs = Array.from({ length: moves.movers }, (_, mover) =>
    Array.from({ length: moves.size }, (_, state) => {
      const count = moves.successors(mover, state, out);
      return Array.from(out.subarray(0, count)).filter((to) => !disallowed(mover, state, to));
    }),
  );
  return arcMoves(moves.size, arcs);
}

/** Moves of a decision maker from each of some states to each of others. */
export interface GivenMoves {
  readonly mover: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The moves with those that are given beside them (theory 1.8, 1.9). May be intransitive. */
export function withMoves(moves: Moves, given: readonly GivenMoves[]): Moves {
  const out = new Int32Array(moves.maxDegree);
  const arcs = Array.from({ length: moves.movers }, (_, mover) => {
    const lists = Array.from({ length: moves.size }, (__, state) =>
      Array.from(out.subarray(0, moves.successors(mover, state, out))),
    );
    for (const one of given)
      if (one.mover === mover)
        for (const from of one.from) for (const to of one.to) if (to !== from) lists[from].push(to);
    return lists;
  });
  return arcMoves(moves.size, arcs);
}

/** One mover's arcs: those from state s lead to `targets[offsets[s]]` up to `targets[offsets[s + 1] - 1]`. */
export interface ArcLists {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

function compressed(size: number, lists: readonly (readonly number[])[], mover: number): ArcLists {
  if (lists.length > size)
    throw new EngineError(
      'bad-argument',
      `decision maker ${mover} has moves from ${lists.length} states of ${size}`,
    );
  const clean = Array.from({ length: size }, (_, s) => {
    const targets = [...new Set(lists[s] ?? [])].sort((a, b) => a - b);
    const bad = targets.find((t) => !Number.isInteger(t) || t < 0 || t >= size || t === s);
    if (bad !== undefined)
      throw new EngineError(
        'bad-argument',
        `a move of decision maker ${mover} from state ${s} leads to ${bad}; it must lead to another state, from 0 to ${size - 1}`,
      );
    return targets;
  });
  const offsets = new Int32Array(size + 1);
  clean.forEach((targets, s) => (offsets[s + 1] = offsets[s] + targets.length));
  return { offsets, targets: Int32Array.from(clean.flat()) };
}

/** The arcs the other way round, ascending. */
function reversed(size: number, { offsets, targets }: ArcLists): ArcLists {
  const place = new Int32Array(size + 1);
  for (const to of targets) place[to + 1]++;
  for (let s = 0; s < size; s++) place[s + 1] += place[s];
  const sources = new Int32Array(targets.length);
  const next = place.slice();
  for (let s = 0; s < size; s++)
    for (let k = offsets[s]; k < offsets[s + 1]; k++) sources[next[targets[k]]++] = s;
  return { offsets: place, targets: sources };
}

function isTransitive(size: number, { offsets, targets }: ArcLists): boolean {
  const mark = new Int32Array(size).fill(-1);
  for (let s = 0; s < size; s++) {
    mark[s] = s;
    for (let k = offsets[s]; k < offsets[s + 1]; k++) mark[targets[k]] = s;
    for (let k = offsets[s]; k < offsets[s + 1]; k++) {
      const via = targets[k];
      for (let l = offsets[via]; l < offsets[via + 1]; l++)
        if (mark[targets[l]] !== s) return false;
    }
  }
  return true;
}

function bits(options: readonly number[]): number {
  return options.reduce((mask, option) => mask | (1 << option), 0);
}
