import type { Relation } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';
import { RELATIONS } from '../relations.js';
import { quoted } from '../written.js';
import { grounded } from './grounds.js';

/** By what the grammar reads: the words without what is between them. */
const READ: ReadonlyMap<string, string> = new Map(
  RELATIONS.map((words) => [words.replace(' ', ''), words]),
);

export function readRelation(node: ast.Relation, context: Context): Relation {
  context.names.expect('Actor', node.from, node, 'from');
  context.names.expect('Actor', node.to, node, 'to');
  if (node.from === node.to) {
    context.reporter.say(
      'relation-to-itself',
      rangeOf(node),
      `${node.from} is put in a relation to itself`,
    );
  }
  return {
    from: node.from,
    kind: node.own ?? READ.get(node.kind!)!,
    to: node.to,
    ...context.grounds(node),
  };
}

export function printRelation(relation: Relation): string {
  const { from, kind, to } = relation;
  const words = (RELATIONS as readonly string[]).includes(kind) ? kind : quoted(kind);
  return grounded(`relation ${from} ${words} ${to}`, relation);
}
