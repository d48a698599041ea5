import { countWords, type Block } from './block.js';
import type { PageLine } from './pdf-line.js';
import { NOTE_MARK, SMALL } from './pdf-notes.js';
import { mostCommonHeight } from './pdf-runs.js';
import { runningLines } from './running-lines.js';
import { closes, looksLikeHeading } from './sentence.js';

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
  /** Whether all but their first lines are. */
  readonly hanging: boolean;
  /** Of most letters. */
  readonly font: string;
}

const BULLET = /^(?:[•‣▪◦·–—-]|\(?\d{1,3}[.)]|\(?\p{Ll}\))\s+\S/u;

/** Letters of a title are larger than those of the text by this share. */
const LARGE = 1.08;

/** Lines of pages to blocks: headers and footers out, notes at the feet of pages after the text. */
export function blocksOfPages(pages: readonly (readonly PageLine[])[]): Block[] {
  const running = runningLines(pages);
  const lines = pages.flatMap((page, p) =>
    page.filter((_, i) => !running[p].has(i)).map((line): Line => ({ ...line, page: p })),
  );
  const height = mostCommonHeight(lines);
  const { text, notes } = partNotes(lines, height);
  const measures = measure(text, height);
  return [...toBlocks(text, measures, false), ...toBlocks(notes, measures, true)];
}

/** Small lines at the foot of a page, from the first that begins with a note's mark or goes on with a note. */
function partNotes(lines: readonly Line[], height: number): { text: Line[]; notes: Line[] } {
  const text: Line[] = [];
  const notes: Line[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (lines[to]?.page === lines[from].page && lines[to]?.column === lines[from].column) to++;
    let foot = to;
    while (foot > from && lines[foot - 1].height < SMALL * height) foot--;
    const last = notes.at(-1);
    const goesOn =
      foot < to &&
      foot > from &&
      last !== undefined &&
      last.page === lines[from].page - 1 &&
      !closes(last.text) &&
      Math.abs(last.height - lines[foot].height) < 0.5;
    while (!goesOn && foot < to && !NOTE_MARK.test(lines[foot].text)) foot++;
    for (let i = from; i < to; i++) (i < foot ? text : notes).push(lines[i]);
    from = to;
  }
  return { text, notes };
}

function measure(lines: readonly Line[], height: number): Measures {
  const steps = new Map<number, number>();
  let indented = 0;
  let hanging = 0;
  let spaced = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || !neighbours(before, line) || Math.abs(line.height - height) > 1) return;
    const step = Math.round((before.y - line.y) * 2) / 2;
    if (step > 0.9 * height) steps.set(step, (steps.get(step) ?? 0) + 1);
  });
  // In a short text the space between paragraphs may be as common as the one inside them.
  const most = Math.max(0, ...steps.values());
  const common = [...steps].filter(([, count]) => count >= 0.2 * most).map(([step]) => step);
  // Where nearly every line is a sentence, they are paragraphs of one line.
  const closed = lines.filter(({ text }) => closes(text)).length;
  const least = common.length > 0 ? Math.min(...common) : 1.2 * height;
  const leading =
    least > 1.5 * height && closed >= 0.8 * lines.length ? Math.min(least, 1.15 * height) : least;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const after = lines[i + 1];
    if (!before || !after || !neighbours(before, line) || !neighbours(line, after)) return;
    if (before.y - line.y > 1.3 * leading) spaced++;
    else if (isIndented(line, before, height) && isIndented(line, after, height)) indented++;
    else if (isIndented(before, line, height) && isIndented(after, line, height)) hanging++;
  });
  return {
    height,
    leading,
    indents: indented > spaced && indented >= hanging,
    hanging: hanging > spaced && hanging > indented,
    font: mostCommonFont(lines),
  };
}

