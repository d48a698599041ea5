import type { Diagnostic } from '@standoff/model';
import type { AstNode, CstNode, LeafCstNode } from 'langium';
import { AstUtils, CstUtils } from 'langium';
import type { Edit } from './edits/edit.js';
import { lineEndOf } from './line-end.js';
import { readTree } from './read-situation.js';
import { isListBrace, ruleOf, spaceBetween } from './spacing.js';

export interface Formatted {
  readonly text: string;
  /** What is said of how it is written. Where there is an error, the text is returned as it was. */
  readonly diagnostics: readonly Diagnostic[];
}

const INDENT = '  ';
const CONTINUED = '    ';
/** Grounds are put under each other where the lines stay within this. */
const WIDEST = 110;

/** Parts that begin a line of their own wherever the block around them is not on one line. */
const STARTERS: ReadonlySet<string> = new Set([
  'Option',
  'Prefers',
  'Ranks',
  'Weighs',
  'Faction',
  'Prevails',
  'CannotMove',
  'Constraint',
  'Choice',
  'Unaware',
  'Unordered',
  'Equally',
  'Statement',
]);

const ITEMS: ReadonlySet<string> = new Set(['SourceField', 'Weight', 'Statement', 'Effect']);

/**
 * Lays a text out: two spaces a level, one statement a line, at most one empty line, lines that end as
 * the first does. Every word and every comment stays, in its order; line breaks inside a statement stay
 * too.
 */
export function formatSituation(text: string): Formatted {
  const { tree, diagnostics } = readTree(text);
  // What is only warned about is laid out all the same.
  if (tree === null || diagnostics.some(({ severity }) => severity === 'error'))
    return { text, diagnostics };
  return { text: new Layout(tree).text().replaceAll('\n', lineEndOf(text)), diagnostics };
}

/** The same as edits of the spaces and line ends that change, so that an editor keeps its place. */
export function formattingEdits(text: string): Edit[] {
  const { text: laidOut } = formatSituation(text);
  const edits: Edit[] = [];
  let [at, then] = [0, 0];
  while (at < text.length || then < laidOut.length) {
    if (text[at] === laidOut[then]) {
      at += 1;
      then += 1;
      continue;
    }
    const [from, put] = [at, then];
    at = pastSpace(text, at);
    then = pastSpace(laidOut, then);
    edits.push({ from, to: at, insert: laidOut.slice(put, then) });
  }
  return edits;
}

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at])) at += 1;
  return at;
}

interface Line {
  readonly indent: string;
  readonly empty: boolean;
  words: string;
  /** Where the grounds begin in the words; null: there are none, or something follows them. */
  grounds: number | null;
  /** The line has nothing but grounds, so there is nothing to align them behind. */
  groundsOnly: boolean;
}

class Layout {
  readonly #leaves: LeafCstNode[];
  /**
   * By offset: whether it begins an element at the top, a part inside a block, or an item that
   * begins a line only where its author began one.
   */
  readonly #starts = new Map<number, 'element' | 'part' | 'item'>();
  /** By index of the `{`: that of its `}`. */
  readonly #closing = new Map<number, number>();
  readonly #broken = new Set<number>();
  readonly #lines: Line[] = [];

  constructor(document: AstNode) {
    const root = document.$cstNode!;
    this.#leaves = [...CstUtils.flattenCst(root)];
    for (const node of AstUtils.streamAllContents(document)) {
      const inList = ['Unordered', 'Equally', 'Choice'].includes(node.$container?.$type ?? '');
      if (node.$container === document) this.#starts.set(node.$cstNode!.offset, 'element');
      else if (STARTERS.has(node.$type) && !inList) this.#starts.set(node.$cstNode!.offset, 'part');
      else if (isItem(node) && !this.#starts.has(node.$cstNode!.offset)) {
        this.#starts.set(node.$cstNode!.offset, 'item');
      }
    }
    this.#findBlocks();
  }

  text(): string {
    this.#layOut();
    this.#align();
    return this.#lines
      .map(({ indent, words, empty }) => `${empty ? '\n' : ''}${indent}${words}\n`)
      .join('');
  }

