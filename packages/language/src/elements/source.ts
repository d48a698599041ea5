import type { Source } from '@standoff/model';
import { quoted, together } from '../written.js';
import { grounded } from './grounds.js';

/** In the order in which they are written; dates without quotes. */
const FIELDS = [
  'author',
  'published',
  'accessed',
  'publisher',
  'url',
  'doi',
  'kind',
  'note',
] as const;
const DATES: ReadonlySet<string> = new Set(['published', 'accessed']);

export function printSource(source: Source): string {
  const fields = FIELDS.flatMap((name) => {
    const value = source[name];
    return value === null ? [] : `${name} ${DATES.has(name) ? value : quoted(value)}`;
  });
  const words = together(
    `source ${source.id} ${quoted(source.title)}`,
    fields.length === 0 ? '' : `{\n${fields.join('\n')}\n}`,
  );
  return grounded(words, source);
}
