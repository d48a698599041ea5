import { GRAPH, type TextRange, type Diagnostic } from '@standoff/model';
import type { AstNode, CstNode, LeafCstNode } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import { ELEMENTS } from '../elements/index.js';
import type * as ast from '../generated/ast.js';
import { lineEndOf } from '../line-end.js';
import { readTree } from '../read-situation.js';
import { applyEdits, refuse, Refused } from './edit.js';
import type { Edit, EditResult } from './edit.js';

/** The id that the model gives an element, or where it stands (`at`). */
export type Target = string | TextRange;

/** What an edit can be about: all that stands at the top of a text, and these parts of it. */
const TARGETS: ReadonlySet<string> = new Set([
  ...Object.keys(ELEMENTS),
  ...['Option', 'Faction', 'Prevails', 'Statement', 'Weight', 'Cell'],
]);

/** Runs an edit: reads the text, and sees that what comes out can still be read. */
export function editing(text: string, edit: (draft: Draft) => readonly Edit[]): EditResult {
  try {
    const draft = new Draft(text);
    const edits = edit(draft)
      .filter(({ from, to, insert }) => text.slice(from, to) !== insert)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const error = firstError(readTree(applyEdits(text, edits)).diagnostics);
    if (error)
      refuse('ill-written', `the text could not be read then: ${error.message}`, error.hint);
    return { ok: true, edits };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

const firstError = (diagnostics: readonly Diagnostic[]): Diagnostic | undefined =>
  diagnostics.find(({ severity }) => severity === 'error');

/** A text that is to be edited, with its tree and its lines. */
export class Draft {
  readonly tree: ast.Document;
  /** All words and comments, in order. */
  readonly leaves: readonly LeafCstNode[];
  /** How the lines of this text end. */
  readonly eol: string;
  #ids: ReadonlyMap<string, AstNode> | null = null;

  constructor(readonly text: string) {
    const { tree, diagnostics } = readTree(text);
    const error = firstError(diagnostics);
    if (tree === null || error) {
      refuse(
        'unreadable',
        `the text has an error in line ${(error?.range.start.line ?? 0) + 1}: ${error?.message ?? 'it cannot be read'}`,
        'mend it in the text first',
      );
    }
    this.tree = tree;
    this.leaves = [...CstUtils.flattenCst(tree.$cstNode!)];
    this.eol = lineEndOf(text);
  }

  find(target: Target): AstNode {
    const found = typeof target === 'string' ? this.#byId().get(target) : this.#atRange(target);
    if (found) return found;
    return typeof target === 'string'
      ? refuse('unknown', `nothing in the text is called ${target}`)
      : refuse('unknown', `no element stands at line ${target.start.line + 1} there`);
  }

  actor(id: string): ast.Actor {
    const found = this.tree.elements.find((e) => e.$type === 'Actor' && e.name === id);
    return (found as ast.Actor | undefined) ?? refuse('unknown', `there is no actor called ${id}`);
  }

  #atRange({ start, end }: TextRange): AstNode | undefined {
    for (const node of AstUtils.streamAllContents(this.tree)) {
      if (!TARGETS.has(node.$type)) continue;
      const { range } = node.$cstNode!;
      if (range.start.line !== start.line || range.start.character !== start.column) continue;
      if (range.end.line === end.line && range.end.character === end.column) return node;
    }
    return undefined;
  }

  #byId(): ReadonlyMap<string, AstNode> {
    this.#ids ??= idsOf(this.tree);
    return this.#ids;
  }

  /** The id that the model gives an element; null where it gives it none. */
  idOf(node: AstNode): string | null {
    for (const [id, one] of this.#byId()) if (one === node) return id;
    return null;
  }

  leafBefore(offset: number): LeafCstNode | undefined {
    return this.leaves.filter((l) => !l.hidden && l.end <= offset).at(-1);
  }

  /** The first word inside a node that is this one, not counting nodes inside. */
  word(node: AstNode, word: string): CstNode | undefined {
    const own = CstUtils.flattenCst(node.$cstNode!).filter((l) => !l.hidden && l.text === word);
    return own.find((l) => l.astNode === node);
  }

  lineStart(offset: number): number {
    let at = offset;
    while (at > 0 && !/[\r\n]/.test(this.text[at - 1])) at -= 1;
    return at;
  }

  /** Where the line's characters end, before its line end. */
  lineEnd(offset: number): number {
    let at = offset;
    while (at < this.text.length && !/[\r\n]/.test(this.text[at])) at += 1;
    return at;
  }

  /** Behind the line end that stands at this offset. */
  afterEol(offset: number): number {
    if (this.text.startsWith('\r\n', offset)) return offset + 2;
    return Math.min(offset + 1, this.text.length);
  }

  indentAt(offset: number): string {
    return /^[^\S\r\n]*/.exec(this.text.slice(this.lineStart(offset), this.lineEnd(offset)))![0];
  }

  /** One level of indentation as this text has it: that of the first indented element's part. */
  get unit(): string {
    for (const element of this.tree.elements) {
      if (element.$type !== 'Actor') continue;
      for (const item of element.items) {
        const { offset } = item.$cstNode!;
        if (this.beginsLine(offset)) return this.indentAt(offset) || '  ';
      }
    }
    return '  ';
  }

  beginsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  endsLine(offset: number): boolean {
    return this.text.slice(offset, this.lineEnd(offset)).trim() === '';
  }

  /** A node with the comments that belong to it: right above on lines of their own, and behind it. */
  piece(node: AstNode): Piece {
    const { offset, end } = node.$cstNode!;
    let from = offset;
    if (this.beginsLine(offset)) {
      let line = this.lineStart(offset);
      while (line > 0) {
        line = this.#lineAbove(line);
        if (!this.#isComment(line)) break;
        from = line + this.indentAt(line).length;
      }
    }
    const rest = this.text.slice(end, this.lineEnd(end));
    const comment = /^[^\S\r\n]*#/.test(rest);
    const to = comment ? end + rest.trimEnd().length : end;
    const whole = this.beginsLine(from) && this.endsLine(to);
    return { from, to, whole, comment };
  }

  #lineAbove(lineStart: number): number {
    const before = this.text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
    return this.lineStart(before);
  }

  #isComment(lineStart: number): boolean {
    const line = this.text.slice(lineStart, this.lineEnd(lineStart)).trimStart();
    // A ruled comment heads a section, and belongs to no element.
    return line.startsWith('#') && !/^#\s*[-=]{4}/.test(line);
  }

  /** With this text's line ends and below the first line at this indentation. */
  laidOut(text: string, indent: string, from = ''): string {
    const [first, ...rest] = text.trim().split(/\r\n|\r|\n/);
    const moved = rest.map((line) => {
      if (line.trim() === '') return '';
      return indent + (line.startsWith(from) ? line.slice(from.length) : line.trimStart());
    });
    return [first, ...moved].join(this.eol);
  }
}

