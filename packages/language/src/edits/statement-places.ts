import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { insertIntoActor } from './actor-parts.js';
import type { Draft } from './draft.js';
import { refuse } from './edit.js';
import type { Edit } from './edit.js';
import { factionOf } from './labels.js';
import { after, atEnd, before, removal } from './places.js';

/** Whose statements: an actor's own, those of one of its factions, or an actor's picture of another. */
export type Holder =
  | { readonly actor: string; readonly faction?: string }
  | { readonly actor: string; readonly pictureOf: string };

/** Where a statement is to stand. Inside `in no order { … }` wherever the neighbour does. */
export type Place =
  | { readonly before: string }
  | { readonly after: string }
  /** Outside of the `in no order { … }` in which that statement stands. */
  | { readonly beforeGroupOf: string }
  | { readonly afterGroupOf: string }
  | { readonly lastOf: Holder };

/** The statement of preference of this id. */
export function statement(draft: Draft, id: string): ast.Statement {
  const node = draft.find(id);
  if (node.$type !== 'Statement') refuse('not-here', `${id} is not a statement of preference`);
  return node as ast.Statement;
}

export function neighbour(place: Place): string | null {
  if ('before' in place) return place.before;
  if ('after' in place) return place.after;
  if ('beforeGroupOf' in place) return place.beforeGroupOf;
  return 'afterGroupOf' in place ? place.afterGroupOf : null;
}

/** A block whose last statement goes, goes with it: empty braces say nothing. */
export function take(draft: Draft, node: ast.Statement): Edit {
  let gone: AstNode = node;
  for (let block: AstNode = node.$container; ; block = block.$container!) {
    if (!['Unordered', 'Equally', 'Prefers'].includes(block.$type)) break;
    const open = draft.word(block, '{')!;
    const close = draft.leaves.findLast((l) => l.text === '}' && l.astNode === block)!;
    const { from, to } = draft.piece(gone);
    const { text } = draft;
    const rest = text.slice(open.end, from) + text.slice(to, close.offset);
    if (rest.trim() !== '') break;
    gone = block;
  }
  return removal(draft, gone);
}

export function put(draft: Draft, words: string, indentBefore: string, place: Place): Edit {
  const id = neighbour(place);
  if (id === null) return putLast(draft, words, indentBefore, (place as { lastOf: Holder }).lastOf);
  const beside = statement(draft, id);
  const outside = 'beforeGroupOf' in place || 'afterGroupOf' in place;
  const node = outside && beside.$container.$type === 'Unordered' ? beside.$container : beside;
  const { offset } = node.$cstNode!;
  const indent = draft.indentAt(offset) + (draft.beginsLine(offset) ? '' : draft.unit);
  const laid = draft.laidOut(words, indent, indentBefore);
  return 'before' in place || 'beforeGroupOf' in place
    ? before(draft, node, laid)
    : after(draft, node, laid);
}

function putLast(draft: Draft, words: string, indentBefore: string, holder: Holder): Edit {
  const node = holderOf(draft, holder);
  const block = (node.items as AstNode[]).filter((i) => i.$type === 'Prefers').at(-1) as
    | ast.Prefers
    | undefined;
  if (!block) {
    if (node.items.some((i) => i.$type === 'Ranks' || i.$type === 'Weighs')) {
      refuse(
        'not-here',
        'the preference is a ranking or weights',
        'statements cannot stand beside them',
      );
    }
    const inner = draft.laidOut(words, draft.unit, indentBefore);
    return insertIntoActor(
      draft,
      node,
      'Prefers',
      `prefers {${draft.eol}${draft.unit}${inner}${draft.eol}}`,
    );
  }
  const last = block.items.at(-1);
  const open = draft.word(block, '{')!;
  const inner = last
    ? draft.indentAt(last.$cstNode!.offset)
    : draft.indentAt(open.offset) + draft.unit;
  const laid = draft.laidOut(words, inner, indentBefore);
  if (last) return after(draft, last, laid);
  const close = draft.leaves.findLast((l) => l.text === '}' && l.astNode === block)!;
  return atEnd(draft, open.offset, close.offset, laid);
}

function holderOf(draft: Draft, holder: Holder): ast.Actor | ast.Faction | ast.Perception {
  if ('pictureOf' in holder) {
    const { actor, pictureOf } = holder;
    const found = draft.tree.elements.find(
      (e): e is ast.Perception =>
        e.$type === 'Perception' && e.actor === actor && e.of === pictureOf,
    );
    return found ?? refuse('unknown', `nothing says how ${actor} perceives ${pictureOf}`);
  }
  return holder.faction === undefined
    ? draft.actor(holder.actor)
    : factionOf(draft, holder.actor, holder.faction);
}
