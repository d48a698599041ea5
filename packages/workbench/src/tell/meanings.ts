/**
 * The words of the glossary with their meanings: the rows of its table, and in a meaning each word in
 * bold that is followed by a meaning of its own.
 */
export function meaningsIn(markdown: string): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const line of markdown.split('\n')) {
    const [, word, meaning] = /^\| *([^|]+?) *\| *([^|]+?) *\|$/.exec(line) ?? [];
    if (word === undefined || meaning === undefined || word === 'word' || /^-+$/.test(word))
      continue;
    meanings.set(word.toLowerCase(), sentence(meaning.replaceAll('**', '')));
    for (const [, inner, own] of meaning.matchAll(/\*\*([^*]+)\*\*(?:: | \()([^.;)*]+)/g))
      meanings.set(inner.toLowerCase(), sentence(own));
  }
  return meanings;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`;
}
