import { ascending } from './ascending.js';
import type { Blocks } from './blocks.js';
import { ByRanking } from './by-ranking.js';
import type { Rule } from './concepts.js';
import type { Game } from './game.js';
import type { Moves } from './moves.js';
import { lowestOnceEach } from './once-each.js';
import type { Ranks } from './ranks.js';

/** The best rank over a state and the mover's own moves from it. */
export function bestOwnMoves({ moves, ranks }: Game, mover: number): Int32Array {
  return highestWithin(moves, mover, ranks[mover]);
}

/** For every state the largest value over it and what the mover can move to from it. */
export function highestWithin(moves: Moves, mover: number, values: Int32Array): Int32Array {
  if (moves.blocks) return moves.blocks(mover).highest(values);
  const reach = new Int32Array(moves.maxDegree);
  const best = values.slice();
  for (let s = 0; s < moves.size; s++) {
    const count = moves.successors(mover, s, reach);
    for (let k = 0; k < count; k++) if (values[reach[k]] > best[s]) best[s] = values[reach[k]];
  }
  return best;
}

/** How much is kept of one model: so many answers at most, and of so many states together. */
const KEPT = 1_000;
const KEPT_STATES = 4_000_000;
const known = new WeakMap<Moves, Answered>();

/** What was worked out of one model under some rankings; rankings that rank alike are the same. */
class Answered {
  readonly #ids = new WeakMap<Ranks, number>();
  readonly #alike = new ByRanking<number>();
  readonly #worths = new Map<string, Int32Array>();
  readonly #most: number;
  #next = 0;

  constructor({ size }: Moves) {
    this.#most = Math.min(KEPT, KEPT_STATES / size);
  }

  /** @param key of what it is; under which rankings is added. */
  worth(key: string, rankings: readonly Ranks[], work: () => Int32Array): Int32Array {
    const id = `${key} ${rankings.map((ranks) => this.#idOf(ranks)).join()}`;
    let worth = this.#worths.get(id);
    if (!worth) {
      worth = work();
      if (this.#worths.size >= this.#most) this.#worths.clear();
      this.#worths.set(id, worth);
    }
    return worth;
  }

  #idOf(ranks: Ranks): number {
    let id = this.#ids.get(ranks) ?? this.#alike.get(ranks);
    if (id === undefined) {
      if (this.#next % Math.ceil(this.#most) === 0) this.#alike.clear();
      id = this.#next++;
      this.#alike.set(ranks, id);
    }
    this.#ids.set(ranks, id);
    return id;
  }
}

/**
 * For every state what it comes to for the mover after the answers that a concept counts: the least
 * rank, or where it may escape the best it can move to, over all that they lead to. Of one model the
 * same is worked out once, whoever asks; not to be written to.
 */
export function worthAfterAnswers(
  game: Game,
  mover: number,
  { answers, escape }: Pick<Rule, 'answers' | 'escape'>,
): Int32Array {
  const { moves, ranks, opponentsRule } = game;
  const answered = known.get(moves) ?? new Answered(moves);
  known.set(moves, answered);
  const credible = answers === 'credible';
  return answered.worth(
    `${mover} ${credible} ${escape} ${opponentsRule}`,
    credible ? ranks : [ranks[mover]],
    () => lowestReachable(game, mover, escape ? bestOwnMoves(game, mover) : ranks[mover], credible),
  );
}

/**
 * For every state x the least `key` over x and all end states of legal sequences of the others
 * from x (theory 3.1: any number of moves, nobody twice in a row); with `improving`, of sequences
 * in which each step is an improvement for its mover. Where the game says that each opponent moves
 * at most once, over those responses instead.
 *
 * States are visited in ascending key, and from each the search runs backwards through what is
 * not labelled yet, so that every node is labelled once, with the least key it can reach. A node
 * is a state where moves are transitive; otherwise a state and who moved last to reach it.
 * Cost: O(nodes x arcs of the others per state); where a mover changes its own options only, O(nodes x
 * cells that it gets to a state from).
 */
export function lowestReachable(
  game: Game,
  focal: number,
  key: Int32Array,
  improving: boolean,
): Int32Array {
  const others = Array.from({ length: game.moves.movers }, (_, j) => j).filter((j) => j !== focal);
  if (game.opponentsRule === 'each at most once')
    return lowestOnceEach(game, others, key, improving);
  if (game.moves.blocks)
    return lowestOverCells(game, others, others.map(game.moves.blocks), key, improving);
  return game.moves.transitive
    ? lowestOverStates(game, others, key, improving)
    : lowestOverLastMovers(game, others, key, improving);
}

/**
 * The same as `lowestOverStates` where movers change their own options only: no state of a cell is looked at
 * twice by one of them. What is labelled from a start is a list that they take turns to go through.
 */
function lowestOverCells(
  { moves, ranks }: Game,
  others: readonly number[],
  blocks: readonly Blocks[],
  key: Int32Array,
  improving: boolean,
): Int32Array {
  const { size } = moves;
  const found: Labels = {
    label: new Int32Array(size),
    labelled: new Uint8Array(size),
    list: new Int32Array(size),
    count: 0,
  };
  const sources = others.map((j, m) => new SourcesByCell(blocks[m], ranks[j], improving));
  const order = ascending(key);
  for (let k = 0; k < size && found.count < size; k++) {
    const start = order[k];
    if (found.labelled[start]) continue;
    const least = key[start];
    add(found, start, least);
    for (let m = 0, idle = 0; idle < sources.length && found.count < size; m++) {
      if (m === sources.length) m = 0;
      idle = sources[m].spread(found, least) ? 0 : idle + 1;
    }
  }
  return found.label;
}

/** What is labelled, in the order in which it was. */
interface Labels {
  readonly label: Int32Array;
  readonly labelled: Uint8Array;
  readonly list: Int32Array;
  count: number;
}

function add(found: Labels, state: number, least: number): void {
  found.labelled[state] = 1;
  found.label[state] = least;
  found.list[found.count++] = state;
}

/** No rank is as high. */
const NONE = 2 ** 31 - 1;

/** The states from which one mover moves to what is labelled. */
class SourcesByCell {
  /** Cell by cell, ascending by rank. */
  readonly #states: Int32Array;
  /** By cell: its states before this place are labelled. */
  readonly #next: Int32Array;
  /** By cell: what has to be above that its states be labelled on from there; NONE: all of them are. */
  readonly #bar: Int32Array;
  /** So many of what is labelled were gone through. */
  #done = 0;

