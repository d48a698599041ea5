import { oneLine, type Block } from './block.js';

/** As much of the DOM as is read here. */
export interface Node {
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: ArrayLike<Node>;
}

export interface Element extends Node {
  readonly localName: string;
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
  replaceWith(node: Node): void;
  append(...nodes: Node[]): void;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'iframe']);

/** The state of a walk through a tree: the words of the block that is being read. */
interface Walk {
  readonly blocks: Block[];
  words: string[];
  kind: Block['kind'];
  /** Before the next item of a list. */
  marker: string;
}

/** The blocks of a tree of elements. */
export function readElement(root: Element): Block[] {
  const walk: Walk = { blocks: [], words: [], kind: 'paragraph', marker: '' };
  readChildren(root, walk);
  flush(walk);
  return walk.blocks;
}

function flush(walk: Walk): void {
  const text = walk.words.join('').replace(/[^\S\n]+/gu, ' ');
  walk.words = [];
  // Old pages part paragraphs with two line breaks.
  for (const piece of text.split(/\n\s*\n/u)) {
    if (oneLine(piece) === '') continue;
    const marked = walk.kind === 'item' || walk.kind === 'note';
    walk.blocks.push({ text: marked ? walk.marker + piece.trim() : piece, kind: walk.kind });
    walk.marker = '';
  }
}

function readChildren(node: Node, walk: Walk): void {
  const children = node.childNodes;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child.nodeType === 3) walk.words.push(wordsOf(child.textContent));
    else if (child.nodeType === 1) readChild(child as Element, walk);
  }
}

/** White space is one space; a word cut at the end of a line of the source is put together. */
function wordsOf(text: string): string {
  return text.replace(/\u00AD[^\S\n]{0,200}\n\s{0,200}/gu, '').replace(/\s+/gu, ' ');
}

function readChild(element: Element, walk: Walk): void {
  const name = element.localName;
  if (SKIPPED.has(name)) return;
  if (name === 'br') walk.words.push('\n');
  else if (name === 'tr' && !isLayout(element)) readRow(element, walk);
  else if (name === 'ul' || name === 'ol') readList(element, walk);
  else if (BLOCKS.has(name)) {
    flush(walk);
    const outer = walk.kind;
    walk.kind = kindOf(name, walk);
    readChildren(element, walk);
    flush(walk);
    walk.kind = outer;
  } else readChildren(element, walk);
}

function kindOf(name: string, walk: Walk): Block['kind'] {
  if (/^h[1-6]$/u.test(name)) {
    const isTitle = name === 'h1' && !walk.blocks.some((block) => block.kind === 'title');
    return isTitle && walk.blocks.length < 6 ? 'title' : 'heading';
  }
  if (name === 'figcaption' || name === 'caption') return 'caption';
  return walk.kind;
}

function readList(list: Element, walk: Walk): void {
  flush(walk);
  const outer = walk.kind;
  const numbered = list.localName === 'ol';
  let number = Number(list.getAttribute('start') ?? 1) || 1;
  const children = list.childNodes;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child.nodeType !== 1) continue;
    const item = child as Element;
    walk.kind = isNote(item) || isNote(list) || outer === 'note' ? 'note' : 'item';
    walk.marker = walk.kind === 'note' ? `[${number++}] ` : numbered ? `${number++}. ` : '• ';
    readChildren(item, walk);
    flush(walk);
  }
  walk.kind = outer;
  walk.marker = '';
}

/** Notes as pandoc, WordPress, Word and EPUB mark them. */
function isNote(element: Element): boolean {
  return (
    /^(?:fn|footnote|endnote|cite_note)[-:_]?\w{0,20}$/iu.test(element.id) ||
    /\b(?:footnotes?|endnotes?|references)\b/iu.test(element.className) ||
    /^doc-(?:foot|end)notes?$/u.test(element.getAttribute('role') ?? '')
  );
}

/** A table that only places paragraphs on a page. */
function isLayout(row: Element): boolean {
  return row.querySelector('p + p, div, table, h1, h2, h3, ul, ol') !== null;
}

function readRow(row: Element, walk: Walk): void {
  flush(walk);
  const cells: string[] = [];
  for (const cell of row.querySelectorAll('td,th')) cells.push(oneLine(cell.textContent));
  const text = cells.join(' | ');
  if (cells.some((cell) => cell !== '')) walk.blocks.push({ text, kind: 'row' });
}
