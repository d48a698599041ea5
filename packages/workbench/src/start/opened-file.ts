import { newSituation, sourceBlock, sourceNameOf } from '@standoff/evidence/records';
import { parseSituation } from '@standoff/language/parse';
import type { TextRead } from '../source/reading.js';

/**
 * A situation that has nothing but texts as its sources, as `standoff new --from` makes it, and the names
 * of the sources in it, in the order of the texts.
 */
export function situationOf(
  title: string,
  texts: readonly { readonly file: string; readonly text: Pick<TextRead, 'metadata'> }[],
): { readonly ids: readonly string[]; readonly situation: string } {
  const ids: string[] = [];
  const blocks = texts.map(({ file, text: { metadata } }) => {
    const block = (id: string): string => sourceBlock(id, metadata, file);
    const id = freeId(sourceNameOf(file), ids, block);
    ids.push(id);
    return block(id);
  });
  return { ids, situation: newSituation(title, blocks) };
}

/** A word of the language is no name, and each source needs one of its own. */
function freeId(wished: string, taken: readonly string[], block: (id: string) => string): string {
  const readable = parseSituation(newSituation('A', [block(wished)])).model !== null;
  const stem = readable ? wished : `${wished}_text`;
  let id = stem;
  for (let k = 2; taken.includes(id); k++) id = `${stem}_${k}`;
  return id;
}
