import { inReadingOrder } from './pdf-columns.js';
import type { PageLine, Segment } from './pdf-line.js';
import { withoutLineNumbers, type Margins } from './pdf-line-numbers.js';
import { runsOfText, type Run, type TextItem, type Viewport } from './pdf-runs.js';
import { raisedText } from './shifted.js';

/** Space between two runs of a line, in heights: less belongs to a word, more parts columns. */
const WORD_GAP = 0.11;
const COLUMN_GAP = 1.2;
/** In another face or size letters lean over their edges. */
const WORD_GAP_OF_FACES = 0.18;

/** The lines of a page in the order in which one reads them. */
export function linesOfPage(
  items: readonly TextItem[],
  view: Viewport,
  margins: Margins = { counted: null },
): PageLine[] {
  const runs = runsOfText(items, view).map(onFirstLine);
  const rtl = isFromRight(runs);
  const drawn = rowsOf(runs).map(drawnOnce).map(withLettersJoined);
  const rows = withoutLineNumbers(drawn, margins);
  const strip = narrowStrip(rows);
  const segments = rows.flatMap((row) => segmentsOf(row, rtl, strip));
  return inReadingOrder(segments);
}

/**
 * The lines of one paragraph, whose runs come in the order in which one reads them: where they go up again, they go on
 * in another column.
 */
export function linesOfBlock(items: readonly TextItem[], view: Viewport): Segment[] {
  const runs = runsOfText(items, view).map(onFirstLine);
  const rtl = isFromRight(runs);
  const stretches: Run[][] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last && run.y < last.at(-1)!.y + run.height) last.push(run);
    else stretches.push([run]);
  }
  return stretches
    .flatMap(rowsOf)
    .map((row) => segmentOf(withLettersJoined(drawnOnce(row)), rtl))
    .filter(({ text }) => text !== '');
}

/** Runs on one baseline each, from above, those of one from the left. */
function rowsOf(all: readonly Run[]): Run[][] {
  const runs = [...all].sort((a, b) => b.y - a.y || a.left - b.left);
  const rows: Run[][] = [];
  for (let from = 0; from < runs.length;) {
    let to = from + 1;
    const height = runs[from].height;
    while (to < runs.length && runs[from].y - runs[to].y < 0.35 * height) to++;
    rows.push(runs.slice(from, to).sort((a, b) => a.left - b.left || b.right - a.right));
    from = to;
  }
  return rows;
}

/** Columns of lines that fill theirs stand closer than words may be apart: at one place in nearly all rows. */
const STRIP_GAP = 0.7;
const STRIP_ROWS = 8;

