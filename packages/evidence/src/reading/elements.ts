import { countWords, oneLine, type Block } from './block.js';
import { isDateLine } from './opening.js';
import { looksLikeHeading } from './sentence.js';
import { raisedText } from './shifted.js';

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
  readonly parentNode: Element | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): Element | null;
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
  /** Inside a cell that holds paragraphs: each break ends one. */
  breaks: boolean;
}

/** A time above or below what was written at it: "10:42", "14.05 Uhr", "6m ago". */
const CLOCK = String.raw`\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?|\s?[A-Z]{2,4}|\s+Uhr)?`;
const AGO = String.raw`(?:(?:just now|\d{1,3}\s?(?:[smhd]|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?)\s+ago|vor\s+\d{1,3}\s+(?:Minuten|Stunden)|(?:il y a|hace)\s+\d{1,3}\s+\p{L}{1,8}))`;
const TIME = new RegExp(
  String.raw`^\s*(?:(?:posted|published|updated|edited)\s+(?:at\s+)?)?(?:${CLOCK}|${AGO}(?:\s*[•·|]?\s*${CLOCK})?)\s*$`,
  'iu',
);
/** Longer lines are looked at for no date. */
const LONGEST_TIME = 60;

function isTime(text: string): boolean {
  const line = oneLine(text);
  return line.length <= LONGEST_TIME && (TIME.test(line) || isDateLine(line));
}

/** The blocks of a tree of elements. */
export function readElement(root: Element): Block[] {
  const walk: Walk = { blocks: [], words: [], kind: 'paragraph', marker: '', breaks: false };
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
    const kind = walk.kind === 'paragraph' && isTime(piece) ? 'heading' : walk.kind;
    walk.blocks.push({ text: marked ? walk.marker + piece.trim() : piece, kind });
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
  return text.replace(/\u00AD[^\S\n]{0,200}\n\s{0,200}|\uFEFF/gu, '').replace(/\s+/gu, ' ');
}

function readChild(element: Element, walk: Walk): void {
  const name = element.localName;
  if (SKIPPED.has(name)) return;
  if (name === 'br' && walk.breaks) flush(walk);
  else if (name === 'br') walk.words.push('\n');
  else if (name === 'sup' || isRaised(element)) readRaised(element, walk);
  else if ((name === 'cite' && isSource(element)) || (!BLOCKS.has(name) && isCaption(element)))
    readSource(element, walk);
  else if (name === 'a' && BACK.test(element.textContent)) return;
  else if (name === 'tr' && !isLayout(element)) readRow(element, walk);
  else if (name === 'ul' || name === 'ol') readList(element, walk);
  else if (BLOCKS.has(name)) {
    flush(walk);
    const outer = walk.kind;
    const { breaks } = walk;
    walk.kind = kindOf(element, walk);
    if (name === 'td' || name === 'th') walk.breaks = true;
    if (walk.breaks && walk.kind === 'paragraph') walk.kind = 'unsure';
    readChildren(element, walk);
    flush(walk);
    walk.kind = outer;
    walk.breaks = breaks;
  } else readChildren(element, walk);
}

function kindOf(element: Element, walk: Walk): Block['kind'] {
  const name = element.localName;
  if (/^h[1-6]$/u.test(name)) {
    const isTitle = name === 'h1' && !walk.blocks.some((block) => block.kind === 'title');
    return isTitle && walk.blocks.length < 6 ? 'title' : 'heading';
  }
  if (name === 'figcaption' || name === 'caption' || isCaption(element)) return 'caption';
  if (name === 'summary' || LEADS.test(element.className)) return 'heading';
  if (/^(?:foot|end|rear)notes?$/u.test(element.getAttribute('epub:type') ?? '')) return 'note';
  // Terms and what they mean are one list.
  if ((name === 'dt' || name === 'dd') && walk.kind === 'paragraph') return 'item';
  // Outside a list: as a document that counts its items itself has them.
  if (name === 'li' && walk.kind === 'paragraph') return 'item';
  return name === 'p' && walk.kind === 'paragraph' && isAllBold(element) ? 'unsure' : walk.kind;
}

