import { ReadError, type TextMetadata } from '../source-text.js';
import { oneLine, type Block, type Draft } from './block.js';
import { elementsOf, parseXml, xmlText, type Xml } from './docx-tree.js';
import { decodeText } from './encoding.js';
import type { Limits } from './limits.js';
import { ListCounter } from './odt-numbering.js';
import { inflateParts } from './zip-parts.js';

const PART = /^(?:content|styles|meta)\.xml$/u;

/** What holds no words of the text, or words that were deleted. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:bibliography',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:sequence-decls',
  'text:note-citation',
  'text:ruby-text',
  'office:annotation',
  'office:forms',
  'draw:object',
  'svg:title',
  'svg:desc',
]);

interface Walk {
  readonly blocks: Block[];
  readonly notes: Block[];
  /** Styles of the paragraphs, with those that they are made of. */
  readonly styles: ReadonlyMap<string, string>;
  /** How the lists of a style count their items. */
  readonly counters: ReadonlyMap<string, ListCounter>;
}

/** An OpenDocument text: paragraphs, headings, lists, tables and notes as it marks them. */
export async function readOdt(bytes: Uint8Array, limits: Limits): Promise<Draft> {
  const { parts, warnings } = inflateParts(bytes, PART, limits.docx);
  const content = await part(parts, 'content.xml');
  const body = content && elementsOf(content, new Set(['office:text']))[0];
  if (!body) {
    throw new ReadError(
      'broken',
      'The OpenDocument file holds no text document.',
      'Open it in a word processor and save it again.',
    );
  }
  const styles = new Map<string, string>();
  const counters = new Map<string, ListCounter>();
  for (const root of [await part(parts, 'styles.xml'), content]) {
    if (root === null) continue;
    for (const style of elementsOf(root, new Set(['style:style']))) {
      const { attribs } = style;
      styles.set(attribs['style:name'] ?? '', attribs['style:parent-style-name'] ?? '');
    }
    for (const list of elementsOf(root, new Set(['text:list-style'])))
      counters.set(list.attribs['style:name'] ?? '', new ListCounter(list));
  }
  const walk: Walk = { blocks: [], notes: [], styles, counters };
  for (const child of body.children) readPart(child, walk, null);
  return {
    blocks: [...walk.blocks, ...walk.notes],
    metadata: readMeta(await part(parts, 'meta.xml')),
    ofFile: true,
    warnings,
  };
}

async function part(parts: ReadonlyMap<string, Uint8Array>, name: string): Promise<Xml | null> {
  const bytes = parts.get(name);
  return bytes ? parseXml((await decodeText(bytes)).text) : null;
}

/** An item of a list: what stands before its first paragraph. */
interface Item {
  marker: string;
}

function readPart(node: Xml, walk: Walk, item: Item | null): void {
  if (node.type !== 'tag' || LEFT_OUT.has(node.name)) return;
  switch (node.name) {
    case 'text:p':
    case 'text:h':
      readParagraph(node, walk, item);
      break;
    case 'text:list':
      readList(node, walk, node.attribs['text:style-name'] ?? '', 1);
      break;
    case 'table:table':
      for (const row of elementsOf(node, new Set(['table:table-row']))) readRow(row, walk);
      break;
    default:
      for (const child of node.children) readPart(child, walk, item);
  }
}

function readParagraph(node: Xml, walk: Walk, item: Item | null): void {
  const boxes: Xml[] = [];
  const text = wordsOf(node, walk, boxes);
  if (text.trim() !== '') {
    const style = rootStyle(node.attribs['text:style-name'] ?? '', walk.styles);
    const isTitle = style === 'Title' && !walk.blocks.some(({ kind }) => kind === 'title');
    const kind =
      node.name === 'text:h' || style === 'Subtitle'
        ? 'heading'
        : isTitle
          ? 'title'
          : item
            ? 'item'
            : 'paragraph';
    walk.blocks.push({ text: (item?.marker ?? '') + text, kind });
    if (item) item.marker = '';
  }
  for (const box of boxes) for (const child of box.children) readPart(child, walk, null);
}

/** The named style at the root of one that was made while writing. */
function rootStyle(name: string, styles: ReadonlyMap<string, string>): string {
  let style = name;
  for (let depth = 0; depth < 20; depth++) {
    if (/^(?:Title|Subtitle)$/u.test(style)) return style;
    const parent = styles.get(style);
    if (!parent) return style;
    style = parent;
  }
  return style;
}

function wordsOf(node: Xml, walk: Walk, boxes: Xml[]): string {
  let words = '';
  for (const child of node.children) {
    if (child.type === 'text') words += (child.data ?? '').replace(/\s+/gu, ' ');
    else if (LEFT_OUT.has(child.name)) continue;
    else if (child.name === 'text:s') words += ' ';
    else if (child.name === 'text:tab') words += ' ';
    else if (child.name === 'text:line-break') words += '\n';
    else if (child.name === 'draw:text-box') boxes.push(child);
    else if (child.name === 'text:note') words += readNote(child, walk);
    else words += wordsOf(child, walk, boxes);
  }
  return words;
}

/** Notes stand after the text, each with its mark. */
function readNote(node: Xml, walk: Walk): string {
  const citation = node.children.find(({ name }) => name === 'text:note-citation');
  const mark = `[${citation ? oneLine(xmlText(citation)) : walk.notes.length + 1}]`;
  const body = node.children.find(({ name }) => name === 'text:note-body');
  const words = body
    ? oneLine(
        elementsOf(body, new Set(['text:p']))
          .map(xmlText)
          .join(' '),
      )
    : '';
  walk.notes.push({ text: `${mark} ${words}`, kind: 'note' });
  return mark;
}

function readList(list: Xml, walk: Walk, style: string, level: number): void {
  const counter = walk.counters.get(style);
  if (level === 1 && !isContinued(list)) counter?.begin();
  for (const node of list.children) {
    if (node.name !== 'text:list-item' && node.name !== 'text:list-header') continue;
    // What holds a list alone is no item itself.
    const first = node.children.find(({ type }) => type === 'tag');
    const counts = node.name === 'text:list-item' && first?.name !== 'text:list';
    const start = Number(node.attribs['text:start-value']) || null;
    const item: Item = { marker: counts ? (counter?.next(level, start) ?? '• ') : '' };
    for (const child of node.children) {
      if (child.name === 'text:list')
        readList(child, walk, child.attribs['text:style-name'] ?? style, level + 1);
      else readPart(child, walk, item);
    }
  }
}

function isContinued({ attribs }: Xml): boolean {
  return attribs['text:continue-numbering'] === 'true' || 'text:continue-list' in attribs;
}

function readRow(row: Xml, walk: Walk): void {
  const cells = row.children.filter(({ name }) => name === 'table:table-cell');
  const texts = cells.map((cell) =>
    oneLine(
      elementsOf(cell, new Set(['text:p', 'text:h']))
        .map((node) => wordsOf(node, walk, []))
        .join(' '),
    ),
  );
  if (texts.some((text) => text !== '')) walk.blocks.push({ text: texts.join(' | '), kind: 'row' });
}

function readMeta(root: Xml | null): Partial<TextMetadata> {
  if (root === null) return {};
  const value = (name: string): string | null => {
    const [found] = elementsOf(root, new Set([name]));
    return found ? oneLine(xmlText(found)) || null : null;
  };
  return {
    title: value('dc:title'),
    author: value('meta:initial-creator') ?? value('dc:creator'),
    language: value('dc:language'),
  };
}