export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Nothing else stands on its lines. */
  readonly whole: boolean;
  /** A comment stands behind it, so a line must end there. */
  readonly comment: boolean;
}

/** The name of the actor in whose braces something stands. */
function ownerOf(node: AstNode): string {
  const actor = AstUtils.getContainerOfType(node, (n): n is ast.Actor => n.$type === 'Actor');
  if (actor === undefined && node.$container?.$type === 'Choice') return GRAPH;
  return actor?.name ?? '';
}

/** Whether it is what an actor does with its members, which is named as agreements are. */
function isAct(node: AstNode): boolean {
  const actor = AstUtils.getContainerOfType(node, (n): n is ast.Actor => n.$type === 'Actor');
  return actor?.acts !== undefined;
}

/** The next number of a kind, from 1. */
type Next = (kind: string) => number;

const byName = ({ name }: { readonly name?: string }): string | undefined => name;

const byNumber =
  (kind: string) =>
  (_: AstNode, next: Next): string =>
    `${kind}-${next(kind)}`;

/** The id that the compiler gives an element, by its kind; null: it has none, and is found by its place. */
const ID_OF: {
  readonly [Kind in ast.Element['$type']]:
    | ((node: Extract<ast.Element, { readonly $type: Kind }>, next: Next) => string | undefined)
    | null;
} = {
  Situation: byName,
  Source: byName,
  Actor: byName,
  Agreement: byName,
  Scenario: byName,
  NamedState: byName,
  Claim: byName,
  Commitment: ({ kind, name }, next) => {
    // One with a name is counted too.
    const n = next(kind);
    return name ?? `${kind}-${n}`;
  },
  Event: byNumber('event'),
  Constraint: byNumber('constraint'),
  Chance: ({ name }) => `chance.${name}`,
  Consequence: byNumber('consequence'),
  Deadline: byNumber('deadline'),
  LeftOut: byNumber('left-out'),
  Choice: ({ name }) => `choice-${name}`,
  CannotMove: (node, next) => byNumber(node.can ? 'can-move' : 'cannot-move')(node, next),
  Extreme: null,
  Perception: null,
  Relation: null,
};

function isElement(node: AstNode): node is ast.Element {
  return node.$type in ID_OF;
}

/** The ids of everything that has one, as the compiler gives them. */
export function idsOf(document: ast.Document): Map<string, AstNode> {
  const ids = new Map<string, AstNode>();
  const count = new Map<string, number>();
  const next = (kind: string): number => {
    const n = (count.get(kind) ?? 0) + 1;
    count.set(kind, n);
    return n;
  };
  const put = (id: string | undefined, node: AstNode): void => {
    if (id !== undefined && !ids.has(id)) ids.set(id, node);
  };
  for (const node of AstUtils.streamAllContents(document)) {
    if (isElement(node)) {
      const idOf = ID_OF[node.$type] as ((node: ast.Element, next: Next) => string) | null;
      if (idOf !== null) put(idOf(node, next), node);
    } else if (node.$type === 'Option') {
      put(`${ownerOf(node)}.${(node as ast.Option).name}`, node);
      if (isAct(node)) put((node as ast.Option).name, node);
    } else if (node.$type === 'Statement') {
      const picture = AstUtils.getContainerOfType(
        node,
        (n): n is ast.Perception => n.$type === 'Perception',
      );
      const holder = picture ? `${picture.actor}>${picture.of}` : ownerOf(node);
      put(`${holder}.${next(`of ${holder}`)}`, node);
    }
  }
  return ids;
}
