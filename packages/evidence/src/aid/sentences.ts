import type { Stretch } from './rule.js';

/** Words after which a stop ends no sentence. */
const SHORT =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Adm|Sen|Rep|Gov|St|No|vs|etc|e\.g|i\.e|Inc|Ltd|Co|U\.S|U\.N|[A-Z])\.$/u;

/**
 * The sentences of a paragraph. Own rules rather than a tagger: on a million words a tagger takes
 * minutes, and no rule here needs more than the ends.
 */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["”’)\]]*(?=\s+["“‘(\[]?[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && SHORT.test(text.slice(Math.max(start, end - 8), end))) continue;
    sentences.push({ start, end });
    start = end + /^\s*/u.exec(text.slice(end, end + 20))![0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
