import type { Block } from './block.js';
import type { Segment } from './pdf-line.js';
import { linesOfBlock } from './pdf-lines.js';
import { NOTE_MARK, SMALL } from './pdf-notes.js';
import { mostCommonHeight, type TextItem, type Viewport } from './pdf-runs.js';
import { runningLines } from './running-lines.js';
import { closes, looksLikeHeading } from './sentence.js';

/** A tag of a page's tree as pdf.js gives it. */
export interface Tag {
  readonly role: string;
  readonly children: readonly (Tag | { readonly type: string; readonly id?: string })[];
}

/** Where marked content begins or ends, among the runs of a page. */
export interface Mark {
  readonly type: string;
  /** Of the content that a tag names. */
  readonly id?: string | null;
  /** "Artifact" is no content. */
  readonly tag?: string | null;
}

/** What the tags of one page make of its text. */
export interface TaggedPage {
  readonly blocks: readonly TaggedBlock[];
  /** Lines that no tag names and that are not marked as none of the text. */
  readonly loose: readonly Segment[];
  /** Whether something is marked as none of the text: then what is tagged is text. */
  readonly artifacts: boolean;
}

interface TaggedBlock {
  readonly kind: Block['kind'];
  /** Of a row each cell, of anything else one. */
  readonly parts: readonly (readonly Segment[])[];
}

/** Blocks by their role; what has none of these is a group of blocks, or inside of one. */
const KINDS: ReadonlyMap<string, Block['kind']> = new Map([
  ['Title', 'title'],
  ...['H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((role) => [role, 'heading'] as const),
  ...['P', 'BibEntry', 'Code', 'Formula'].map((role) => [role, 'paragraph'] as const),
  ['LI', 'item'],
  ['TR', 'row'],
  ...['Caption', 'Figure'].map((role) => [role, 'caption'] as const),
  ...['Note', 'FENote'].map((role) => [role, 'note'] as const),
]);
const GROUPS: ReadonlySet<string> = new Set(
  'Document DocumentFragment Part Art Sect Div Aside BlockQuote NonStruct Private L Table THead TBody TFoot TR TH TD Form'.split(
    ' ',
  ),
);
/** Of no text: what a reader passes over. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Artifact', 'TOC', 'TOCI', 'Index']);

/** Text that the tags leave out, by more than this share of the letters, makes them worthless. */
const LEAST_LETTERS = 2;

interface Open {
  readonly kind: Block['kind'];
  readonly parts: string[][];
  /** How many contents of the last part are its label: "1.", "•". */
  labels: number;
}

/** The blocks of a page in the order of its tags, each with the names of its content. */
function blocksOfTree(tree: Tag): { blocks: Open[]; out: ReadonlySet<string> } {
  const blocks: Open[] = [];
  const out = new Set<string>();
  const named = new Set<string>();
  const add = (kind: Block['kind']): Open => {
    const block: Open = { kind, parts: [[]], labels: 0 };
    blocks.push(block);
    return block;
  };
  const walk = (tag: Tag, around: Open | null, left: boolean): void => {
    // Text that stands in a group without a block of its own.
    let bare: Open | null = null;
    for (const child of tag.children) {
      if (!('children' in child)) {
        if (child.type !== 'content' || child.id === undefined || named.has(child.id)) continue;
        named.add(child.id);
        if (left) out.add(child.id);
        else (around ?? (bare ??= add('unsure'))).parts.at(-1)!.push(child.id);
        continue;
      }
      const kind = isLayout(child) ? undefined : KINDS.get(child.role);
      const isOut = left || LEFT_OUT.has(child.role);
      const cell = around?.kind === 'row' && (child.role === 'TD' || child.role === 'TH');
      if (cell && around.parts.at(-1)!.length > 0) around.parts.push([]);
      if (kind !== undefined && !isOut && !beginsIn(kind, around)) {
        bare = null;
        walk(child, add(kind), false);
      } else if (around === null && GROUPS.has(child.role)) {
        bare = null;
        walk(child, null, isOut);
      } else {
        const block = around ?? (isOut ? null : (bare ??= add('unsure')));
        walk(child, block, isOut);
        if (child.role === 'Lbl' && block !== null) block.labels = block.parts.at(-1)!.length;
      }
    }
  };
  walk(tree, null, false);
  return { blocks, out };
}

/** A row that sets parts of a page beside or above each other is no row of a table. */
function isLayout(tag: Tag): boolean {
  if (tag.role !== 'TR') return false;
  const cells = tag.children.filter(
    (cell): cell is Tag => 'children' in cell && (cell.role === 'TD' || cell.role === 'TH'),
  );
  const blocksOf = ({ children }: Tag): Tag[] =>
    children.flatMap((child) =>
      !('children' in child) ? [] : KINDS.has(child.role) ? [child] : blocksOf(child),
    );
  return (
    cells.length < 2 ||
    cells.some((cell) => {
      const blocks = blocksOf(cell);
      return blocks.length > 3 || blocks.some(({ role }) => KINDS.get(role) === 'heading');
    })
  );
}

/** A paragraph that begins an item, a note or a caption is that; in a row it is of its cell. */
function beginsIn(kind: Block['kind'], around: Open | null): boolean {
  if (kind !== 'paragraph' || around === null) return false;
  return around.kind === 'row' || around.parts.at(-1)!.length <= around.labels;
}

/** The runs of a page by the content that they are of: null what is none of the text, "" what nothing names. */
function contentOf(items: readonly (TextItem | Mark)[]): Map<string | null, TextItem[]> {
  const content = new Map<string | null, TextItem[]>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.length === 0 ? '' : open.at(-1)!;
      const runs = content.get(id);
      if (runs) runs.push(item);
      else content.set(id, [item]);
    } else if (item.type === 'endMarkedContent') open.pop();
    else if (item.type.startsWith('beginMarkedContent')) {
      const around = open.length === 0 ? '' : open.at(-1)!;
      open.push(item.tag === 'Artifact' || around === null ? null : (item.id ?? around));
    }
  }
  return content;
}

