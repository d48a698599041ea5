import { EngineError } from '../errors.js';
import { fromScores, type Ranks, type Scores } from '../ranks.js';
import { isSet, type StateBits } from '../state-bits.js';
import { expectWhole } from '../validate.js';
import { integersOf, placesBelow } from '../weights.js';

/**
 * A preference that need not be a ranking (theory 2.4 to 2.7): of two states one is preferred, with a
 * degree from 1 up, or they are indifferent, or it is not known. What is not known is about the pair;
 * it is never inferred.
 */
export interface PreferenceRelation {
  /** Number of states. */
  readonly size: number;
  /** States of one class compare alike with all states, and are indifferent to each other. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /**
   * How a state of class a compares with one of class b: the degree by which it is preferred, less than
   * 0 where b is, 0 where they are indifferent, NaN where it is not known.
   */
  compare(a: number, b: number): number;
  /** Whether what is better than the better is always better, and nothing is unknown. */
  readonly transitive: boolean;
}

/** A ranking as a relation; every preference is of degree 1. */
export function relationOfRanks(ranks: Ranks): PreferenceRelation {
  return {
    size: ranks.length,
    classOf: ranks.map((rank) => rank - 1),
    classes: ranks.reduce((most, rank) => Math.max(most, rank), 0),
    compare: (a, b) => Math.sign(a - b),
    transitive: true,
  };
}

/**
 * A ranking in which some neighbouring places are farther apart than others (theory 2.6): the degree of
 * x over y is the largest among the boundaries between them.
 *
 * @param degrees by rank r from 1: the degree of rank r + 1 over rank r, 1 or more.
 * @throws EngineError 'bad-argument' for a degree that is none, or too few.
 */
export function strengthOfLevels(ranks: Ranks, degrees: readonly number[]): PreferenceRelation {
  const base = relationOfRanks(ranks);
  if (degrees.length < base.classes - 1)
    throw new EngineError(
      'bad-argument',
      `${degrees.length} degrees for ${base.classes} places of a ranking; it takes one for each two neighbours`,
    );
  for (const degree of degrees) expectWhole('a degree of preference', degree, 1, 99);
  return {
    ...base,
    compare(a, b) {
      let largest = 0;
      for (let r = Math.min(a, b); r < Math.max(a, b); r++) largest = Math.max(largest, degrees[r]);
      return Math.sign(a - b) * largest;
    },
  };
}

/**
 * Prioritized statements of different strength (ours, in the spirit of Hou, Jiang, Xu 2015): the first
 * statement that holds in one of two states only decides, with its degree.
 *
 * @param statements by statement, most important first, the states in which it holds.
 * @throws EngineError 'bad-argument' for a degree that is none, or too few.
 */
export function strengthOfStatements(
  size: number,
  statements: readonly StateBits[],
  degrees: readonly number[],
): PreferenceRelation {
  if (degrees.length !== statements.length)
    throw new EngineError(
      'bad-argument',
      `${degrees.length} degrees for ${statements.length} statements`,
    );
  for (const degree of degrees) expectWhole('a degree of preference', degree, 1, 99);
  const { classOf, of } = classesBy(size, (s) =>
    statements.map((bits) => (isSet(bits, s) ? '1' : '0')).join(''),
  );
  return {
    size,
    classOf,
    classes: of.length,
    compare(a, b) {
      for (let k = 0; k < statements.length; k++) {
        const ours = isSet(statements[k], of[a]);
        if (ours !== isSet(statements[k], of[b])) return ours ? degrees[k] : -degrees[k];
      }
      return 0;
    },
    transitive: true,
  };
}

/**
 * Scores of which differences from some sizes up count as strong (theory 2.6, ours).
 *
 * @param thresholds ascending and positive: a difference is of degree 1, of 2 from the first on, …
 * @throws EngineError 'bad-argument' for scores or thresholds that are none.
 */
export function strengthOfScores(
  scores: Scores,
  thresholds: readonly (number | bigint)[],
): PreferenceRelation {
  const base = relationOfRanks(fromScores(scores));
  const place = new Array<number | bigint>(base.classes);
  base.classOf.forEach((c, s) => (place[c] = scores[s]));
  // One scale for all, so that no difference misses a threshold by rounding.
  const integers = integersOf([...place, ...thresholds]);
  const sums = integers.slice(0, base.classes);
  const steps = integers.slice(base.classes);
  if (!steps.every((step, k) => step > (k === 0 ? 0n : steps[k - 1])))
    throw new EngineError(
      'bad-argument',
      `the thresholds of strength are ${thresholds.join(', ')}; they must be positive and ascend`,
    );
  const below = steps.map((step) => placesBelow(sums, step));
  return {
    ...base,
    compare(a, b) {
      const [better, worse] = [Math.max(a, b), Math.min(a, b)];
      return Math.sign(a - b) * (1 + below.filter((count) => worse < count[better]).length);
    },
  };
}

/**
 * Several readings of one preference made one, pair by pair (theory 2.5, ours): what they agree on is
 * known, with the least degree among them; what they do not agree on is not known. Agreement is on
 * which state is preferred, or that neither is.
 *
 * @throws EngineError 'bad-argument' for no reading, or readings of different states.
 */
