import type { PreferenceStatement, RankingCell } from './model.js';

/** How much a statement is wanted: 1 as a rule, 2 "strongly", 3 "very strongly", … */
export function degreeOfStatement({
  degree,
  strongly,
}: Pick<PreferenceStatement, 'degree' | 'strongly'>): number {
  return degree ?? (strongly ? 2 : 1);
}

/** How much the cell before this one is preferred to it: 1 ">", 2 ">>", 3 ">>>", … */
export function degreeOfCell({
  degree,
  muchWorse,
}: Pick<RankingCell, 'degree' | 'muchWorse'>): number {
  return degree ?? (muchWorse ? 2 : 1);
}

/** The word for a degree: "strongly", "very strongly", …; empty for the first, which needs none. */
export function degreeWord(degree: number): string {
  return degree < 2 ? '' : `${'very '.repeat(degree - 2)}strongly`;
}
