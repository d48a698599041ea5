import type { AstNode } from 'langium';
import { editing } from './draft.js';
import type { Draft } from './draft.js';
import type { Edit, EditResult } from './edit.js';
import { after, atEnd, before } from './places.js';
import { readAs } from './pieces.js';

/**
 * Adds a part, written as in the language (an option, a faction, a constraint, `cannot move`),
 * after the last of its kind inside an actor.
 */
export function addToActor(text: string, actor: string, words: string): EditResult {
  return editing(text, (draft) => {
    const node = draft.actor(actor);
    const { $type } = readAs('ActorItem', words, 'a part of an actor');
    return [insertIntoActor(draft, node, $type, words)];
  });
}

/** The edit that puts a part into an actor, a faction or a picture. */
export function insertIntoActor(
  draft: Draft,
  node: AstNode & { items: AstNode[] },
  kind: string,
  words: string,
): Edit {
  const last = node.items.filter((i) => i.$type === kind).at(-1);
  const outer = draft.indentAt(node.$cstNode!.offset);
  const indent = outer + draft.unit;
  const laid = draft.laidOut(words, indent);
  if (last) return after(draft, last, laid);
  const open = draft.word(node, '{');
  if (!open) {
    const at = node.$cstNode!.end;
    const insert = ` {${draft.eol}${indent}${laid}${draft.eol}${outer}}`;
    return { from: at, to: at, insert };
  }
  if (kind === 'Option' && node.items.length > 0) return before(draft, node.items[0], laid);
  const end = node.items.at(-1);
  if (end) return after(draft, end, laid);
  const close = draft.leaves.findLast((l) => l.text === '}' && l.astNode === node)!;
  return atEnd(draft, open.offset, close.offset, laid);
}