export function relationOfWorlds(worlds: readonly PreferenceRelation[]): PreferenceRelation {
  if (worlds.length === 0)
    throw new EngineError('bad-argument', 'there is no world; a relation takes at least one');
  const [{ size }] = worlds;
  for (const world of worlds)
    if (world.size !== size)
      throw new EngineError('bad-argument', `worlds of ${size} and of ${world.size} states`);
  if (worlds.length === 1) return worlds[0];
  const { classOf, of } = classesBy(size, (s) => worlds.map((w) => w.classOf[s]).join());
  return {
    size,
    classOf,
    classes: of.length,
    compare(a, b) {
      let least = NaN;
      for (const world of worlds) {
        const one = world.compare(world.classOf[of[a]], world.classOf[of[b]]);
        if (Number.isNaN(one)) return NaN;
        if (Number.isNaN(least)) least = one;
        else if (Math.sign(one) !== Math.sign(least)) return NaN;
        else if (Math.abs(one) < Math.abs(least)) least = one;
      }
      return least;
    },
    transitive: false,
  };
}

/**
 * A relation given pair by pair: `table[x][y]` is the degree by which x is preferred to y, less than 0
 * where y is, 0 for indifference, NaN for not known.
 * @throws EngineError 'bad-argument' where the table is not square, a state does not compare equal with
 *   itself, or two states compare differently one way and the other.
 */
export function relationOfTable(table: readonly (readonly number[])[]): PreferenceRelation {
  const size = table.length;
  table.forEach((row, x) => {
    if (row.length !== size)
      throw new EngineError(
        'bad-argument',
        `row ${x} of the relation has ${row.length} of ${size} entries`,
      );
    if (row[x] !== 0)
      throw new EngineError(
        'bad-argument',
        `state ${x} compares with itself as ${row[x]}; it must be 0`,
      );
    row.forEach((value, y) => {
      const back = table[y][x];
      const fits = Number.isNaN(value) ? Number.isNaN(back) : value === -back;
      if (!fits || (!Number.isNaN(value) && !Number.isInteger(value)))
        throw new EngineError(
          'bad-argument',
          `state ${x} compares with ${y} as ${value}, and ${y} with ${x} as ${back}; one must be minus the other, in whole degrees, or both NaN`,
        );
    });
  });
  return {
    size,
    classOf: Int32Array.from(table, (_, s) => s),
    classes: size,
    compare: (a, b) => table[a][b],
    transitive: false,
  };
}

/**
 * Experimental: a fuzzy preference with a satisficing threshold (theory 2.8; Bashar, Kilgour, Hipel
 * 2012; the formula was not checked against the publication). x is preferred to y where the degree of
 * x over y exceeds that of y over x by the threshold or more.
 *
 * @param degrees `degrees[x][y]` from 0 to 1, with degrees[x][y] + degrees[y][x] = 1.
 * @param threshold above 0, up to 1.
 * @throws EngineError 'bad-argument' for degrees or a threshold that are none.
 */
export function experimentalFuzzyRelation(
  degrees: readonly (readonly number[])[],
  threshold: number,
): PreferenceRelation {
  if (!(threshold > 0 && threshold <= 1))
    throw new EngineError(
      'bad-argument',
      `the threshold is ${threshold}; it must be above 0, up to 1`,
    );
  degrees.forEach((row, x) => {
    row.forEach((degree, y) => {
      if (!(degree >= 0 && degree <= 1) || Math.abs(degree + degrees[y][x] - 1) > 1e-9)
        throw new EngineError(
          'bad-argument',
          `the fuzzy degrees of ${x} over ${y} and back are ${degree} and ${degrees[y][x]}; both must be from 0 to 1 and add up to 1`,
        );
    });
  });
  return thresholded(degrees.length, (x, y) => degrees[x][y] - degrees[y][x] >= threshold - 1e-12);
}

/**
 * Experimental: probabilities of preference (theory 2.10, 9.1; Rêgo, dos Santos 2015; with one threshold
 * for moving, deterring and believing; not checked against the publication). x is preferred to y where
 * it is so with more than probability 1 − alpha.
 *
 * @param probabilities `probabilities[x][y]`, that x is strictly preferred to y; both ways at most 1.
 * @param alpha from 0 up to a half.
 * @throws EngineError 'bad-argument' for probabilities or an alpha that are none.
 */
export function experimentalProbabilisticRelation(
  probabilities: readonly (readonly number[])[],
  alpha: number,
): PreferenceRelation {
  if (!(alpha >= 0 && alpha <= 0.5))
    throw new EngineError('bad-argument', `alpha is ${alpha}; it must be from 0 to 0.5`);
  probabilities.forEach((row, x) => {
    row.forEach((p, y) => {
      if (!(p >= 0 && p + probabilities[y][x] <= 1 + 1e-9) || (x === y && p !== 0))
        throw new EngineError(
          'bad-argument',
          `the probabilities that ${x} is preferred to ${y} and back are ${p} and ${probabilities[y][x]}; they must be 0 or more and together at most 1, and 0 for a state and itself`,
        );
    });
  });
  return thresholded(probabilities.length, (x, y) => probabilities[x][y] > 1 - alpha + 1e-12);
}

function thresholded(
  size: number,
  preferred: (x: number, y: number) => boolean,
): PreferenceRelation {
  return relationOfTable(
    Array.from({ length: size }, (_, x) =>
      Array.from({ length: size }, (__, y) => Number(preferred(x, y)) - Number(preferred(y, x))),
    ),
  );
}

/** States with the same key in one class; `of` names a state of each. */
function classesBy(
  size: number,
  key: (state: number) => string,
): { classOf: Int32Array; of: number[] } {
  const numbers = new Map<string, number>();
  const of: number[] = [];
  const classOf = Int32Array.from({ length: size }, (_, s) => {
    const name = key(s);
    let number = numbers.get(name);
    if (number === undefined) {
      numbers.set(name, (number = of.length));
      of.push(s);
    }
    return number;
  });
  return { classOf, of };
}
