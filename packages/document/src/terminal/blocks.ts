import type { Block, Content, Inline, Table, Verdict } from '../document.js';
import { references } from '../references.js';
import { CASE_HERE, type Page } from './page.js';
import type { Style } from './style.js';
import { widthOf, wrapped } from './widths.js';

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

/** Cells as they are printed. */
interface Cells {
  readonly heads: readonly string[];
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** In columns. Marks and figures in narrow columns go on below where they do not fit side by side. */
function printTable(page: Page, { columns, groups }: Table, indent: number): void {
  const { style } = page;
  const cell = (content: Content): string =>
    contentText(content, style) + content.map((inline) => noted(inline, style)).join('');
  const cells: Cells = {
    heads: columns.map(({ head }) => cell(head)),
    groups: groups.map(({ title, rows }) => ({ title, rows: rows.map((row) => row.map(cell)) })),
  };
  const natural = widthsOf(cells);
  const room = page.width - indent;
  const marks = columns.slice(1);
  if (marks.length === 0 || marks.some(({ align }) => align !== 'middle')) {
    const left = room - GAP * (columns.length - 1);
    // Where there is no room for all, heads are broken before cells are.
    const widths = narrowed(sum(natural) > left ? widthsOf(cells, longestWord) : natural, left);
    printColumns(page, columns, cells, widths, indent);
    return;
  }
  const first = Math.min(natural[0], Math.floor(room / 2));
  for (const [n, part] of sideBySide(natural, room - first).entries()) {
    if (n > 0) page.blank();
    const kept = [0, ...part];
    const only = <T>(row: readonly T[]): T[] => kept.map((k) => row[k]);
    printColumns(
      page,
      only(columns),
      {
        heads: only(cells.heads),
        groups: cells.groups.map(({ title, rows }) => ({ title, rows: rows.map(only) })),
      },
      [first, ...part.map((k) => natural[k])],
      indent,
    );
  }
}

function longestWord(head: string): number {
  return Math.max(...head.split(' ').map((word) => widthOf(word)));
}

function widthsOf({ heads, groups }: Cells, ofHead = (head: string) => widthOf(head)): number[] {
  return heads.map((head, k) =>
    Math.max(
      ofHead(head),
      ...groups.flatMap(({ title, rows }) =>
        rows.map((row) => widthOf(row[k]) + (k === 0 ? under(title) : 0)),
      ),
    ),
  );
}

/** The columns after the first, as many together as there is room for. */
function sideBySide(natural: readonly number[], room: number): number[][] {
  const parts: number[][] = [[]];
  let left = room;
  for (let k = 1; k < natural.length; k++) {
    if (natural[k] + GAP > left && parts.at(-1)!.length > 0) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)!.push(k);
    left -= natural[k] + GAP;
  }
  return parts;
}

/** Cells are wrapped to the widths; where there are none, a row is told as a line. */
function printColumns(
  page: Page,
  columns: Table['columns'],
  { heads, groups }: Cells,
  widths: readonly number[] | null,
  indent: number,
): void {
  const print = (row: readonly string[], further = 0): void => {
    if (widths === null) {
      const rest = row.slice(1).map((text, k) => `${heads[k + 1]}: ${text}`);
      page.line([row[0], ...rest].join('; '), { indent: indent + further, hang: 2 });
      return;
    }
    const cells = row.map((text, k) => {
      const moved = k === 0 ? further : 0;
      const lines = wrapped(text, widths[k] - moved, { hard: true });
      return lines.map((line) => ' '.repeat(moved) + line);
    });
    for (let line = 0; line < Math.max(...cells.map(({ length }) => length)); line++)
      page.row(
        ' '.repeat(indent) +
          cells
            .map((lines, k) => {
              const text = lines[line] ?? '';
              // What steers a terminal is shown as signs only where it is written: it may be wider here.
              const room = ' '.repeat(Math.max(0, widths[k] - widthOf(text)));
              return columns[k].align === 'start' ? text + room : room + text;
            })
            .join(' '.repeat(GAP)),
      );
  };
  if (widths !== null) print(heads.map(page.style.quiet));
  for (const { title, rows } of groups) {
    if (title !== '') page.line(page.style.strong(title), { indent });
    for (const row of rows) print(row, under(title));
  }
}

/** How far the rows of a group stand below its title. */
function under(title: string): number {
  return title === '' ? 0 : UNDER_HEADING;
}

/** Widths that fit into so many columns of text, the widest made narrower; null: there is no room. */
function narrowed(natural: readonly number[], room: number): number[] | null {
  const least = natural.map((width) => Math.min(width, LEAST_COLUMN));
  if (sum(least) > room) return null;
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over--)
    widths[widths.indexOf(Math.max(...widths))]--;
  return widths;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

/** What stands in the margin elsewhere; of a state that is told by its number nothing. */
function noted(inline: Inline, style: Style): string {
  if (typeof inline === 'string') return '';
  if (inline.inline === 'state' && inline.text === `#${inline.decimal}`) return '';
  const margin = marginOf([inline]);
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
    case 'term':
    case 'state':
    case 'section':
    case 'share':
      return inline.text;
    case 'verdict':
      return style[LOOKS[inline.verdict]](inline.text);
    case 'fares':
      return inline.fares;
    case 'references':
      return '';
    case 'link':
      return inline.address;
    case 'terminal':
      return inline.text.replace(/\bCASE\b/g, CASE_HERE);
  }
}

function marginOf(content: Content): string {
  return content
    .flatMap((inline) => {
      if (typeof inline === 'string') return [];
      if (inline.inline === 'references') return inline.aside ? [] : [references(inline.evidence)];
      if (inline.inline !== 'state') return [];
      // A number that stands among the words need not be looked for in the margin.
      const number = `#${inline.decimal}`;
      return inline.text.endsWith(` ${number}`) ? [] : [number];
    })
    .filter(Boolean)
    .join('; ');
}
