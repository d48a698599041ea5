import { ascending } from './ascending.js';
import { ByRanking } from './by-ranking.js';
import type { Rule } from './concepts.js';
import type { Game } from './game.js';
import type { Moves } from './moves.js';
import { loweredByCells } from './lowered-by-cells.js';
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
 * Cost: O(nodes x arcs of the others per state).
 *
 * Where movers change their own options only, passes over their cells do the same quicker, as long as the
 * ways are not very long.
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
  if (game.moves.blocks) {
    const values = key.slice();
    const who = others.map((j) => ({ blocks: game.moves.blocks!(j), ranks: game.ranks[j] }));
    if (loweredByCells(values, who, improving, ROUNDS)) return values;
  }
  return game.moves.transitive
    ? lowestOverStates(game, others, key, improving)
    : lowestOverLastMovers(game, others, key, improving);
}

/** Ways on which the others alternate longer than this are searched step by step. */
const ROUNDS = 40;

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