function mostCommonFont(lines: readonly Line[]): string {
  const letters = new Map<string, number>();
  for (const { font, text } of lines) letters.set(font, (letters.get(font) ?? 0) + text.length);
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0])[0];
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
  let boxes: Line[] = [];
  const flush = (): void => {
    if (current.length > 0) blocks.push(...blocksOf(current, measures, notes, blocks));
    current = [];
    // A box stands after the paragraph that runs around it.
    const beside = boxes;
    boxes = [];
    if (beside.length > 0)
      blocks.push(
        ...toBlocks(
          beside.map((line) => ({ ...line, aside: false })),
          measures,
          notes,
        ),
      );
  };
  const flow = lines.filter((line) => !line.aside);
  let next = 0;
  for (const line of lines) {
    if (line.aside) {
      boxes.push(line);
      continue;
    }
    const before = flow[next - 1];
    const after = flow[++next];
    const starts = notes
      ? NOTE_MARK.test(line.text)
      : before !== undefined && startsParagraph(before, line, after, measures, edges);
    if (starts) flush();
    current.push(line);
  }
  flush();
  return blocks.map((block, i) => {
    // "4. No way back" between paragraphs is no item of a list.
    const alone = [blocks[i - 1], blocks[i + 1]].every((other) => other && other.kind !== 'item');
    return block.kind === 'item' && alone && looksLikeHeading(block.text)
      ? { ...block, kind: 'unsure' }
      : block;
  });
}

/** The right edge of the column a line stands in: of its letters, since a title may be wider. */
function rightEdges(lines: readonly Line[]): (line: Line) => number {
  const edges = new Map<string, number>();
  const key = (line: Line): string => `${line.page} ${line.column} ${Math.round(line.height)}`;
  for (const line of lines) edges.set(key(line), Math.max(edges.get(key(line)) ?? 0, line.right));
  return (line) => edges.get(key(line)) ?? line.right;
}

function startsParagraph(
  before: Line,
  line: Line,
  after: Line | undefined,
  { height, leading, indents, hanging }: Measures,
  edge: (line: Line) => number,
): boolean {
  if ((before.cells === undefined) !== (line.cells === undefined)) return true;
  if (Math.abs(before.height - line.height) > 0.08 * height) return true;
  if (BULLET.test(line.text) && (closes(before.text) || BULLET.test(before.text))) return true;
  if (!neighbours(before, line)) {
    // Over a page or column an open sentence goes on. After a closed one, indents tell; where there
    // are none, nothing does.
    if (!closes(before.text)) return before.font !== line.font && looksLikeHeading(before.text);
    return !indents || after === undefined || isIndented(line, after, height);
  }
  // The lines of a large title are further apart.
  const step = line.height > LARGE * height ? Math.max(leading, 1.15 * line.height) : leading;
  if (before.y - line.y > 1.3 * step || line.y > before.y + height) return true;
  if (indents && isIndented(line, before, height) && !BULLET.test(before.text)) return true;
  if (hanging && isIndented(before, line, height)) return true;
  const short = before.right < edge(before) - 0.25 * (edge(before) - before.left);
  // A heading in a bold face, a name in italics.
  if (short && before.font !== line.font && !closes(before.text)) return true;
  return short && closes(before.text) && /^["'“‘«(]?[\p{Lu}\p{Lo}\d]/u.test(line.text);
}

function blocksOf(
  lines: Line[],
  { height, font }: Measures,
  notes: boolean,
  before: Block[],
): Block[] {
  if (lines.every(({ cells }) => cells !== undefined))
    return lines.map(({ cells }) => ({ text: cells!.join(' | '), kind: 'row' }));
  const text = lines.map((line) => line.text).join('\n');
  if (notes) return [{ text, kind: 'note' }];
  const large = lines.every((line) => line.height > LARGE * height);
  if (large && countWords(text, 41) <= 40) {
    const isTitle = before.length < 3 && !before.some((block) => block.kind === 'title');
    return [{ text, kind: isTitle && lines[0].page === 0 ? 'title' : 'heading' }];
  }
  // "1. The river" in bold letters.
  if (lines.every((line) => line.font !== font) && looksLikeHeading(text))
    return [{ text, kind: 'unsure' }];
  if (BULLET.test(text)) return [{ text: text.replace(/^[•‣▪◦·–—-]\s+/u, '• '), kind: 'item' }];
  return [{ text, kind: 'unsure' }];
}
