import type { Block, Draft } from './block.js';
import { findDate } from './dateline.js';
import { unframed } from './gutenberg.js';
import { runningLines } from './running-lines.js';
import { closes } from './sentence.js';

/** Longer lines than this are paragraphs, not lines of a hard-wrapped text. */
const LONGEST_WRAPPED = 160;

/** Few lines of a hard-wrapped text are so long. */
const LONG_LINE = 90;

const BULLET = /^\s{0,12}(?:[-*+•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?\p{Ll}\))\s+(?=\S)/u;

/** "12  The council", "12 Q  When": a number with nothing but space after it. */
const NUMBERED = /^\s{0,20}(\d{1,3})(?:\s{2,}|\t|$)/u;

/** What somebody says, as several languages set it. */
const DASHED = /^\s{0,12}[—–-]\s+(?=\S)/u;

/** A line of signs that parts what stands above from what stands below it. */
const RULE = /^\s{0,80}(?:[=_*~#+.•·–—-]\s{0,12}){3,200}$/u;

/** Plain text: blank lines and form feeds end a block; in a text without them, indents and long lines do. */
export function readPlainText(written: string): Draft {
  const { text, metadata } = unframed(written);
  const pages = text.split(/[\f\v]/u).map((page) => withoutNumbers(page.split('\n')));
  const dialogue = isDialogue(pages.flat());
  const running = runningLines(pages.map((page) => page.map((text) => ({ text }))));
  const blocks: Block[] = [];
  pages.forEach((page, i) => {
    let lines: string[] = [];
    for (const line of page.filter((_, k) => !running[i].has(k))) {
      if (line.trim() !== '' && !RULE.test(line)) lines.push(line);
      else {
        readLines(lines, blocks, dialogue);
        lines = [];
      }
    }
    readLines(lines, blocks, dialogue);
  });
  return { blocks, metadata, warnings: [] };
}

/** Lines of a deposition or a draft are counted in front of them, anew on each page. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 4) return lines;
  let last = 0;
  let counted = 0;
  for (const line of filled) {
    const number = Number(NUMBERED.exec(line)?.[1] ?? NaN);
    if (number === last + 1 || number === 1) counted++;
    if (!Number.isNaN(number)) last = number;
  }
  if (counted < 4 || counted < 0.75 * filled.length) return lines;
  return lines.map((line) => line.replace(NUMBERED, ''));
}

/** Dashes before questions and before what answers them mark turns, and no items of a list. */
function isDialogue(lines: readonly string[]): boolean {
  const dashed = lines.filter((line) => DASHED.test(line));
  const questions = dashed.filter((line) => /[?？؟]["'”’»)]?\s*$/u.test(line)).length;
  return dashed.length > 2 && questions >= dashed.length / 4 && questions <= 0.8 * dashed.length;
}

/** Lines between two blank ones. */
function readLines(lines: readonly string[], blocks: Block[], dialogue: boolean): void {
  if (lines.length === 0) return;
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const wrapped = longest <= LONGEST_WRAPPED && !areParagraphs(lines, longest);
  const indented = lines.length > 2 && wrapped && hasIndents(lines);
  let current: string[] = [];
  let item = false;
  let turn = false;
  const flush = (): void => {
    if (current.length > 0) {
      // Line ends stay: above the body they tell the byline from the date.
      const text = current.join('\n');
      blocks.push(
        turn ? { text, kind: 'paragraph', turn } : { text, kind: item ? 'item' : 'unsure' },
      );
    }
    current = [];
  };
  lines.forEach((line, i) => {
    const spoken = dialogue && DASHED.test(line);
    const bullet = !spoken && line.length < 4000 && isBullet(line, lines[i - 1], item);
    if (bullet || spoken || !wrapped || (indented && /^(?:\s{2,}|\t)\S/u.test(line))) {
      flush();
      item = bullet;
      turn = spoken;
    }
    current.push(bullet ? bulletLine(line) : line.trim());
  });
  flush();
}

/** Where every line ends as a sentence does, lines are no pieces of one. */
function areParagraphs(lines: readonly string[], longest: number): boolean {
  return (
    lines.length > 2 &&
    longest > LONG_LINE &&
    lines.slice(1).every((line) => closes(line.trimEnd()))
  );
}

function isBullet(line: string, before: string | undefined, inList: boolean): boolean {
  const match = BULLET.exec(line);
  // "14. März 2022" is a date.
  if (!match || (line.length < 60 && isDated(line))) return false;
  // "1953. It was …" may begin a wrapped line of a sentence.
  return before === undefined || inList || /[.:;!?]["'”’)]?$/u.test(before.trimEnd().slice(-4));
}

/** A line that begins with a date, or is one between signs. */
function isDated(line: string): boolean {
  const date = findDate(line);
  return (
    date !== null &&
    date.start === /\p{Nd}/u.exec(line)?.index &&
    (/^\s*\p{Nd}/u.test(line) ||
      !/[\p{L}\p{N}]/u.test(line.slice(0, date.start) + line.slice(date.end)))
  );
}

/** One bullet for all; numbers stay. */
function bulletLine(line: string): string {
  return line.trim().replace(/^[-*+•‣▪◦·–—]\s+/u, '• ');
}

/** First lines of paragraphs indented, the others not. */
function hasIndents(lines: readonly string[]): boolean {
  const indented = lines.flatMap((line, i) => (/^(?: {2,8}|\t)\S/u.test(line) ? [i] : []));
  if (indented.length === 0 || /^\s/u.test(lines[1])) return false;
  // In short paragraphs most lines are first ones.
  return (
    indented.length <= lines.length / 2 ||
    (indented.length <= 0.75 * lines.length &&
      indented.every((i) => i === 0 || closes(lines[i - 1])))
  );
}
