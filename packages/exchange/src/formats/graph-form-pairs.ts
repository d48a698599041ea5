import type { JsonValue } from '../json-value.js';
import type { Places } from './graph-form-model.js';

interface Listed {
  /** @throws ModelFault where there is no such state */
  readonly place: (value: JsonValue) => number;
  readonly names: readonly string[];
}

/**
 * The ranking that preferences between pairs of states sum up to: each pair says that its first state is
 * better than its second, and two states of which no pair speaks are equally good. What sums up to none is
 * refused with the states that stand against it: a model ranks states (docs/decisions/012).
 */
export function rankingOfPairs(pairs: JsonValue, { place, names }: Listed): Places {
  const better = names.map(() => new Set<number>());
  for (const pair of pairs.items()) {
    const ends = pair.items();
    if (ends.length !== 2) throw pair.fault('the better and the worse of two states');
    const [one, other] = ends.map((end) => place(end));
    if (one === other || better[other].has(one))
      throw pair.fault(
        one === other
          ? 'two different states'
          : `one of two states to be better, and ${names[other]} is said to be better than ${names[one]}`,
      );
    better[one].add(other);
  }
  const above = names.map(() => 0);
  for (const worse of better) for (const state of worse) above[state] += 1;
  // In a ranking, what is better is better than more and has fewer above it.
  const score = above.map((count, state) => better[state].size - count);
  const places = new Map<number, number[]>();
  for (const state of [...names.keys()].sort((a, b) => score[b] - score[a])) {
    const equal = places.get(score[state]);
    if (equal === undefined) places.set(score[state], [state]);
    else equal.push(state);
  }
  const isRanking = better.every((worse, a) =>
    score.every((one, b) => worse.has(b) === score[a] > one),
  );
  if (isRanking) return [...places.values()];
  const against = leapIn(better) ?? gapIn(better);
  throw pairs.fault(
    `preferences that a ranking of the states can say; ${wordsOf(against, better, names)}`,
  );
}

type Better = readonly ReadonlySet<number>[];

/** Three states of which the first is better than the second and that than the third, but the first not than the third. */
function leapIn(better: Better): readonly number[] | null {
  for (const [x, worse] of better.entries())
    for (const y of worse) for (const z of better[y]) if (!worse.has(z)) return [x, y, z];
  return null;
}

/** Three of which the first is better than the third, and the second neither worse than the one nor better than the other. */
function gapIn(better: Better): readonly number[] {
  for (const [x, worse] of better.entries())
    for (const z of worse)
      for (const y of better.keys()) if (!worse.has(y) && !better[y].has(z)) return [x, y, z];
  return [];
}

function wordsOf([x, y, z]: readonly number[], better: Better, names: readonly string[]): string {
  const over = (a: number, b: number): boolean => better[a].has(b);
  const [one, two, three] = [names[x], names[y], names[z]];
  if (over(x, y) && over(y, z))
    return over(z, x)
      ? `${one} is better than ${two}, that than ${three}, and that than ${one}`
      : `${one} is better than ${two} and that than ${three}, but ${one} not than ${three}; give this pair too, if it is meant`;
  return `${one} is better than ${three}, and ${two} neither worse than the one nor better than the other`;
}
