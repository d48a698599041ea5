import { countWords, type Block } from './block.js';
import type { PageLine } from './pdf-lines.js';
import { runningLines } from './running-lines.js';
import { closes } from './sentence.js';

interface Line extends PageLine {
  readonly page: number;
}

/** The measures of a document, in points. */
interface Measures {
  /** Of most letters. */
  readonly height: number;
  /** From baseline to baseline inside a paragraph. */
  readonly leading: number;
  /** Whether the first lines of paragraphs are indented. */
  readonly indents: boolean;
}

const BULLET = /^(?:[•‣▪◦·–—-]|\(?\d{1,3}[.)]|\(?\p{Ll}\))\s+\S/u;
const NOTE_MARK = /^(?:\[?\d{1,3}\]?\s|\d{1,3}\p{Lu}|[*†‡\u00B9\u00B2\u00B3\u2070-\u2079])/u;

/** Lines of pages to blocks: headers and footers out, notes at the feet of pages after the text. */
export function blocksOfPages(pages: readonly (readonly PageLine[])[]): Block[] {
  const running = runningLines(pages.map((page) => page.map((line) => line.text)));
  const lines = pages.flatMap((page, p) =>
    page.filter((_, i) => !running[p].has(i)).map((line): Line => ({ ...line, page: p })),
  );
  const height = mostCommonHeight(lines);
  const { text, notes } = partNotes(lines, height);
  const measures = measure(text, height);
  return [...toBlocks(text, measures, false), ...toBlocks(notes, measures, true)];
}

/** Small lines at the foot of a page, from the first that begins with a note's mark. */
function partNotes(lines: readonly Line[], height: number): { text: Line[]; notes: Line[] } {
  const text: Line[] = [];
  const notes: Line[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (lines[to]?.page === lines[from].page && lines[to]?.column === lines[from].column) to++;
    let foot = to;
    while (foot > from && lines[foot - 1].height < 0.93 * height) foot--;
    while (foot < to && !NOTE_MARK.test(lines[foot].text)) foot++;
    for (let i = from; i < to; i++) (i < foot ? text : notes).push(lines[i]);
    from = to;
  }
  return { text, notes };
}

function mostCommonHeight(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const key = Math.round(line.height * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + line.text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [10, 0])[0];
}

function measure(lines: readonly Line[], height: number): Measures {
  const steps = new Map<number, number>();
  let indented = 0;
  let spaced = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || !neighbours(before, line) || Math.abs(line.height - height) > 1) return;
    const step = Math.round((before.y - line.y) * 2) / 2;
    if (step > 0.5 * height) steps.set(step, (steps.get(step) ?? 0) + 1);
  });
  const leading = [...steps].reduce((most, e) => (e[1] > most[1] ? e : most), [1.2 * height, 0])[0];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const after = lines[i + 1];
    if (!before || !after || !neighbours(before, line) || !neighbours(line, after)) return;
    if (before.y - line.y > 1.3 * leading) spaced++;
    else if (isIndented(line, before, height) && isIndented(line, after, height)) indented++;
  });
  return { height, leading, indents: indented > spaced };
}

function neighbours(a: Line, b: Line): boolean {
  return a.page === b.page && a.column === b.column;
}

function isIndented(line: Line, other: Line, height: number): boolean {
  const by = line.left - other.left;
  return by > 0.6 * height && by < 5 * height;
}

function toBlocks(lines: readonly Line[], measures: Measures, notes: boolean): Block[] {
  const blocks: Block[] = [];
  const edges = rightEdges(lines);
  let current: Line[] = [];
  const flush = (): void => {
    if (current.length > 0) blocks.push(blockOf(current, measures, notes, blocks));
    current = [];
  };
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const starts = notes
      ? NOTE_MARK.test(line.text)
      : before !== undefined && startsParagraph(before, line, lines[i + 1], measures, edges);
    if (starts) flush();
    current.push(line);
  });
  flush();
  return blocks;
}

/** The right edge of the column a line stands in. */
function rightEdges(lines: readonly Line[]): (line: Line) => number {
  const edges = new Map<string, number>();
  const key = (line: Line): string => `${line.page} ${line.column}`;
  for (const line of lines) edges.set(key(line), Math.max(edges.get(key(line)) ?? 0, line.right));
  return (line) => edges.get(key(line))!;
}

function startsParagraph(
  before: Line,
  line: Line,
  after: Line | undefined,
  { height, leading, indents }: Measures,
  edge: (line: Line) => number,
): boolean {
  if (Math.abs(before.height - line.height) > 0.12 * height) return true;
  if (BULLET.test(line.text) && (closes(before.text) || BULLET.test(before.text))) return true;
  if (!neighbours(before, line)) {
    // Over a page or column an open sentence goes on. After a closed one, indents tell; where there
    // are none, nothing does.
    if (!closes(before.text)) return false;
    return !indents || after === undefined || isIndented(line, after, height);
  }
  if (before.y - line.y > 1.3 * leading || line.y > before.y + height) return true;
  if (indents && isIndented(line, before, height) && !BULLET.test(before.text)) return true;
  const short = before.right < edge(before) - 0.25 * (edge(before) - before.left);
  return short && closes(before.text) && /^["'“‘«(]?[\p{Lu}\p{Lo}\d]/u.test(line.text);
}

function blockOf(lines: Line[], { height }: Measures, notes: boolean, before: Block[]): Block {
  const text = lines.map((line) => line.text).join('\n');
  if (notes) return { text, kind: 'note' };
  const large = lines.every((line) => line.height > 1.12 * height);
  if (large && countWords(text, 41) <= 40) {
    const isTitle = before.length < 3 && !before.some((block) => block.kind === 'title');
    return { text, kind: isTitle && lines[0].page === 0 ? 'title' : 'heading' };
  }
  if (BULLET.test(text)) return { text: text.replace(/^[•‣▪◦·–—-]\s+/u, '• '), kind: 'item' };
  return { text, kind: 'unsure' };
}
