import type { Run } from './pdf-runs.js';

/**
 * Each letter once. Bold letters may be drawn twice, a little apart, and a layer of recognised text may
 * lie under the text.
 */
export function drawnOnce(row: readonly Run[]): Run[] {
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
export function withLettersJoined(row: readonly Run[]): Run[] {
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
