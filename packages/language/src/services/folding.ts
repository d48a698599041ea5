import { tokenize } from '../parser.js';

export interface Fold {
  /** The lines that are folded, the first of which stays; counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly comment: boolean;
}

/** Blocks in braces and comments that run over several lines, in any text. Never throws. */
export function foldsOf(text: string): Fold[] {
  const { tokens, hidden } = tokenize(text);
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const { image, startLine = 1 } of tokens) {
    if (image === '{') open.push(startLine - 1);
    if (image !== '}') continue;
    const from = open.pop();
    // The line of the closing brace is shown.
    if (from !== undefined && startLine - 2 > from) {
      folds.push({ from, to: startLine - 2, comment: false });
    }
  }
  const lines = text.split(/\r\n|\r|\n/);
  let first: number | null = null;
  let last = -1;
  const end = (): void => {
    if (first !== null && last > first) folds.push({ from: first, to: last, comment: true });
  };
  for (const { tokenType, startLine = 1 } of hidden) {
    const line = startLine - 1;
    if (tokenType.name !== 'COMMENT' || !/^\s*#/.test(lines[line] ?? '')) continue;
    if (line !== last + 1 || first === null) {
      end();
      first = line;
    }
    last = line;
  }
  end();
  return folds.sort((a, b) => a.from - b.from || b.to - a.to);
}
