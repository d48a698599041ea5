import { GrammarUtils } from 'langium';
import { degreeWord } from '@standoff/model';
import type * as ast from '../generated/ast.js';
import { neighbour, put, statement, take, type Place } from './statement-places.js';
import { editing } from './draft.js';
import type { Draft } from './draft.js';
import { refuse } from './edit.js';
import type { Edit, EditResult } from './edit.js';
import { cut, factionOf } from './labels.js';
import { after } from './places.js';
import { checkName, readAs } from './pieces.js';
import { quoted } from '../written.js';

/** Adds a statement, written as in the language: `perhaps 70 % strongly NK.talk @src because "…"`. */
export function addStatement(text: string, words: string, place: Place): EditResult {
  return editing(text, (draft) => {
    readAs('Statement', words, 'a statement of preference');
    return [put(draft, words, '', place)];
  });
}

/** Moves a statement, with its comments and grounds. */
export function moveStatement(text: string, id: string, place: Place): EditResult {
  return editing(text, (draft) => {
    const node = statement(draft, id);
    if (neighbour(place) === id && !('beforeGroupOf' in place) && !('afterGroupOf' in place)) {
      return [];
    }
    const group = node.$container;
    if (group.$type === 'Unordered' && group.statements.length === 1) {
      if (neighbour(place) === id) {
        refuse(
          'not-here',
          'it is alone in `in no order { … }`',
          'take the braces away in the text',
        );
      }
    }
    const piece = draft.piece(node);
    const words = draft.text.slice(piece.from, piece.to);
    return [take(draft, node), put(draft, words, draft.indentAt(piece.from), place)];
  });
}

/** Takes a statement out, with its comments, and its block where nothing would be left in it. */
export function removeStatement(text: string, id: string): EditResult {
  return editing(text, (draft) => [take(draft, statement(draft, id))]);
}

/** Sets what a statement wants; how much, with what doubt and why stays. */
export function setWants(text: string, id: string, expression: string): EditResult {
  return editing(text, (draft) => {
    readAs('Expression', expression, 'an expression');
    const { offset, end } = statement(draft, id).wants.$cstNode!;
    const insert = draft.laidOut(expression, draft.indentAt(offset));
    return [{ from: offset, to: end, insert }];
  });
}

/** Makes a statement want the opposite: `a` becomes `not a`, `not a` becomes `a`. */
export function negate(text: string, id: string): EditResult {
  return editing(text, (draft) => {
    const { wants } = statement(draft, id);
    const { offset, end } = wants.$cstNode!;
    const [only, more] = wants.operands;
    if (more) {
      return [
        { from: offset, to: offset, insert: 'not (' },
        { from: end, to: end, insert: ')' },
      ];
    }
    if (only.nots.length === 0) return [{ from: offset, to: offset, insert: 'not ' }];
    const inner = only.of.$cstNode!;
    const next = draft.leaves.find((l) => l.offset >= offset + 'not'.length)!;
    if (next.hidden) return [{ from: offset, to: offset + 'not'.length, insert: '' }];
    if (
      only.nots.length === 1 &&
      only.of.$type === 'Group' &&
      !draft.leaves.some((l) => l.hidden && l.offset > inner.offset && l.end < inner.end)
    ) {
      const { of } = only.of;
      return [
        { from: offset, to: of.$cstNode!.offset, insert: '' },
        { from: of.$cstNode!.end, to: inner.end, insert: '' },
      ];
    }
    return [{ from: offset, to: next.offset, insert: '' }];
  });
}

/**
 * Puts a statement or a rule in doubt (`perhaps`, with a chance in percent where one is given) or takes
 * the doubt away (null).
 */
export function setPerhaps(
  text: string,
  id: string,
  perhaps: { readonly percent: number | null } | null,
): EditResult {
  return editing(text, (draft) => {
    const node = doubtable(draft, id);
    const percent = perhaps?.percent ?? null;
    if (percent !== null && !(percent >= 0 && percent <= 100)) {
      refuse('ill-written', `${percent} % is not between 0 and 100`);
    }
    const written = percent === null ? 'perhaps' : `perhaps ${figure(percent)} %`;
    const from = node.$cstNode!.offset;
    if (!node.perhaps) return perhaps === null ? [] : [{ from, to: from, insert: `${written} ` }];
    const end =
      node.probability === undefined ? from + 'perhaps'.length : draft.word(node, '%')!.end;
    return [perhaps === null ? untilNext(draft, from, end) : { from, to: end, insert: written }];
  });
}

