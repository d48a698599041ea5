import { ACTS, NO_ACTORS, TITLES } from './actor-words.js';
import { PHRASES, piecesOf, type Token } from './name-runs.js';
import { sentenceAt, type Passage } from './rule.js';

/**
 * Single words with a capital: those that come again in the middle of sentences and act, the shorter
 * first, and all of them.
 * @param lower words that the text has without a capital too
 * @param taken whether a word is the name of an actor already
 */
export function recurringNames(
  passages: readonly Passage[],
  runs: readonly Token[][][],
  lower: ReadonlySet<string>,
  taken: (word: string) => boolean,
): { readonly names: readonly string[]; readonly words: Iterable<string> } {
  const counts = new Map<string, number>();
  const acts = new Set<string>();
  passages.forEach((passage, p) => {
    for (const run of runs[p])
      for (const piece of piecesOf(run)) {
        const [{ word, start, end }] = piece as [Token];
        if (piece.length > 1 || word.length < 2 || taken(word) || PHRASES.has(word)) continue;
        const opens =
          sentenceAt(passage, start).start === start ||
          /["“‘]$/u.test(passage.text.slice(0, start));
        if (!opens || !lower.has(word.toLowerCase()))
          counts.set(word, (counts.get(word) ?? 0) + (opens ? 0.6 : 1));
        if (
          ACTS.test(passage.text.slice(end, end + 40)) ||
          /\b(?:[Ii]n|to|from|by|of|with|against|for|between|and) $/u.test(
            passage.text.slice(Math.max(0, start - 9), start),
          )
        )
          acts.add(word);
      }
  });
  const names = [...counts]
    .filter(
      ([word, count]) =>
        count >= 1.6 &&
        acts.has(word) &&
        !NO_ACTORS.has(word) &&
        !TITLES.has(word.toLowerCase()) &&
        !lower.has(word.toLowerCase()),
    )
    .map(([word]) => word)
    .sort((a, b) => a.length - b.length);
  return { names, words: counts.keys() };
}

/** "Deshani" is of "Deshan", "Orvanian" of "Orvane"; "Ferrol" of "Ferrol Yards". */
export function nameOfAdjective(
  word: string,
  names: ReadonlyMap<string, string>,
  isBody: (actor: string) => boolean,
): string | undefined {
  for (const [name, actor] of names) {
    if (name.includes(' ')) {
      if (name.startsWith(`${word} `) && isBody(actor)) return actor;
      continue;
    }
    const stem = name.replace(/(?:ia|e|a|o|y)$/u, '');
    if (
      stem.length > 3 &&
      word.startsWith(stem) &&
      /^(?:i|ian|an|ese|ish|ean|n|is|ians|ans)$/u.test(word.slice(stem.length))
    )
      return actor;
    if (
      stem.length > 3 &&
      name.startsWith(word.replace(/i(?:an)?s?$/u, '')) &&
      /ian?s?$/u.test(word) &&
      word.length > 5
    )
      return actor;
  }
  return undefined;
}
