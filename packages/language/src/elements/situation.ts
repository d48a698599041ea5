import type { Situation } from '@standoff/model';
import { isName } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { quoted, together } from '../written.js';
import { grounded } from './grounds.js';

export function readSituation(node: ast.Situation, context: Context): Situation {
  if (node.asOf !== undefined) checkDate(node.asOf, node, 'asOf', context.reporter);
  return {
    id: node.name ?? slug(node.title),
    title: node.title,
    asOf: node.asOf ?? null,
    ...context.grounds(node),
  };
}

/** The id of a situation without a name: "Korean peninsula, April 2018" → "korean-peninsula-april-2018". */
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

export function printSituationHead(situation: Situation): string {
  const { id, title, asOf } = situation;
  const words = together(
    'situation',
    isName(id) && id !== slug(title) ? id : '',
    quoted(title),
    asOf === null ? '' : `as of ${asOf}`,
  );
  return grounded(words, situation);
}
