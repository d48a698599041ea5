import text from '../../../../docs/glossary.md?raw';
import { meaningsIn } from './meanings.js';

const MEANINGS = meaningsIn(text);

/** What a word means, by the one glossary there is; undefined: it is not in it. */
export function meaningOf(term: string): string | undefined {
  return MEANINGS.get(term.toLowerCase());
}