/** How programs for mail name what stands above a mail that is answered. */
const LEADS = /\b(?:gmail_attr|moz-cite-prefix|yahoo_quoted_header)\b/u;

/** "wp-caption-text", "thumbcaption", "photo-credit". */
function isCaption(element: Element): boolean {
  return /(?:^|[\s_-])(?:[a-z]*caption|(?:photo|image|picture|media)?-?credits?|gallerytext)(?:$|[\s_-])/iu.test(
    element.className,
  );
}

/** Of a note back to its mark. */
const BACK = /^\s*(?:[↩↑⬆⤴]\uFE0E?\uFE0F?|\^)\s*$/u;

/** Whose words a quotation set apart is, below it. */
function isSource(element: Element): boolean {
  return element.parentNode?.localName === 'blockquote';
}

function readSource(element: Element, walk: Walk): void {
  flush(walk);
  const outer = walk.kind;
  walk.kind = 'caption';
  readChildren(element, walk);
  flush(walk);
  walk.kind = outer;
}

/** "A heading" that has no other mark than its letters. */
function isAllBold(element: Element): boolean {
  const text = oneLine(element.textContent);
  if (!looksLikeHeading(text)) return false;
  let bold = '';
  for (const part of element.querySelectorAll('b,strong')) bold += part.textContent;
  return oneLine(bold) === text;
}

function isRaised(element: Element): boolean {
  return /vertical-align\s*:\s*super/iu.test(element.getAttribute('style') ?? '');
}

/** A note's mark, a power, the "th" of an ordinal. */
function readRaised(element: Element, walk: Walk): void {
  const text = oneLine(element.textContent);
  const before = walk.words.slice(-3).join('');
  const link = element.querySelector('a');
  const note =
    /#/u.test(link?.getAttribute('href') ?? '') ||
    /\b(?:reference|foot-?note|end-?note|fn|noteref)\b/iu.test(
      `${element.className} ${link?.className ?? ''} ${link?.getAttribute('role') ?? ''}`,
    );
  walk.words.push(raisedText(text, before, note));
}

const POSTS = 'article,section,h2,h3,h4,time,[class*=time]';

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
    // Of posts one below the other each is a text of its own.
    if (item.querySelector(POSTS) !== null) {
      walk.kind = outer;
      walk.marker = '';
      readChildren(item, walk);
      flush(walk);
      continue;
    }
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

/** More words in a cell are paragraphs that a table only places on the page. */
const LONG_CELL = 40;

/** A table that only places paragraphs on a page. */
function isLayout(row: Element): boolean {
  if (row.querySelector('h1, h2, h3') !== null) return true;
  const filled = filledCells(row);
  const parted = (cell: Element): boolean =>
    cell.querySelector('p + p, div + div, br, ul, ol') !== null;
  const words = (cell: Element): number => countWords(cell.textContent);
  // A small table may be what a cell holds.
  if (row.querySelector('table') !== null) return filled.length < 2 || words(row) > LONG_CELL;
  if (filled.length === 1) return parted(filled[0]) || words(filled[0]) > LONG_CELL;
  return filled.some((cell) => parted(cell) && words(cell) > LONG_CELL);
}

/** The cells of a row that have words. */
export function filledCells(row: Element): Element[] {
  return cellsOf(row).filter((cell) => oneLine(cell.textContent) !== '');
}

function cellsOf(row: Element): Element[] {
  const { childNodes } = row;
  return Array.from(childNodes).filter(
    (node): node is Element => node.nodeType === 1 && /^t[dh]$/u.test((node as Element).localName),
  );
}

function readRow(row: Element, walk: Walk): void {
  flush(walk);
  const cells = cellsOf(row).map((cell) =>
    readElement(cell)
      .map(({ text }) => oneLine(text))
      .join(' '),
  );
  const text = cells.join(' | ');
  if (cells.some((cell) => cell !== '')) walk.blocks.push({ text, kind: 'row' });
}
