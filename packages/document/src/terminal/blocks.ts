import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
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
  for (const [k, block] of blocks.entries()) {
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
        block.items.forEach(({ content, below }, n) => {
          const mark = block.ordered ? `${n + 1}. ` : '';
          page.line(mark + contentText(content, page.style), {
            indent: within,
            hang: Math.max(2, mark.length),
            margin: marginOf(content),
          });
          printBlocks(page, below, within + UNDER_ITEM);
        });
        break;
      case 'table':
        // Under its heading a table needs no more room.
        if (blocks[k - 1]?.block !== 'heading') page.blank();
        printTable(page, block, within);
        if (k + 1 < blocks.length) page.blank();
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

/** No column is narrower; where that is too wide, a row is told as a line. */
const LEAST_COLUMN = 10;
const GAP = 2;

/** In columns, whose cells are wrapped where they do not fit side by side. */
function printTable(page: Page, { columns, groups }: Table, indent: number): void {
  const { style } = page;
  const cell = (content: Content): string =>
    contentText(content, style) + content.map((inline) => noted(inline, style)).join('');
  const heads = columns.map(({ head }) => cell(head));
  const told = groups.map(({ title, rows }) => ({ title, rows: rows.map((row) => row.map(cell)) }));
  const natural = heads.map((head, k) =>
    Math.max(
      stringWidth(head),
      ...told.flatMap(({ rows }) => rows.map((row) => stringWidth(row[k]))),
    ),
  );
  const widths = narrowed(natural, page.width - indent - GAP * (columns.length - 1));
  const print = (row: readonly string[]): void => {
    if (widths === null) {
      const rest = row.slice(1).map((text, k) => `${heads[k + 1]}: ${text}`);
      page.line([row[0], ...rest].join('; '), { indent, hang: 2 });
      return;
    }
    const cells = row.map((text, k) => wrapAnsi(text, widths[k], { hard: true }).split('\n'));
    for (let line = 0; line < Math.max(...cells.map(({ length }) => length)); line++)
      page.row(
        ' '.repeat(indent) +
          cells
            .map((lines, k) => {
              const text = lines[line] ?? '';
              const room = ' '.repeat(widths[k] - stringWidth(text));
              return columns[k].align === 'start' ? text + room : room + text;
            })
            .join(' '.repeat(GAP)),
      );
  };
  if (widths !== null) print(heads.map(style.quiet));
  for (const { title, rows } of told) {
    if (title !== '') page.line(style.strong(title), { indent });
    rows.forEach(print);
  }
}

/** Widths that fit into so many columns of text, the widest made narrower; null: there is no room. */
function narrowed(natural: readonly number[], room: number): number[] | null {
  const least = natural.map((width) => Math.min(width, LEAST_COLUMN));
  if (least.reduce((sum, width) => sum + width, 0) > room) return null;
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, -room); over > 0; over--)
    widths[widths.indexOf(Math.max(...widths))]--;
  return widths;
}

/** What stands in the margin elsewhere. */
function noted(inline: Inline, style: Style): string {
  const margin = typeof inline === 'string' ? '' : marginOf([inline]);
  return margin === '' ? '' : style.quiet(` ${margin}`);
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
    case 'share':
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
      if (inline.inline !== 'state') return [];
      // A number that stands among the words need not be looked for in the margin.
      const number = `#${inline.decimal}`;
      return inline.text.endsWith(` ${number}`) ? [] : [number];
    })
    .filter(Boolean)
    .join('; ');
}