/** Whether lines begin where the last of others ends, on its baseline or a little above it. */
function goesOn(before: readonly Segment[], lines: readonly Segment[]): boolean {
  const [last, next] = [before.at(-1), lines[0]];
  if (last === undefined || next === undefined) return false;
  const height = Math.max(last.height, next.height);
  const gap = next.left - last.right;
  return Math.abs(last.y - next.y) < 0.5 * height && gap > -1 && gap < height;
}

/** What the tree of a page makes of its runs, each line as `clean` leaves it. */
export function taggedPage(
  tree: Tag,
  items: readonly (TextItem | Mark)[],
  view: Viewport,
  clean: (line: Segment) => Segment,
): TaggedPage {
  const content = contentOf(items);
  const { blocks, out } = blocksOfTree(tree);
  const taken = new Set<string | null>([null, ...out]);
  const lines = (ids: readonly string[]): Segment[] => {
    for (const id of ids) taken.add(id);
    const runs = ids.flatMap((id) => content.get(id) ?? []);
    return linesOfBlock(runs, view).map(clean);
  };
  const read: TaggedBlock[] = [];
  // Without blocks of their own, pieces of one line are of one block: a note's mark and the note.
  let bare: string[] = [];
  let before: readonly Segment[] = [];
  const flush = (): void => {
    if (bare.length > 0) read.push({ kind: 'unsure', parts: [lines(bare)] });
    bare = [];
  };
  for (const { kind, parts } of blocks) {
    const block = { kind, parts: parts.map(lines) };
    if (block.parts.every((part) => part.length === 0)) continue;
    if (kind !== 'unsure' || !goesOn(before, block.parts[0])) flush();
    if (kind === 'unsure') {
      for (const id of parts[0]) bare.push(id);
      before = block.parts[0];
    } else read.push(block);
  }
  flush();
  return {
    blocks: read,
    loose: [...content].flatMap(([id, runs]) =>
      taken.has(id) ? [] : linesOfBlock(runs, view).map(clean),
    ),
    artifacts: content.get(null)?.some(({ str }) => str.trim() !== '') ?? false,
  };
}

/**
 * The blocks of a document by its tags: those of the pages in their order, notes after the text.
 * @returns why not, where the tags do not do for the text
 */
