import type { AstNode } from 'langium';
import type * as ast from './generated/ast.js';

/** The options of an actor in the order written, those that are said in a choice among them. */
export function ownOptions({ items }: ast.Actor): ast.Option[] {
  return items.flatMap((item) =>
    item.$type === 'Option' ? [item] : item.$type === 'Choice' ? saidIn(item) : [],
  );
}

/** The options that a choice says itself. */
export function saidIn({ options }: ast.Choice): ast.Option[] {
  return options.filter((member) => member.$type === 'Option');
}

/** How an actor acts with its members; undefined: it acts by itself. */
export function actsOf(node: AstNode): ast.Acts | undefined {
  return node.$type === 'Actor' ? (node as ast.Actor).acts : undefined;
}

/** How the actor acts whose option it is; undefined: by itself, or it is no option of an actor. */
export function actsAround({ $type, $container: around }: AstNode): ast.Acts | undefined {
  if ($type !== 'Option' || around === undefined) return undefined;
  return around.$type === 'Choice' && around.$container !== undefined
    ? actsOf(around.$container)
    : actsOf(around);
}
