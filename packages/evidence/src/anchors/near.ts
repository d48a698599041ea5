import search from 'approx-string-match';

/** A place that may be meant. Shown to a person, never taken. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Letters that differ; null where other words stand between the same surroundings. */
  readonly differences: number | null;
}

/** Longer words are looked for by their beginning. */
const LONGEST = 400;
const SHORTEST = 6;
/** At most this share of the letters may differ. */
const SHARE = 0.35;
/** Steps of 32 letters by one: a bound on the time, about a fifth of a second. */
const MOST_STEPS = 6_000_000;
const MOST_SHOWN = 3;

/**
 * The places most like the words, those nearest to `around` searched first. Bounded: in a long text
 * only a part is looked at.
 */
export function nearMatches(text: string, words: string, around: number): NearMatch[] {
  const pattern = words.slice(0, LONGEST);
  if (pattern.length < SHORTEST) return [];
  const most = Math.floor(pattern.length * SHARE);
  const blocks = Math.ceil(pattern.length / 32);
  const found: { start: number; end: number; errors: number }[] = [];
  let steps = 0;
  for (const [from, to] of windows(text.length, pattern.length, around)) {
    if (steps > MOST_STEPS) break;
    const matches = search(text.slice(from, to), pattern, most);
    steps += (to - from + matches.length * pattern.length) * blocks;
    for (const { start, end, errors } of best(matches))
      found.push({ start: from + start, end: from + end, errors });
  }
  return best(found).map(({ start, end, errors }) => {
    const [first, last] = wholeWords(text, start, end);
    return { start: first, end: last, words: text.slice(first, last), differences: errors };
  });
}

/** The text in overlapping pieces, nearest first. */
function windows(length: number, pattern: number, around: number): [number, number][] {
  const step = Math.max(1000, pattern * 2);
  const pieces: [number, number][] = [];
  for (let from = 0; from < length; from += step)
    pieces.push([from, Math.min(length, from + step + pattern * 2)]);
  const away = ([from, to]: readonly [number, number]): number =>
    Math.abs((from + to) / 2 - around);
  return pieces.sort((a, b) => away(a) - away(b));
}

/** The few with the fewest differences that do not overlap. */
function best<T extends { start: number; end: number; errors: number }>(
  matches: readonly T[],
): T[] {
  const chosen: T[] = [];
  const sorted = [...matches].sort((a, b) => a.errors - b.errors || a.start - b.start);
  for (const one of sorted) {
    if (chosen.length === MOST_SHOWN) break;
    if (!chosen.some(({ start, end }) => one.start < end && start < one.end)) chosen.push(one);
  }
  return chosen;
}

/** A match may begin or end within a word. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  const letter = /[\p{L}\p{N}]/u;
  const inside = (at: number): boolean =>
    at > 0 && letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
  let [first, last] = [start, end];
  while (start - first < 30 && inside(first)) first--;
  while (last - end < 30 && inside(last)) last++;
  return [first, last];
}
