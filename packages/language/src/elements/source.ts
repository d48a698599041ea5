import type { Source } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { quoted, together } from '../written.js';
import { grounded } from './grounds.js';

export function readSource(node: ast.Source, context: Context): Source {
  const fields = new Map<string, ast.SourceField>();
  for (const field of node.fields) {
    const first = fields.get(field.key);
    if (first) {
      context.reporter.say(
        'repeated-field',
        rangeOf(field),
        `the source ${node.name} has two \`${field.key}\``,
        { related: [{ range: rangeOf(first), message: 'the first' }] },
      );
    } else fields.set(field.key, field);
    if (field.date !== undefined) checkDate(field.date, field, 'date', context.reporter);
  }
  const text = (key: string): string | null => fields.get(key)?.text ?? null;
  const published = fields.get('published')?.date ?? null;
  const accessed = fields.get('accessed')?.date ?? null;
  if (published !== null && accessed !== null && endOf(accessed) < published) {
    context.reporter.say(
      'accessed-before-published',
      rangeOfProperty(fields.get('accessed')!, 'date'),
      `${node.name} was accessed before it was published`,
    );
  }
  return {
    id: node.name,
    title: node.title,
    author: text('author'),
    published,
    accessed,
    publisher: text('publisher'),
    url: text('url'),
    doi: text('doi'),
    kind: text('kind'),
    note: text('note'),
    ...context.grounds(node),
  };
}

/** Compares as the last day that the date may mean. */
function endOf(date: string): string {
  return `${date}~`;
}

/** What can be said of a source, in the order in which it is written. */
export const SOURCE_FIELDS = [
  'author',
  'published',
  'accessed',
  'publisher',
  'url',
  'doi',
  'kind',
  'note',
] as const;
/** Written without quotes. */
const DATES: ReadonlySet<string> = new Set(['published', 'accessed']);

export function printSource(source: Source): string {
  const fields = SOURCE_FIELDS.flatMap((name) => {
    const value = source[name];
    return value === null ? [] : `${name} ${DATES.has(name) ? value : quoted(value)}`;
  });
  const words = together(
    `source ${source.id} ${quoted(source.title)}`,
    fields.length === 0 ? '' : `{\n${fields.join('\n')}\n}`,
  );
  return grounded(words, source);
}