  constructor(
    readonly blocks: Blocks,
    readonly own: Ranks,
    readonly improving: boolean,
  ) {
    const { cells } = blocks;
    this.#states = blocks.sorted(own);
    this.#next = cells.slice(0, -1);
    this.#bar = new Int32Array(this.#next.length);
    if (improving)
      for (let cell = 0; cell < this.#bar.length; cell++)
        this.#bar[cell] = own[this.#states[cells[cell]]];
  }

  /** Labels them; whether there was anything to go through. */
  spread(found: Labels, least: number): boolean {
    if (this.#done === found.count) return false;
    const { own } = this;
    const { cellOf, below } = this.blocks;
    const { list } = found;
    const bar = this.#bar;
    for (; this.#done < found.count; this.#done++) {
      const y = list[this.#done];
      const rank = own[y];
      const to = cellOf[y];
      if (below === null) {
        if (bar[to] < rank) this.#label(to, rank, found, least);
      } else
        for (let b = below.offsets[to]; b < below.offsets[to + 1]; b++)
          if (bar[below.cells[b]] < rank) this.#label(below.cells[b], rank, found, least);
    }
    return true;
  }

  #label(cell: number, rank: number, found: Labels, least: number): void {
    const { own, improving } = this;
    const states = this.#states;
    const end = this.blocks.cells[cell + 1];
    let place = this.#next[cell];
    for (; place < end; place++) {
      const x = states[place];
      if (improving && own[x] >= rank) break;
      if (!found.labelled[x]) add(found, x, least);
    }
    this.#next[cell] = place;
    this.#bar[cell] = place < end ? own[states[place]] : NONE;
  }
}

function lowestOverStates(
  { moves, ranks }: Game,
  others: readonly number[],
  key: Int32Array,
  improving: boolean,
): Int32Array {
  const label = new Int32Array(moves.size);
  const labelled = new Uint8Array(moves.size);
  const stack = new Int32Array(moves.size);
  // Whose move a state was labelled by: what can reach it by that mover is labelled with it.
  const labelledBy = new Int16Array(moves.size);
  const sources = new Int32Array(moves.maxDegree);
  let left = moves.size;
  for (const start of ascending(key)) {
    if (left === 0) break;
    if (labelled[start]) continue;
    const least = key[start];
    let top = 0;
    labelled[start] = 1;
    left--;
    label[start] = least;
    labelledBy[start] = -1;
    stack[top++] = start;
    while (top > 0 && left > 0) {
      const y = stack[--top];
      for (const j of others) {
        if (labelledBy[y] === j) continue;
        const own = ranks[j];
        const rank = own[y];
        const count = moves.predecessors(j, y, sources);
        for (let k = 0; k < count; k++) {
          const x = sources[k];
          if (labelled[x] || (improving && own[x] >= rank)) continue;
          labelled[x] = 1;
          left--;
          label[x] = least;
          labelledBy[x] = j;
          stack[top++] = x;
        }
      }
    }
  }
  return label;
}

function lowestOverLastMovers(
  { moves, ranks }: Game,
  others: readonly number[],
  key: Int32Array,
  improving: boolean,
): Int32Array {
  // Node (x, l) = x * layers + l: at x, l moved last; l = movers: nobody did.
  const layers = moves.movers + 1;
  const label = new Int32Array(moves.size * layers);
  const labelled = new Uint8Array(moves.size * layers);
  const stack = new Int32Array(moves.size * layers);
  const sources = new Int32Array(moves.maxDegree);
  for (const start of ascending(key)) {
    const least = key[start];
    let top = 0;
    for (let layer = 0; layer < layers; layer++) {
      const node = start * layers + layer;
      if (labelled[node]) continue;
      labelled[node] = 1;
      label[node] = least;
      stack[top++] = node;
    }
    while (top > 0) {
      const node = stack[--top];
      const y = Math.floor(node / layers);
      // A node is entered by a move of its last mover; what was before it is anyone else's.
      const j = node - y * layers;
      if (!others.includes(j)) continue;
      const count = moves.predecessors(j, y, sources);
      for (let k = 0; k < count; k++) {
        const x = sources[k];
        if (improving && ranks[j][x] >= ranks[j][y]) continue;
        for (let layer = 0; layer < layers; layer++) {
          const before = x * layers + layer;
          if (layer === j || labelled[before]) continue;
          labelled[before] = 1;
          label[before] = least;
          stack[top++] = before;
        }
      }
    }
  }
  return Int32Array.from({ length: moves.size }, (_, x) => label[x * layers + moves.movers]);
}
