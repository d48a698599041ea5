import type { Segment } from './pdf-line.js';
import type { Run } from './pdf-runs.js';
import { raisedText } from './shifted.js';

/** Space between two runs of a line, in heights: less belongs to a word, more parts columns. */
const WORD_GAP = 0.11;

/** In another face or size letters lean over their edges. */
const WORD_GAP_OF_FACES = 0.18;

/** Whether most letters are of a script that is written from the right. */
export function isFromRight(runs: readonly Run[]): boolean {
  let from = 0;
  for (const { text, rtl } of runs) from += (rtl ? 1 : -1) * (text.match(/\p{L}/gu)?.length ?? 0);
  return from > 0;
}

/** @param page whether the page is written from the right, where other words stand among its own */
export function segmentOf(runs: Run[], page: boolean): Segment {
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
