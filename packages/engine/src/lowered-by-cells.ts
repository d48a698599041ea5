import type { Blocks } from './blocks.js';
import type { Ranks } from './ranks.js';

/** One of those who answer, who changes its own options only. */
export interface Answering {
  readonly blocks: Blocks;
  readonly ranks: Ranks;
}

/**
 * Lowers every state's value to the least over it and all that others can turn it into, by improvements of
 * theirs or by any moves.
 *
 * A pass takes one of the others: down the order by rank, the least value of what is ranked higher gives each
 * state of a cell its own, so that a pass is O(states and pairs of cells). Passes go round until a whole
 * round changes nothing: as many as the others alternate on the way to a least value, and one round. What a
 * cell has to give to others is looked at anew only where something was lowered in it since.
 *
 * @param rounds after which to give up.
 * @returns whether the values are final.
 */
export function loweredByCells(
  values: Int32Array,
  others: readonly Answering[],
  improving: boolean,
  rounds: number,
): boolean {
  const sorted = others.map(({ blocks, ranks }) => blocks.sorted(ranks));
  // By state, the turn in which it was lowered last.
  const lowered = new Int32Array(values.length).fill(-1);
  // A pass leaves nothing for a second one of the same decision maker to do.
  let unchanged = 0;
  for (let turn = 0; unchanged < others.length; turn++) {
    if (turn === rounds * others.length) return false;
    const k = turn % others.length;
    const { blocks, ranks } = others[k];
    const changed = !improving
      ? anyMoves(values, blocks, sorted[k])
      : blocks.below === null
        ? withinCells(values, blocks, ranks, sorted[k], lowered, turn)
        : betweenCells(values, blocks, ranks, sorted[k], lowered, turn, turn - others.length);
    unchanged = changed ? 1 : unchanged + 1;
  }
  return true;
}

/** Stands for "no value" in minima. */
const NOTHING = 2 ** 31 - 1;

function withinCells(
  values: Int32Array,
  { cells }: Blocks,
  ranks: Ranks,
  states: Int32Array,
  lowered: Int32Array,
  turn: number,
): boolean {
  let changed = false;
  for (let cell = 0; cell + 1 < cells.length; cell++) {
    // The least value of what is ranked higher, and of what is ranked the same.
    let above = NOTHING;
    let level = NOTHING;
    let rank = 0;
    for (let k = cells[cell + 1] - 1; k >= cells[cell]; k--) {
      const x = states[k];
      if (ranks[x] !== rank) {
        if (level < above) above = level;
        level = NOTHING;
        rank = ranks[x];
      }
      if (above < values[x]) {
        values[x] = above;
        lowered[x] = turn;
        changed = true;
      }
      if (values[x] < level) level = values[x];
    }
  }
  return changed;
}

/**
 * Where a mover gets from a cell to others too.
 * @param before the turn of its last pass; below 0: this is the first.
 */
function betweenCells(
  values: Int32Array,
  { cells, below }: Blocks,
  ranks: Ranks,
  states: Int32Array,
  lowered: Int32Array,
  turn: number,
  before: number,
): boolean {
  const { offsets, cells: from } = below!;
  let changed = false;
  for (let to = 0; to + 1 < cells.length; to++) {
    if (before >= 0) {
      let k = cells[to];
      while (k < cells[to + 1] && lowered[states[k]] <= before) k++;
      if (k === cells[to + 1]) continue;
    }
    for (let b = offsets[to]; b < offsets[to + 1]; b++) {
      let above = NOTHING;
      let higher = cells[to + 1] - 1;
      for (let k = cells[from[b] + 1] - 1; k >= cells[from[b]]; k--) {
        const x = states[k];
        for (; higher >= cells[to] && ranks[states[higher]] > ranks[x]; higher--)
          if (values[states[higher]] < above) above = values[states[higher]];
        if (above < values[x]) {
          values[x] = above;
          lowered[x] = turn;
          changed = true;
        }
      }
    }
  }
  return changed;
}

function anyMoves(values: Int32Array, { cells, below }: Blocks, states: Int32Array): boolean {
  let changed = false;
  for (let to = 0; to + 1 < cells.length; to++) {
    let least = NOTHING;
    for (let k = cells[to]; k < cells[to + 1]; k++)
      if (values[states[k]] < least) least = values[states[k]];
    const first = below === null ? to : below.offsets[to];
    const last = below === null ? to + 1 : below.offsets[to + 1];
    for (let b = first; b < last; b++) {
      const cell = below === null ? b : below.cells[b];
      for (let k = cells[cell]; k < cells[cell + 1]; k++)
        if (least < values[states[k]]) {
          values[states[k]] = least;
          changed = true;
        }
    }
  }
  return changed;
}
