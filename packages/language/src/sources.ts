import type { Situation, Source } from '@standoff/model';
import type { Context } from './context.js';
import { checkDate } from './dates.js';
import type * as ast from './generated/ast.js';
import { rangeOf, rangeOfProperty } from './positions.js';

export function readSituation(node: ast.Situation, context: Context): Situation {
  if (node.asOf !== undefined) checkDate(node.asOf, node, 'asOf', context.reporter);
  return {
    id: node.name ?? slug(node.title),
    title: node.title,
    asOf: node.asOf ?? null,
    ...context.grounds(node),
  };
}

/** "Korean peninsula, April 2018" → "korean-peninsula-april-2018". */
export function slug(title: string): string {
  const ascii = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? 'situation' : ascii;
}

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
