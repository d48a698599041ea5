import type { AstNode, CstNode } from 'langium';
import { GrammarUtils } from 'langium';
import type { TextRange } from '@standoff/model';

/** Where a node of the tree stands. */
export function rangeOf(node: AstNode): TextRange {
  return rangeOfCst(node.$cstNode!);
}

export function rangeOfCst(node: CstNode): TextRange {
  const { start, end } = node.range;
  return {
    start: { line: start.line, column: start.character },
    end: { line: end.line, column: end.character },
  };
}

/** Where the value of a property stands; the whole node where the property is not written. */
export function rangeOfProperty(node: AstNode, property: string, index?: number): TextRange {
  const found = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return found ? rangeOfCst(found) : rangeOf(node);
}

/** From the start of one node to the end of another. */
export function rangeBetween(first: AstNode, last: AstNode): TextRange {
  return { start: rangeOf(first).start, end: rangeOf(last).end };
}

/** What a node says, on one line and without comments. No node with a text or a ground in it. */
export function wordsOf(first: AstNode, last: AstNode = first): string {
  const cst = first.$cstNode!;
  return oneLine(cst.root.fullText.slice(cst.offset, last.$cstNode!.end));
}

function oneLine(words: string): string {
  return words
    .replace(/#[^\r\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
