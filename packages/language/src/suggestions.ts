import { nearest, RESERVED } from '@standoff/model';

/** Words that are read as names, and what is said in their place. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...['probably', 'possibly', 'maybe', 'likely', 'might'].map((word) => [word, 'perhaps'] as const),
  ...['strong', 'much', 'greatly', 'definitely'].map((word) => [word, 'strongly'] as const),
  ...['rest', 'other', 'else', 'remaining'].map((word) => [word, 'others'] as const),
  // In capitals, since they are no names as they are written here.
  ...[...RESERVED].map((word) => [word, word] as const),
]);

/** The word of the language that is said in the place of one that is read as a name; null: none. */
export function wordMeantBy(name: string): string | null {
  return MEANT.get(name.toLowerCase()) ?? null;
}

/** "did you mean `X`?", or undefined where nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near === null ? undefined : `did you mean \`${near}\`?`;
}

/** "a, b and c", at most six of them. */
export function few(words: readonly string[], joined = 'and'): string {
  if (words.length > 6) return `${words.slice(0, 5).join(', ')}, …`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)!}`;
}