/** How much a statement is wanted: 1 as a rule, 2 `strongly`, 3 `very strongly`, … */
export function setDegree(text: string, id: string, degree: number): EditResult {
  return editing(text, (draft) => {
    if (!Number.isInteger(degree) || degree < 1) {
      refuse('ill-written', `${degree} is not a degree`, 'degrees are 1, 2, 3, …');
    }
    const node = gradable(draft, id);
    const written = degreeWord(degree);
    const word = GrammarUtils.findNodeForProperty(node.$cstNode, 'strongly');
    const wants = node.wants.$cstNode!.offset;
    if (!word) return written === '' ? [] : [{ from: wants, to: wants, insert: `${written} ` }];
    const from = GrammarUtils.findNodeForProperty(node.$cstNode, 'very')?.offset ?? word.offset;
    return [
      written === '' ? untilNext(draft, from, word.end) : { from, to: word.end, insert: written },
    ];
  });
}

/** Makes a statement a red line, which is neither in doubt nor of a degree, or a wish as any other. */
export function setRedLine(text: string, id: string, on: boolean): EditResult {
  return editing(text, (draft) => {
    const node = statement(draft, id);
    if (node.redLine === on) return [];
    if (node.$container.$type !== 'Prefers')
      refuse(
        'not-here',
        `${id} stands among others that it is neither more nor less than`,
        'take it out of the group first',
      );
    const [from, to] = [node.$cstNode!.offset, node.wants.$cstNode!.offset];
    if (draft.leaves.some(({ hidden, offset }) => hidden && offset > from && offset < to))
      refuse('not-here', `a comment stands before what ${id} wants`, 'change it in the text');
    return [{ from, to, insert: on ? 'red line ' : '' }];
  });
}

/** Gives a wish the name by which readers are told of it; null: none. */
export function setWishName(text: string, id: string, name: string | null): EditResult {
  return editing(text, (draft) => {
    const node = statement(draft, id);
    const said = GrammarUtils.findNodeForProperty(node.$cstNode, 'label');
    if (name === null) return said ? [cut(draft, draft.word(node, 'as')!, said.end)] : [];
    if (said) return [{ from: said.offset, to: said.end, insert: quoted(name) }];
    const at = node.wants.$cstNode!.end;
    return [{ from: at, to: at, insert: ` as ${quoted(name)}` }];
  });
}

/** Says which of an actor's factions is assumed to prevail. */
export function setPrevails(text: string, actor: string, faction: string): EditResult {
  return editing(text, (draft) => {
    checkName(faction);
    const node = draft.actor(actor);
    const said = node.items.find((i) => i.$type === 'Prevails');
    const last = factionOf(draft, actor, faction);
    if (!said) {
      const factions = node.items.filter((i) => i.$type === 'Faction');
      return [after(draft, factions.at(-1) ?? last, `prevails ${faction}`)];
    }
    const { offset, end } = GrammarUtils.findNodeForProperty(said.$cstNode, 'faction')!;
    return [{ from: offset, to: end, insert: faction }];
  });
}

function figure(percent: number): string {
  return percent.toFixed(6).replace(/\.?0+$/, '');
}

function untilNext(draft: Draft, from: number, end: number): Edit {
  const next = draft.leaves.find((l) => l.offset >= end)!;
  return next.hidden ? cut(draft, { offset: from, end }) : { from, to: next.offset, insert: '' };
}

/** A statement or a rule that can be in doubt. */
function doubtable(draft: Draft, id: string): ast.Statement | ast.Constraint {
  const node = draft.find(id);
  return node.$type === 'Constraint' ? (node as ast.Constraint) : gradable(draft, id);
}

/** One that can be in doubt, or wanted more or less. */
function gradable(draft: Draft, id: string): ast.Statement {
  const node = statement(draft, id);
  if (node.redLine) refuse('not-here', `${id} is a red line, neither in doubt nor of a degree`);
  return node;
}
