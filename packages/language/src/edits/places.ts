import type { AstNode } from 'langium';
import type { Draft } from './draft.js';
import type { Edit } from './edit.js';

/** Takes a node and its comments out, and the line with it where nothing else stands there. */
export function removal(draft: Draft, node: AstNode): Edit {
  const piece = draft.piece(node);
  const { text } = draft;
  if (piece.whole) {
    const from = draft.lineStart(piece.from);
    const to = draft.afterEol(draft.lineEnd(piece.to));
    return { from, to, insert: '' };
  }
  let { from, to } = piece;
  if (draft.beginsLine(from)) {
    while (/[^\S\r\n]/.test(text[to] ?? '')) to += 1;
  } else {
    while (/[^\S\r\n]/.test(text[from - 1] ?? '')) from -= 1;
    // `{ a }` becomes `{ }`, and what stood apart stays apart.
    if (!/[\s{}]/.test(text[to] ?? ' ')) from = Math.min(piece.from, from + 1);
  }
  return { from, to, insert: '' };
}

/** As `removal`, and one of two empty lines that would come together, too. */
export function removalWithGap(draft: Draft, node: AstNode): Edit {
  const edit = removal(draft, node);
  if (!draft.piece(node).whole) return edit;
  const blankBefore =
    edit.from === 0 || draft.text.slice(0, edit.from).match(/(\r\n|\r|\n)[^\S\r\n]*(\r\n|\r|\n)$/);
  const end = draft.lineEnd(edit.to);
  const blankAfter = edit.to < draft.text.length && draft.text.slice(edit.to, end).trim() === '';
  return blankBefore && blankAfter ? { ...edit, to: draft.afterEol(end) } : edit;
}

/** Puts words on a line of their own before a node (and before its comments). */
export function before(draft: Draft, node: AstNode, words: string): Edit {
  const piece = draft.piece(node);
  const indent = draft.indentAt(node.$cstNode!.offset);
  if (draft.beginsLine(piece.from)) {
    const at = draft.lineStart(piece.from);
    return { from: at, to: at, insert: `${indent}${words}${draft.eol}` };
  }
  const inner = indent + draft.unit;
  const at = piece.from;
  return { from: at, to: at, insert: `${draft.eol}${inner}${words}${draft.eol}${inner}` };
}

/** Puts words on a line of their own after a node (and after the comment behind it). */
export function after(draft: Draft, node: AstNode, words: string, empty = 0): Edit {
  const { to } = draft.piece(node);
  const { offset } = node.$cstNode!;
  const indent = draft.indentAt(offset) + (draft.beginsLine(offset) ? '' : draft.unit);
  const gap = draft.eol.repeat(1 + empty);
  if (draft.endsLine(to)) return { from: to, to, insert: `${gap}${indent}${words}` };
  return { from: to, to, insert: `${gap}${indent}${words}${draft.eol}${indent}` };
}

/** Puts words at the end of the block that ends with this brace. */
export function atEnd(draft: Draft, openBrace: number, closeBrace: number, words: string): Edit {
  const indent = draft.indentAt(openBrace);
  const inner = indent + draft.unit;
  if (draft.beginsLine(closeBrace)) {
    const at = draft.lineStart(closeBrace);
    return { from: at, to: at, insert: `${inner}${words}${draft.eol}` };
  }
  const insert = `${draft.eol}${inner}${words}${draft.eol}${indent}`;
  const blank = /^[^\S\r\n]*$/.test(draft.text.slice(openBrace + 1, closeBrace));
  return { from: blank ? openBrace + 1 : closeBrace, to: closeBrace, insert };
}
