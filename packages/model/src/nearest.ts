import { asItLooks } from './characters.js';

/**
 * The candidate that is most probably meant by a misspelt word: at most a third of its letters
 * differ (an exchange of neighbours counts once). Case alone never matters. What looks the same and has
 * letters of another script is meant first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const looks = asItLooks(word);
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = word.length < 2 ? 1 : Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate !== word && (candidate === looks || asItLooks(candidate) === looks))
      return candidate;
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = differences(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and exchanges of neighbours; `enough` once that many. */
function differences(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) >= enough) return enough;
    before = last;
    last = row;
  }
  return last[b.length];
}