/** Where a white strip that is narrow runs down a page between two columns; null where none does. */
function narrowStrip(rows: readonly (readonly Run[])[]): number | null {
  const found = new Map<number, number>();
  for (const row of rows) {
    for (let i = 1; i < row.length; i++) {
      const [before, run] = [row[i - 1], row[i]];
      const gap = run.left - before.right;
      if (gap < STRIP_GAP * run.height || gap >= COLUMN_GAP * run.height) continue;
      const key = Math.round(run.left / 2);
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of [...found].sort((a, b) => b[1] - a[1]).slice(0, 3)) {
    if (count < STRIP_ROWS) break;
    const at = 2 * key - 2;
    // Long lines alone, a title or a line at the foot, may go over it.
    const full = rows.filter((row) => row[0].left < at && row.at(-1)!.right > at);
    const over = full.filter((row) => row.some(({ left, right }) => left < at && right > at));
    if (full.length >= STRIP_ROWS && over.length <= 0.15 * full.length) return at;
  }
  return null;
}

/** A letter that is as high as several lines belongs to the first of them. */
function onFirstLine(run: Run, _: number, runs: readonly Run[]): Run {
  if (!/^["'“‘«„]?\p{Lu}$/u.test(run.text.trim())) return run;
  const beside = runs.filter(
    (other) =>
      run.height > 1.8 * other.height &&
      other.left >= run.right - 1 &&
      other.left - run.right < other.height &&
      other.y >= run.y - 0.2 * other.height &&
      other.y < run.y + run.height,
  );
  if (beside.length < 2) return run;
  const first = beside.reduce((top, other) => (other.y > top.y ? other : top));
  return { ...run, text: run.text.trim(), y: first.y, height: first.height, right: first.left };
}

/** Runs on one baseline, put together where no column's gap parts them. */
function segmentsOf(row: Run[], rtl: boolean, strip: number | null): Segment[] {
  const groups: Run[][] = [];
  let right = -Infinity;
  for (const run of row) {
    const last = groups.at(-1);
    const parted =
      run.left - right >= COLUMN_GAP * Math.max(run.height, last?.at(-1)?.height ?? 0) ||
      (strip !== null && right <= strip && run.left >= strip);
    if (last && !parted) last.push(run);
    else groups.push([run]);
    right = Math.max(right, run.right);
  }
  return groups.map((group) => segmentOf(group, rtl)).filter(({ text }) => text !== '');
}

/**
 * Each letter once. Bold letters may be drawn twice, a little apart, and a layer of recognised text may
 * lie under the text.
 */
function drawnOnce(row: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of row) {
    const last = kept.at(-1);
    const over = last ? last.right - run.left : 0;
    const narrow = Math.min(run.right - run.left, last ? last.right - last.left : Infinity);
    const least = Math.min(0.25 * run.height, 0.5 * narrow);
    if (!last || over < least || /^\p{M}+$/u.test(run.text)) {
      kept.push(run);
      continue;
    }
    if (over > 0.8 * (run.right - run.left) && isAmong(run.text, last.text)) {
      // Of two that lie on each other the upper one is seen.
      if (run.painted > last.painted && run.text.length >= 0.9 * last.text.length)
        kept[kept.length - 1] = run;
      continue;
    }
    const letters = run.rtl ? 0 : lettersTwice(last, run, over);
    if (letters === 0) kept.push(run);
    else if (letters < run.text.length)
      kept.push({ ...run, text: run.text.slice(letters), left: last.right });
  }
  return kept;
}

/** The same words, or nearly: what was recognised in a picture has mistakes. */
function isAmong(text: string, other: string): boolean {
  const [one, whole] = [text, other].map((words) => words.replace(/\s/gu, ''));
  if (whole.includes(one)) return true;
  if (one.length < 4) return false;
  let pairs = 0;
  for (let i = 1; i < one.length; i++) if (whole.includes(one.slice(i - 1, i + 1))) pairs++;
  return pairs > 0.6 * (one.length - 1);
}

/** How many letters at the start of a run are those at the end of the one before, at their place. */
function lettersTwice(before: Run, run: Run, over: number): number {
  const width = (run.right - run.left) / run.text.length;
  const about = Math.round(over / width);
  // Some letters are narrow.
  for (let by = 0; by <= Math.max(1, about / 2); by++) {
    for (const count of [about + by, about - by]) {
      if (count >= 1 && count <= run.text.length && before.text.endsWith(run.text.slice(0, count)))
        return count;
    }
  }
  return 0;
}

/** So many letters in a row, each apart from the next, may be words. */
const FEWEST_LETTERS = 4;

/** L e t t e r s that are set apart, put together to words: between these there is more space, or spaces. */
function withLettersJoined(row: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (let from = 0; from < row.length;) {
    let to = from + 1;
    while (to < row.length && areLetters(row[to - 1], row[to])) to++;
    const runs = row.slice(from, to);
    const letters = runs.filter(({ text }) => [...text.trim()].length === 1).length;
    if (runs.length >= FEWEST_LETTERS && letters > 0.5 * runs.length) joined.push(wordsOf(runs));
    else joined.push(...runs);
    from = to;
  }
  return joined;
}

/** Whether a letter or two, where a run ends, are followed by as few, where the next begins. */
function areLetters(before: Run, run: Run): boolean {
  return (
    /(?:^|\s)\S{1,2}$/u.test(before.text) &&
    /^\S{1,2}(?:\s|$)/u.test(run.text) &&
    !(before.rtl || run.rtl || before.shift || run.shift) &&
    Math.abs(run.height - before.height) < 0.05 * run.height &&
    run.left - before.right < 2.5 * run.height
  );
}

function wordsOf(runs: readonly Run[]): Run {
  const gaps = runs.slice(1).map((run, i) => run.left - runs[i].right);
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
  const text = runs.slice(1).reduce((words, run, i) => {
    const apart = gaps[i] > 1.5 * usual + 0.1 * run.height;
    return `${words}${apart ? ' ' : ''}${run.text}`;
  }, runs[0].text);
  return { ...runs[0], text, right: runs.at(-1)!.right };
}

/** Whether most letters are of a script that is written from the right. */
function isFromRight(runs: readonly Run[]): boolean {
  let from = 0;
  for (const { text, rtl } of runs) from += (rtl ? 1 : -1) * (text.match(/\p{L}/gu)?.length ?? 0);
  return from > 0;
}

/** @param page whether the page is written from the right, where other words stand among its own */
function segmentOf(runs: Run[], page: boolean): Segment {
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const rtl = isFromRight(runs) || (page && runs.some((run) => run.rtl));
  const text = rtl ? rightToLeft(runs) : leftToRight(runs);
  // What most letters have: a note's mark or a drop cap does not count.
  const main = runs.reduce((most, run) => (run.text.length > most.text.length ? run : most));
  return { text: text.trim(), left, right, y: main.y, height: main.height, font: main.font };
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001-\u3020\uFF01-\uFF65]`;
const UNSPACED_END = new RegExp(`${UNSPACED}$`, 'u');
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'u');

function leftToRight(runs: readonly Run[]): string {
  let text = '';
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    const apart = before && isApart(before, run);
    const words = run.shift === 'raised' ? raisedText(run.text, text) : run.text;
    text += spaced(text, words, apart && run.shift === undefined) + words;
    // A mark before its note stands apart from it.
    if (run.shift === 'raised' && i === 0 && /\]$/u.test(text)) text += ' ';
  });
  return words(text);
}

/** Whether the space between two runs parts words. */
function isApart(before: Run, run: Run): boolean {
  const gap = run.left - before.right;
  const alike = before.font === run.font && Math.abs(before.height - run.height) < 0.5;
  // Scripts without spaces are stretched between all of their letters.
  const least =
    UNSPACED_END.test(before.text) && UNSPACED_START.test(run.text)
      ? 0.7
      : alike
        ? WORD_GAP
        : WORD_GAP_OF_FACES;
  return gap > least * Math.min(run.height, before.height);
}

function spaced(text: string, next: string, apart: boolean | undefined): string {
  return apart && !/\s$/u.test(text) && !/^\s/u.test(next) ? ' ' : '';
}

/** Spaces that part the letters of s p a c e d words go; between the words there are more. */
function words(text: string): string {
  const letters = text.match(/(?<!\S)\S(?!\S)/gu)?.length ?? 0;
  const parts = text.match(/\S+/gu)?.length ?? 0;
  if (letters < 6 || letters < 0.8 * parts) return text;
  const gaps = text.match(/\s+/gu)!.map((gap) => gap.length);
  const least = Math.min(...gaps);
  return text
    .split(new RegExp(`\\s{${least + 1},}`, 'u'))
    .map((word) => word.replace(/\s+/gu, ''))
    .join(' ');
}

/** Words of such a script from the right; numbers and words of others between them from the left. */
function rightToLeft(runs: readonly Run[]): string {
  const ordered = [...runs].sort((a, b) => b.right - a.right || b.left - a.left);
  const parts: Run[][] = [];
  let others: Run[] = [];
  const flush = (): void => {
    // What is neither, at the end of the others, belongs to the line.
    const after: Run[] = [];
    while (others.length > 0 && !/[\p{L}\p{N}]/u.test(others.at(-1)!.text))
      after.unshift(others.pop()!);
    if (others.length > 0) parts.push([...others].reverse());
    for (const run of after) parts.push([run]);
    others = [];
  };
  for (const run of ordered) {
    if (
      !run.rtl &&
      (others.length > 0 || /[\p{L}\p{N}]/u.test(run.text)) &&
      !/^\p{M}+$/u.test(run.text)
    )
      others.push(run);
    else {
      flush();
      parts.push([run]);
    }
  }
  flush();
  let text = '';
  let before: { left: number; right: number; height: number } | null = null;
  for (const part of parts) {
    const [left, right] = [
      Math.min(...part.map((run) => run.left)),
      Math.max(...part.map((run) => run.right)),
    ];
    const isMark = part.every((run) => /^\p{M}+$/u.test(run.text));
    const apart: boolean =
      before !== null &&
      !isMark &&
      before.left - right > WORD_GAP * Math.min(before.height, part[0].height);
    const words = part.every((run) => !run.rtl)
      ? amongRightToLeft(leftToRight(part))
      : mirrored(part[0].text);
    text += spaced(text, words, apart) + words;
    if (!isMark || before === null) before = { left, right, height: part[0].height };
  }
  return unpresented(text);
}

/** Signs and spaces on the right of a number or a foreign word come before it, and those on its left after it. */
function amongRightToLeft(text: string): string {
  const [, left, core, right] = /^([^\p{L}\p{N}$€£¥₪#]*)(.*?)([^\p{L}\p{N}%‰°]*)$/su.exec(text)!;
  const turned = (signs: string): string => mirrored([...signs].reverse().join(''));
  return turned(right) + core + turned(left);
}

const PAIRS = '()[]{}<>«»‹›';

/** A bracket that opens towards the left has the shape of one that closes. */
function mirrored(text: string): string {
  return text.replace(/[()[\]{}<>«»‹›]/gu, (bracket) => {
    const at = PAIRS.indexOf(bracket);
    return PAIRS[at % 2 === 0 ? at + 1 : at - 1];
  });
}

/** Letters for the shapes that they have beside others. */
function unpresented(text: string): string {
  return text.replace(/[\uFB1D-\uFDFF\uFE70-\uFEFC]+/gu, (shapes) => shapes.normalize('NFKC'));
}
