import type { CitedSource } from '../citation/csl.js';
import type { TextMetadata } from '../source-text.js';

/**
 * `source gazette "…" { … }`, as a situation declares a source, with what its text or a bibliography says of it.
 * @param file the name of the text's file, where the text has no title
 */
export function sourceBlock(
  id: string,
  said: Pick<TextMetadata, 'title' | 'author' | 'published' | 'publisher' | 'url'> &
    Partial<Pick<CitedSource, 'accessed' | 'doi' | 'kind' | 'note'>>,
  file: string,
): string {
  const quoted = (words: string): string =>
    `"${words.replace(/\s+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
  const day = (name: 'published' | 'accessed'): string[] => {
    const date = said[name] ?? null;
    return date === null ? [] : [`  ${name} ${date}`];
  };
  const words = (
    ...names: ('author' | 'publisher' | 'url' | 'doi' | 'kind' | 'note')[]
  ): string[] =>
    names.flatMap((name) => {
      const value = said[name] ?? null;
      return value === null ? [] : [`  ${name} ${quoted(value)}`];
    });
  const fields = [
    ...words('author'),
    ...day('published'),
    ...day('accessed'),
    ...words('publisher', 'url', 'doi', 'kind', 'note'),
  ];
  const head = `source ${id} ${quoted(said.title ?? file)}`;
  return fields.length === 0 ? head : [`${head} {`, ...fields, '}'].join('\n');
}
