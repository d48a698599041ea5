import type { TextMetadata } from '../source-text.js';

/**
 * `source gazette "…" { … }`, as a situation declares a source, with what its text says of itself.
 * @param file the name of the text's file, where the text has no title
 */
export function sourceBlock(
  id: string,
  { title, author, published, publisher, url }: TextMetadata,
  file: string,
): string {
  const quoted = (words: string): string =>
    `"${words.replace(/\s+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
  const fields = [
    ...(author === null ? [] : [`  author ${quoted(author)}`]),
    ...(published === null ? [] : [`  published ${published}`]),
    ...(publisher === null ? [] : [`  publisher ${quoted(publisher)}`]),
    ...(url === null ? [] : [`  url ${quoted(url)}`]),
  ];
  const head = `source ${id} ${quoted(title ?? file)}`;
  return fields.length === 0 ? head : [`${head} {`, ...fields, '}'].join('\n');
}