export function blocksOfTags(pages: readonly TaggedPage[]): Block[] | string {
  const running = runningSegments(pages);
  const letters = (segments: readonly Segment[]): number =>
    segments.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  const told = pages.some(({ artifacts }) => artifacts);
  // Where nothing is marked as none of the text, a running head may be tagged as a paragraph of one line.
  const isHead = (lines: readonly Segment[]): boolean =>
    !told && lines.length === 1 && running.has(lines[0]) && !closes(lines[0].text);
  const height = mostCommonHeight(
    pages.flatMap((page) => page.blocks.flatMap(({ parts }) => parts.flat())),
  );
  const blocks = pages.flatMap((page) =>
    withNotes(
      page.blocks.filter(({ parts }) => !isHead(parts.flat())),
      height,
    ),
  );
  const tagged = letters(blocks.flatMap(({ parts }) => parts.flat()));
  const loose = pages.flatMap((page) => page.loose.filter((line) => !running.has(line)));
  const left = letters(loose);
  if (left > LEAST_LETTERS)
    return `tag only ${Math.floor((100 * tagged) / (tagged + left))} % of its text`;
  const prose = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'unsure');
  const lines = prose.flatMap(({ parts }) => parts.flat());
  if (prose.length === 1 && lines.length > 12) return 'take all of its text for one paragraph';
  const cut = prose.filter(
    ({ parts }) => parts.flat().length === 1 && !closes(parts.flat()[0].text),
  );
  if (prose.length > 6 && cut.length > 0.5 * prose.length) return 'take each line for a paragraph';
  const fonts = new Map<string, number>();
  for (const { font, text } of lines) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  const [font] = [...fonts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  // A date or a line of the page's own may stand above the title.
  const first = blocks.findIndex(
    ({ kind, parts }) => kind === 'heading' || parts.flat().length > 2 || closes(textOf(parts)),
  );
  const all = blocks.map((block, i) => blockOf(block, font, i === first));
  return [
    ...all.filter(({ kind }) => kind !== 'note'),
    ...all.filter(({ kind }) => kind === 'note'),
  ];
}

/** Small blocks where a page ends, from the first that begins with a note's mark. */
function withNotes(blocks: readonly TaggedBlock[], height: number): TaggedBlock[] {
  const isSmall = ({ kind, parts }: TaggedBlock): boolean =>
    (kind === 'paragraph' || kind === 'unsure') &&
    parts.flat().every((line) => line.height < SMALL * height);
  let from = blocks.length;
  while (from > 0 && isSmall(blocks[from - 1])) from--;
  while (from < blocks.length && !NOTE_MARK.test(textOf(blocks[from].parts))) from++;
  return blocks.map((block, i) => (i < from ? block : { ...block, kind: 'note' }));
}

function textOf(parts: TaggedBlock['parts']): string {
  return parts.map((part) => part.map(({ text }) => text).join('\n')).join('\n');
}

function blockOf({ kind, parts }: TaggedBlock, font: string, isFirst: boolean): Block {
  if (kind === 'row') {
    const cells = parts.map((part) => textOf([part]));
    return { kind, text: cells.filter((text) => text !== '').join(' | ') };
  }
  const text = textOf(parts);
  if (kind === 'heading') return { kind: isFirst ? 'title' : 'heading', text };
  if (kind === 'item') return { kind, text: text.replace(/^[•‣▪◦·–—-]\s+/u, '• ') };
  // A paragraph set in bold letters for a heading.
  const bold = parts.flat().every((line) => line.font !== font) && looksLikeHeading(text);
  return { kind: kind === 'paragraph' && bold ? 'unsure' : kind, text };
}

/** What pages repeat in their margins, tagged or not. */
function runningSegments(pages: readonly TaggedPage[]): ReadonlySet<Segment> {
  const all = pages.map(({ blocks, loose }) => [
    ...blocks.flatMap(({ parts }) => parts.flat()),
    ...loose,
  ]);
  const running = runningLines(all);
  return new Set(all.flatMap((lines, page) => lines.filter((_, i) => running[page].has(i))));
}