  #findBlocks(): void {
    const open: { at: number; starters: number }[] = [];
    for (const [i, leaf] of this.#leaves.entries()) {
      const inside = open.at(-1);
      const comment = leaf.hidden;
      if (inside && (comment || (i > 0 && this.#breaksBefore(i) > 0))) {
        for (const block of open) this.#broken.add(block.at);
      }
      if (comment) continue;
      if (inside && this.#starts.get(leaf.offset) === 'part' && (inside.starters += 1) > 1) {
        for (const block of open) this.#broken.add(block.at);
      }
      if (leaf.text === '{') open.push({ at: i, starters: 0 });
      else if (leaf.text === '}') this.#closing.set(open.pop()!.at, i);
    }
    // Lists of an expression have no lines of their own; what is broken in them stays broken.
    for (const at of this.#closing.keys())
      if (isListBrace(this.#leaves[at])) this.#broken.delete(at);
  }

  #breaksBefore(i: number): number {
    return this.#leaves[i].range.start.line - this.#leaves[i - 1].range.end.line;
  }

  #layOut(): void {
    const blocks: number[] = [];
    let depth = 0;
    let fresh = true;
    for (const [i, leaf] of this.#leaves.entries()) {
      const authors = i === 0 ? 0 : this.#breaksBefore(i);
      const previous = this.#leaves[i - 1];
      const opened = previous?.text === '{' && !previous.hidden && this.#broken.has(i - 1);
      const block = blocks.at(-1);
      const inBroken = block !== undefined && this.#broken.has(block);
      const closes = inBroken && this.#closing.get(block) === i;
      if (closes) depth -= 1;
      const start = leaf.hidden ? undefined : this.#starts.get(leaf.offset);
      const due =
        i === 0 ||
        previous.hidden ||
        start === 'element' ||
        (!leaf.hidden && (opened || closes || (start === 'part' && inBroken)));
      if (due || authors > 0) {
        const goesOn = start === undefined && !opened && !closes && this.#continues(i);
        const own = leaf.hidden || !goesOn;
        this.#lines.push({
          indent: INDENT.repeat(depth) + (own ? '' : CONTINUED),
          empty: authors > 1 && !opened && !closes,
          words: '',
          grounds: null,
          groundsOnly: false,
        });
        fresh = true;
      }
      this.#put(leaf, fresh ? undefined : previous);
      fresh = false;
      if (this.#closing.has(i)) blocks.push(i);
      else if (block !== undefined && this.#closing.get(block) === i) blocks.pop();
      if (this.#broken.has(i)) depth += 1;
    }
  }

  /** Whether a word goes on with what stands before it, comments aside. */
  #continues(i: number): boolean {
    let before = i - 1;
    while (before >= 0 && this.#leaves[before].hidden) before -= 1;
    return before >= 0 && !this.#broken.has(before);
  }

  #put(leaf: LeafCstNode, previous: LeafCstNode | undefined): void {
    const line = this.#lines.at(-1)!;
    if (previous) line.words += leaf.hidden ? '  ' : spaceBetween(previous, leaf);
    const grounds = !leaf.hidden && GROUNDS.has(ruleOf(leaf));
    if (grounds && line.words === '') line.groundsOnly = true;
    if (grounds && !line.groundsOnly) line.grounds ??= line.words.length;
    else if (!leaf.hidden && !insideGrounds(leaf)) line.grounds = null;
    line.words += leaf.hidden ? leaf.text.trimEnd() : leaf.text;
  }

  /** Grounds of neighbouring lines begin in one column; at the top, of lines of one kind. */
  #align(): void {
    let from = 0;
    while (from < this.#lines.length) {
      let to = from + 1;
      const { indent, words: first } = this.#lines[from];
      const word = firstWord(first);
      while (
        to < this.#lines.length &&
        !this.#lines[to].empty &&
        this.#lines[to].indent === indent &&
        (indent !== '' || firstWord(this.#lines[to].words) === word)
      ) {
        to += 1;
      }
      const group = this.#lines.slice(from, to).filter((line) => line.grounds !== null);
      const column = Math.max(0, ...group.map((line) => line.grounds!)) + 1;
      const fits = group.every(
        (line) => indent.length + line.words.length + column - line.grounds! <= WIDEST,
      );
      if (fits) {
        for (const line of group) {
          const { words, grounds } = line;
          line.words =
            words.slice(0, grounds!) + ' '.repeat(column - grounds!) + words.slice(grounds!);
        }
      }
      from = to;
    }
  }
}

function firstWord(words: string): string {
  return words.split(' ', 1)[0];
}

function isItem(node: AstNode): boolean {
  return (
    ITEMS.has(node.$type) || (node.$type === 'Reference' && node.$container?.$type === 'NamedState')
  );
}

/** The rules of what something rests on. */
const GROUNDS: ReadonlySet<string | undefined> = new Set(['Grounds', 'Evidence']);

/** Whether it is the text after `because`, the name after `rests on` or the place after `inferred from`. */
function insideGrounds(leaf: CstNode): boolean {
  for (let node: CstNode | undefined = leaf; node !== undefined; node = node.container) {
    const rule = ruleOf(node);
    if (GROUNDS.has(rule)) return true;
    if (rule !== 'Text' && rule !== 'Name') return false;
  }
  return false;
}
