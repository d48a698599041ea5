import { EngineError } from './errors.js';
import type { StateBits } from './state-bits.js';
import { expectWhole } from './validate.js';

/**
 * A complete preorder on the states: larger is better, equal is indifferent. Dense from 1: every
 * number between 1 and the largest occurs.
 */
export type Ranks = Int32Array;

/** Indifferent among all states. @throws EngineError 'bad-argument' for a number that is none. */
export function indifferent(size: number): Ranks {
  expectWhole('the number of states', size, 0, 2 ** 31 - 1);
  return new Int32Array(size).fill(1);
}

/**
 * Option prioritization: truth vectors of the statements compared lexicographically, most
 * important first, true before false (theory 2.3). Any number of statements; O(states x statements).
 *
 * @param statements where each statement holds, most important first.
 * @throws EngineError 'bad-argument' for a statement about another number of states.
 */
export function prioritized(size: number, statements: readonly StateBits[]): Ranks {
  const ranks = indifferent(size);
  statements.forEach(({ length }, k) => {
    if (length !== (size + 31) >>> 5)
      throw new EngineError(
        'bad-argument',
        `statement ${k} has ${length} words of bits; ${size} states take ${(size + 31) >>> 5}`,
      );
  });
  // Each statement splits each class in two: where it fails (kept below) and where it holds. As many at
  // once as there are numbers for, and then the classes that there are are numbered anew.
  let classes = size === 0 ? 0 : 1;
  const numbers = Math.max(FEW_NUMBERS, 2 * size);
  for (let k = 0; k < statements.length && classes < size;) {
    let parts = 1;
    do {
      split(ranks, statements[k++]);
      parts *= 2;
    } while (k < statements.length && 2 * parts * classes <= numbers);
    // The first class became the classes from `parts` on.
    const used = new Uint8Array(parts * classes);
    for (let s = 0; s < size; s++) used[ranks[s] - parts] = 1;
    const dense = new Int32Array(used.length);
    classes = 0;
    for (let n = 0; n < used.length; n++) if (used[n]) dense[n] = ++classes;
    for (let s = 0; s < size; s++) ranks[s] = dense[ranks[s] - parts];
  }
  return ranks;
}

/** So many can be looked through for nothing. */
const FEW_NUMBERS = 2 ** 12;

/** Twice each rank, and one more where the statement holds. */
function split(ranks: Ranks, statement: StateBits): void {
  let s = 0;
  for (let w = 0; w < statement.length; w++) {
    const bits = statement[w];
    const end = Math.min(ranks.length, s + 32);
    for (let bit = 0; s < end; s++, bit++) ranks[s] = 2 * ranks[s] + ((bits >>> bit) & 1);
  }
}

/**
 * A direct ranking (theory 2.1).
 *
 * @param cell for each state the number of its cell, 0 the best.
 * @throws EngineError 'bad-argument' for a cell that is no whole number from 0.
 */
export function ranked(cell: Int32Array): Ranks {
  const bad = cell.findIndex((c) => !Number.isInteger(c) || c < 0);
  if (bad >= 0)
    throw new EngineError(
      'bad-argument',
      `state ${bad} is in cell ${cell[bad]}; cells are whole numbers from 0, the best`,
    );
  return fromScores(Float64Array.from(cell, (c) => -c));
}

/** By state, larger is better: bigints where numbers would not be exact. */
export type Scores = Float64Array | readonly bigint[];

/**
 * Ranks by a score, for example a sum of option weights (theory 2.2): equal scores are ties.
 * @throws EngineError 'bad-argument' for a score that is not a number or not finite.
 */
export function fromScores(scores: Scores): Ranks {
  if (scores instanceof Float64Array) {
    const bad = scores.findIndex((score) => !Number.isFinite(score));
    if (bad >= 0)
      throw new EngineError(
        'bad-argument',
        `the score of state ${bad} is ${scores[bad]}; it must be a finite number`,
      );
  }
  const order = new Int32Array(scores.length)
    .map((_, s) => s)
    .sort((a, b) => (scores[a] < scores[b] ? -1 : scores[a] > scores[b] ? 1 : 0));
  const ranks = new Int32Array(scores.length);
  let rank = 0;
  order.forEach((s, k) => {
    if (k === 0 || scores[s] > scores[order[k - 1]]) rank++;
    ranks[s] = rank;
  });
  return ranks;
}
