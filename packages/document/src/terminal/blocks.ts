import stringWidth from 'string-width';
import type { Block, Content, Inline, Table, Verdict } from '../document.js';
import { references } from '../references.js';
import type { Page } from './page.js';
import type { Style } from './style.js';

/** What stands under a heading, and under an item of a list. */
const UNDER_HEADING = 2;
const UNDER_ITEM = 4;

/** Blocks as lines; references and the numbers of states go to the margin. */
export function printBlocks(page: Page, blocks: readonly Block[], indent = 0): void {
  let within = indent;
  for (const block of blocks) {
    switch (block.block) {
      case 'heading':
        page.blank();
        page.line(page.style.strong(contentText(block.content, page.style)), {
          indent,
          margin: marginOf(block.content),
        });
        within = indent + UNDER_HEADING;
        break;
      case 'paragraph': {
        const text = contentText(block.content, page.style);
        if (block.role !== 'text') page.blank();
        page.line(block.role === 'note' ? page.style.quiet(text) : text, {
          indent: block.role === 'text' ? within : indent,
          ...(block.role === 'text' && within > UNDER_HEADING ? { hang: 2 } : {}),
          margin: marginOf(block.content),
        });
        break;
      }
      case 'list':
        block.items.forEach(({ content, below }, k) => {
          const mark = block.ordered ? `${k + 1}. ` : '';
          page.line(mark + contentText(content, page.style), {
            indent: within,
            hang: Math.max(2, mark.length),
            margin: marginOf(content),
          });
          printBlocks(page, below, within + UNDER_ITEM);
        });
        break;
      case 'table':
        printTable(page, block, within);
        break;
      case 'figure':
        printBlocks(page, block.words, within);
        break;
      case 'listing':
        for (const line of block.text.split(/\r\n|\r|\n/)) page.row(' '.repeat(within) + line);
        break;
      case 'bibliography':
        for (const { content } of block.entries)
          page.line(contentText(content, page.style), { indent: within, hang: 2 });
        break;
    }
  }
}

/** In columns where they fit; else a row is a line, its cells with the heads of their columns. */
function printTable(page: Page, { columns, groups }: Table, indent: number): void {
  const cell = (content: Content): string => contentText(content, page.style);
  const heads = columns.map(({ head }) => cell(head));
  const rows = groups.flatMap(({ rows: own }) => own.map((row) => row.map(cell)));
  const widths = heads.map((head, k) =>
    Math.max(stringWidth(head), ...rows.map((row) => stringWidth(row[k] ?? ''))),
  );
  const fits = indent + widths.reduce((sum, width) => sum + width + 2, -2) <= page.width;
  const inColumns = (row: readonly string[]): string =>
    row
      .map((text, k) => {
        const room = ' '.repeat(Math.max(0, widths[k] - stringWidth(text)));
        return columns[k].align === 'start' ? text + room : room + text;
      })
      .join('  ');
  if (fits) page.row(' '.repeat(indent) + page.style.quiet(inColumns(heads)));
  for (const { title, rows: own } of groups) {
    if (title !== '') page.line(page.style.strong(title), { indent });
    for (const row of own.map((contents) => contents.map(cell)))
      if (fits) page.row(' '.repeat(indent) + inColumns(row));
      else
        page.line(row.map((text, k) => (k === 0 ? text : `${heads[k]}: ${text}`)).join('; '), {
          indent,
          hang: 2,
        });
  }
}

const LOOKS: Readonly<Record<Verdict, 'good' | 'warning' | 'bad'>> = {
  yes: 'good',
  partly: 'warning',
  no: 'bad',
};

function contentText(content: Content, style: Style): string {
  return content
    .map((inline) => inlineText(inline, style))
    .join('')
    .trimEnd();
}

function inlineText(inline: Inline, style: Style): string {
  if (typeof inline === 'string') return inline;
  switch (inline.inline) {
    case 'strong':
    case 'actor':
      return style.strong(inline.text);
    case 'quiet':
      return style.quiet(inline.text);
    case 'code':
      return `“${inline.text}”`;
    case 'element':
    case 'state':
    case 'section':
      return inline.text;
    case 'verdict':
      return style[LOOKS[inline.verdict]](inline.text);
    case 'references':
      return '';
    case 'link':
      return inline.address;
  }
}

function marginOf(content: Content): string {
  return content
    .flatMap((inline) => {
      if (typeof inline === 'string') return [];
      if (inline.inline === 'references') return [references(inline.evidence)];
      return inline.inline === 'state' ? [`#${inline.decimal}`] : [];
    })
    .filter(Boolean)
    .join('; ');
}
