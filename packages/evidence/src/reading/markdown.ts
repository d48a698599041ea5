import { oneLine, type Block, type Draft } from './block.js';
import { readFrontMatter } from './front-matter.js';
import type { Limits } from './limits.js';
import { parseBlocks, TooCostly, type Token } from './markdown-parser.js';
import { readPlainText } from './plain-text.js';

/** Markdown: its structure decides what is a heading, an item, a row; front matter gives metadata. */
export function readMarkdown(text: string, limits: Limits): Draft {
  const { metadata, rest } = readFrontMatter(text);
  try {
    return { blocks: readBlocks(rest, limits), metadata, warnings: [] };
  } catch (error) {
    if (!(error instanceof TooCostly)) throw error;
    return {
      ...readPlainText(rest),
      metadata,
      warnings: [`The Markdown ${error.message}: it was read as plain text.`],
    };
  }
}

/** A quotation or an item that the next block stands in. */
interface Around {
  /** What stands before its first block, and '' before the others; null in a quotation. */
  marker: string | null;
  /** A note: it stands after the text, wherever it is written. */
  readonly note?: true;
}

function readBlocks(text: string, limits: Limits): Block[] {
  const { tokens, inline } = parseBlocks(text, limits);
  const blocks: Block[] = [];
  const around: Around[] = [];
  const lists: (number | null)[] = [];
  const notes: Block[] = [];
  const marker = (): string | null => {
    const inside = around.at(-1);
    const mark = inside?.marker ?? null;
    if (inside && mark !== null) inside.marker = '';
    return mark;
  };
  tokens.forEach((token, i) => {
    switch (token.type) {
      case 'blockquote_open':
        marker();
        around.push({ marker: null });
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        marker();
        lists.push(token.type === 'bullet_list_open' ? null : Number(token.attrGet('start') ?? 1));
        break;
      case 'list_item_open': {
        const number = lists.at(-1) ?? null;
        around.push({ marker: number === null ? '• ' : `${number}. ` });
        if (number !== null) lists[lists.length - 1] = number + 1;
        break;
      }
      case 'footnote_reference_open':
        around.push({ marker: `[^${labelOf(token)}]: `, note: true });
        break;
      case 'footnote_reference_close':
      case 'list_item_close':
      case 'blockquote_close':
        around.pop();
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'fence':
      case 'code_block':
        marker();
        blocks.push({ text: token.content, kind: 'paragraph' });
        break;
      case 'html_block':
        readParagraph(withoutTags(token.content), false, blocks, marker());
        break;
      case 'inline': {
        const words = inline(token);
        const mark = marker();
        const before = tokens[i - 1];
        if (before.type === 'heading_open') {
          const first = before.tag === 'h1' && blocks.length < 4;
          const isTitle = first && !blocks.some((block) => block.kind === 'title');
          blocks.push({ text: plainWords(words), kind: isTitle ? 'title' : 'heading' });
        } else if (around.some(({ note }) => note)) {
          notes.push({ text: (mark ?? '') + plainWords(words), kind: 'note' });
        } else readParagraph(plainWords(words), isPicture(words), blocks, mark);
        break;
      }
    }
  });
  return [...blocks, ...notes];
}

function labelOf({ meta }: Token): string {
  return (meta as { readonly label?: string } | null)?.label ?? '';
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
  else if (lines.length > 1 && /^[\s|:-]+$/u.test(lines[1]) && /[|]/u.test(lines[1])) {
    lines.forEach((line, i) => {
      if (i !== 1) blocks.push({ text: line.replace(/^\s*\||\|\s*$/gu, ''), kind: 'row' });
    });
  } else blocks.push({ text, kind: 'paragraph' });
}

function plainWords(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'softbreak':
        case 'hardbreak':
          return '\n';
        case 'footnote_ref':
          return `[^${labelOf(token)}]`;
        case 'html_inline':
          return withoutTags(token.content);
        case 'image':
          return plainWords(token.children ?? []);
        default:
          return token.content;
      }
    })
    .join('');
}

function isPicture(tokens: readonly Token[]): boolean {
  const parts = tokens.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  return (
    parts.some(({ type }) => type === 'image') &&
    parts.every(({ type }) => type === 'image' || type === 'softbreak')
  );
}

/** The words of raw HTML; what scripts and styles hold are no words. */
function withoutTags(html: string): string {
  if (/^\s{0,80}<(?:script|style|iframe|!--)/iu.test(html)) return '';
  return html.replace(/<br\s?\/?>/giu, '\n').replace(/<\/?[a-z!][^<>]{0,2000}>/giu, '');
}
