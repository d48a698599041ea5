import type { AstNode, CstNode } from 'langium';
import { CstUtils, GrammarUtils } from 'langium';
import type { TextRange } from '@standoff/model';
import { spaceBetween } from './spacing.js';

/** Where a node of the tree stands. */
export function rangeOf(node: AstNode): TextRange {
  return rangeOfCst(node.$cstNode!);
}

function rangeOfCst(node: CstNode): TextRange {
  const { start, end } = node.range;
  return {
    start: { line: start.line, column: start.character },
    end: { line: end.line, column: end.character },
  };
}

/** By node and property: lists may be long, and each of their members is asked for. */
const PLACES = new WeakMap<CstNode, Map<string, readonly CstNode[]>>();

/** What is written for a property, or for one member of a list. */
export function nodeOfProperty(node: AstNode, property: string, index = 0): CstNode | undefined {
  const cst = node.$cstNode;
  if (cst === undefined) return undefined;
  const known = PLACES.get(cst) ?? new Map<string, readonly CstNode[]>();
  PLACES.set(cst, known);
  const all = known.get(property) ?? GrammarUtils.findNodesForProperty(cst, property);
  known.set(property, all);
  return all[Math.min(index, all.length - 1)];
}

/** Where the value of a property stands; the whole node where the property is not written. */
export function rangeOfProperty(node: AstNode, property: string, index?: number): TextRange {
  const found = nodeOfProperty(node, property, index);
  return found ? rangeOfCst(found) : rangeOf(node);
}

/** From the start of one node to the end of another. */
export function rangeBetween(first: AstNode, last: AstNode): TextRange {
  return { start: rangeOf(first).start, end: rangeOf(last).end };
}

/**
 * What the nodes from one to another say, on one line and without comments, spaced as the layout does:
 * however it is written, it is called the same. No node with a text or a ground in it.
 */
export function wordsOf(first: AstNode, last: AstNode = first): string {
  const { root, offset } = first.$cstNode!;
  const { end } = last.$cstNode!;
  let words = '';
  let previous: CstNode | null = null;
  for (const leaf of CstUtils.flattenCst(spanning(first.$cstNode!, end) ?? root)) {
    if (leaf.hidden || leaf.offset < offset || leaf.end > end) continue;
    words += (previous === null ? '' : spaceBetween(previous, leaf)) + leaf.text;
    previous = leaf;
  }
  return words;
}

/** The smallest node around one that goes on to an offset. */
function spanning(node: CstNode, end: number): CstNode | null {
  let around: CstNode | undefined = node;
  while (around !== undefined && around.end < end) around = around.container;
  return around ?? null;
}
