import type { AstNode } from 'langium';
import { rankOf } from '../elements/index.js';
import { occurrencesIn } from '../occurrences.js';
import { editing } from './draft.js';
import type { Draft, Target } from './draft.js';
import { refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { after, before, removalWithGap } from './places.js';
import { elementOf, readAs } from './pieces.js';

/** Adds an element, written as in the language, after the last one of its kind. */
export function insertElement(text: string, element: string): EditResult {
  return editing(text, (draft) => [insertion(draft, element)]);
}

function insertion(draft: Draft, words: string): Edit {
  const { $type } = elementOf(words);
  if ($type === 'Situation') refuse('not-here', 'the text has its situation already');
  const laid = draft.laidOut(words, '');
  const { elements } = draft.tree;
  const kind = elements.filter((e) => e.$type === $type);
  const last = kind.at(-1);
  if (last) {
    const previous = elements[elements.indexOf(last) - 1];
    const apart =
      previous?.$type === $type
        ? isApart(draft, previous, last)
        : isLong(draft, last) || /[\r\n]/.test(laid);
    return after(draft, last, laid, apart ? 1 : 0);
  }
  const rank = rankOf($type);
  const earlier = elements.filter((e) => rankOf(e.$type) < rank).at(-1);
  return earlier ? after(draft, earlier, laid, 1) : before(draft, elements[0], laid);
}

function isApart(draft: Draft, first: AstNode, second: AstNode): boolean {
  const gap = draft.text.slice(draft.piece(first).to, draft.piece(second).from);
  return (gap.match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
}

function isLong(draft: Draft, node: AstNode): boolean {
  return /[\r\n]/.test(draft.text.slice(node.$cstNode!.offset, node.$cstNode!.end));
}

/** Puts other words of the same kind (`never a` for `b requires c`) in the place of an element. */
export function replaceElement(text: string, target: Target, words: string): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (node.$type === 'Cell')
      refuse('not-here', 'a place in a ranking is changed with the ranking');
    readAs(node.$type, words, `a ${node.$type.toLowerCase()}`);
    const { offset, end } = node.$cstNode!;
    const insert = draft.laidOut(words, draft.indentAt(offset), draft.indentAt(offset));
    return [{ from: offset, to: end, insert }];
  });
}

/** Takes an element out, with its comments. Refused where other parts of the text speak of it. */
export function removeElement(text: string, target: Target): EditResult {
  return editing(text, (draft) => {
    const node = draft.find(target);
    if (node.$type === 'Situation') refuse('not-here', 'a text needs its situation');
    if (node.$type === 'Cell')
      refuse('not-here', 'a place in a ranking is changed with the ranking');
    checkUnused(draft, node);
    return [removalWithGap(draft, node)];
  });
}

function checkUnused(draft: Draft, node: AstNode): void {
  const { offset, end } = node.$cstNode!;
  const lost = (of: AstNode | null): boolean =>
    of !== null && of.$cstNode!.offset >= offset && of.$cstNode!.end <= end;
  const uses = occurrencesIn(draft.tree).filter(
    (o) => lost(o.of) && (o.from < offset || o.to > end),
  );
  const [first] = uses;
  if (!first) return;
  const line = draft.text.slice(0, first.from).split(/\r\n|\r|\n/).length;
  const name = draft.text.slice(first.from, first.to);
  refuse(
    'in-use',
    uses.length === 1
      ? `line ${line} speaks of ${name}`
      : `${uses.length} places speak of it, the first is ${name} in line ${line}`,
    'change or remove those first',
  );
}
