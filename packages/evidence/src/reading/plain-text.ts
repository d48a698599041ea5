import type { Block, Draft } from './block.js';
import { findDate } from './dateline.js';
import { runningLines } from './running-lines.js';

/** Longer lines than this are paragraphs, not lines of a hard-wrapped text. */
const LONGEST_WRAPPED = 160;

const BULLET = /^\s{0,12}(?:[-*+•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?\p{Ll}\))\s+(?=\S)/u;

/** A line of signs that parts what stands above from what stands below it. */
const RULE = /^\s{0,80}(?:[=_*~#+.•·–—-]\s{0,3}){3,200}$/u;

/** Plain text: blank lines and form feeds end a block; in a text without them, indents and long lines do. */
export function readPlainText(text: string): Draft {
  const pages = text.split(/[\f\v]/u).map((page) => page.split('\n'));
  const running = runningLines(pages.map((page) => page.map((text) => ({ text }))));
  const blocks: Block[] = [];
  pages.forEach((page, i) => {
    let lines: string[] = [];
    for (const line of page.filter((_, k) => !running[i].has(k))) {
      if (line.trim() !== '' && !RULE.test(line)) lines.push(line);
      else {
        readLines(lines, blocks);
        lines = [];
      }
    }
    readLines(lines, blocks);
  });
  return { blocks, metadata: {}, warnings: [] };
}

/** Lines between two blank ones. */
function readLines(lines: readonly string[], blocks: Block[]): void {
  if (lines.length === 0) return;
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const wrapped = longest <= LONGEST_WRAPPED;
  const indented = lines.length > 2 && wrapped && hasIndents(lines);
  let current: string[] = [];
  let item = false;
  const flush = (): void => {
    if (current.length > 0) {
      // Line ends stay: above the body they tell the byline from the date.
      blocks.push({ text: current.join('\n'), kind: item ? 'item' : 'unsure' });
    }
    current = [];
  };
  lines.forEach((line, i) => {
    const bullet = line.length < 4000 && isBullet(line, lines[i - 1], item);
    if (bullet || !wrapped || (indented && /^(?:\s{2,}|\t)\S/u.test(line))) {
      flush();
      item = bullet;
    }
    current.push(bullet ? bulletLine(line) : line.trim());
  });
  flush();
}

function isBullet(line: string, before: string | undefined, inList: boolean): boolean {
  const match = BULLET.exec(line);
  // "14. März 2022" is a date.
  if (
    !match ||
    (line.length < 60 && findDate(line)?.start === /\d/u.exec(line)?.index && /^\s*\d/u.test(line))
  )
    return false;
  // "1953. It was …" may begin a wrapped line of a sentence.
  return before === undefined || inList || /[.:;!?]["'”’)]?$/u.test(before.trimEnd().slice(-4));
}

/** One bullet for all; numbers stay. */
function bulletLine(line: string): string {
  return line.trim().replace(/^[-*+•‣▪◦·–—]\s+/u, '• ');
}

/** First lines of paragraphs indented, the others not. */
function hasIndents(lines: readonly string[]): boolean {
  const indented = lines.filter((line) => /^(?: {2,8}|\t)\S/u.test(line)).length;
  return indented > 0 && indented <= lines.length / 2 && !/^\s/u.test(lines[1]);
}
