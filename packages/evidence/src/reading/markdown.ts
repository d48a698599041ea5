import { fromMarkdown } from 'mdast-util-from-markdown';
import type { TextMetadata } from '../source-text.js';
import { oneLine, type Block, type Draft } from './block.js';
import { readPlainText } from './plain-text.js';

type Node = ReturnType<typeof fromMarkdown>['children'][number] | { readonly type: 'root' };

/** The parser's time grows with the square of the marks in a paragraph; no essay has so many. */
const MOST_MARKS = 5000;

/** Markdown: its structure decides what is a heading, an item, a row; front matter gives metadata. */
export function readMarkdown(text: string): Draft {
  const matter = /^---[^\S\n]*\n([^]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u.exec(text);
  if (hasTooManyMarks(text)) {
    const plain = readPlainText(text);
    const why = `A paragraph has more than ${MOST_MARKS} Markdown marks; read as plain text.`;
    return { ...plain, warnings: [why] };
  }
  const tree = fromMarkdown(matter ? text.slice(matter[0].length) : text);
  const blocks: Block[] = [];
  for (const node of tree.children) readNode(node, blocks, null);
  return { blocks, metadata: matter ? readFrontMatter(matter[1]!) : {}, warnings: [] };
}

function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (const [mark] of text.matchAll(/\n[^\S\n]{0,80}\n|[[\]*_`<]/gu)) {
    marks = mark.length > 1 ? 0 : marks + 1;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

/** @param marker what stands before the next paragraph, where it begins an item of a list */
function readNode(node: Node, blocks: Block[], marker: string | null): void {
  switch (node.type) {
    case 'heading': {
      const isTitle = node.depth === 1 && !blocks.some((block) => block.kind === 'title');
      blocks.push({ text: inline(node), kind: isTitle && blocks.length < 4 ? 'title' : 'heading' });
      break;
    }
    case 'paragraph':
      readParagraph(inline(node), isPicture(node), blocks, marker);
      break;
    case 'code':
      blocks.push({ text: node.value, kind: 'paragraph' });
      break;
    case 'html':
      readParagraph(withoutTags(node.value), false, blocks, marker);
      break;
    case 'blockquote':
      for (const child of node.children) readNode(child, blocks, null);
      break;
    case 'list':
      node.children.forEach((item, i) => {
        const mark = node.ordered ? `${(node.start ?? 1) + i}. ` : '• ';
        item.children.forEach((child, k) => readNode(child, blocks, k === 0 ? mark : ''));
      });
      break;
  }
}

function readParagraph(
  text: string,
  picture: boolean,
  blocks: Block[],
  marker: string | null,
): void {
  if (oneLine(text) === '') return;
  const lines = text.split('\n');
  if (marker !== null) blocks.push({ text: marker + text, kind: 'item' });
  else if (picture) blocks.push({ text, kind: 'caption' });
  else if (/^\[\^[^\]\s]{1,40}\]:/u.test(text)) blocks.push({ text, kind: 'note' });
  else if (lines.length > 1 && /^[\s|:-]+$/u.test(lines[1]!) && /[|]/u.test(lines[1]!)) {
    lines.forEach((line, i) => {
      if (i !== 1) blocks.push({ text: line.replace(/^\s*\||\|\s*$/gu, ''), kind: 'row' });
    });
  } else blocks.push({ text, kind: 'paragraph' });
}

interface Inline {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null | undefined;
  readonly children?: readonly Inline[];
}

function inline(node: Inline): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'html':
      return withoutTags(node.value ?? '');
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return node.value ?? (node.children ?? []).map(inline).join('');
  }
}

function isPicture(node: Inline): boolean {
  const children = (node.children ?? []).filter((child) => (child.value ?? 'x').trim() !== '');
  return children.length > 0 && children.every((child) => child.type.startsWith('image'));
}

/** The words of raw HTML; what scripts and styles hold are no words. */
function withoutTags(html: string): string {
  if (/^\s{0,80}<(?:script|style|iframe|!--)/iu.test(html)) return '';
  return html.replace(/<br\s?\/?>/giu, '\n').replace(/<\/?[a-z!][^<>]{0,2000}>/giu, '');
}

const KEYS: Record<string, keyof TextMetadata> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  by: 'author',
  date: 'published',
  published: 'published',
  publisher: 'publisher',
  publication: 'publisher',
  source: 'publisher',
  url: 'url',
  link: 'url',
  canonical: 'url',
  lang: 'language',
  language: 'language',
};

/** "key: value" lines and the lists below them; more of YAML is not needed for a bibliography. */
function readFrontMatter(matter: string): Partial<TextMetadata> {
  const found: { -readonly [K in keyof TextMetadata]?: string } = {};
  let key: keyof TextMetadata | undefined;
  for (const line of matter.split('\n')) {
    const pair = /^(\w[\w -]{0,40}):(?:\s(.*))?$/u.exec(line);
    const item = /^\s*-\s+(?:name:\s*)?(.*)$/u.exec(line);
    const values = pair ? listed(pair[2] ?? '') : item ? [unquote(item[1]!)] : [];
    if (pair) key = KEYS[pair[1]!.toLowerCase()];
    if (key === undefined) continue;
    for (const value of values) {
      if (value === '') continue;
      if (found[key] === undefined) found[key] = value;
      else if (key === 'author') found.author += `, ${value}`;
    }
  }
  return found;
}

function listed(value: string): string[] {
  const list = /^\[(.*)\]$/u.exec(value.trim());
  return list ? list[1]!.split(',').map(unquote) : [unquote(value)];
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/u, '$2');
}
