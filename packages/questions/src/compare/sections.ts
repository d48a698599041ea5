import type { ConflictModel } from '@standoff/model';
import { counted, figure } from '../told/english.js';
import {
  comparedCommitments,
  comparedScenarios,
  comparedStanding,
  type ComparedRows,
  type Counts,
} from './rows.js';
import type { CompareResult } from './answer.js';
import { comparedCourse, comparedStates } from './state-rows.js';

/** The conclusions of models side by side, each marked, in the parts in which they are told. */
export function comparedSections(
  texts: readonly ConflictModel[],
  result: CompareResult,
): ComparedRows[] {
  return [
    comparedStanding(texts, result),
    comparedScenarios(texts, result),
    comparedCourse(texts, result),
    comparedCommitments(texts, result),
    comparedStates(texts, result),
  ].filter(({ rows }) => rows.length > 0);
}

/** How many conclusions differ and how many do not, single states left out. */
export function countsOf(sections: readonly ComparedRows[]): Counts {
  const rows = sections.flatMap((section) => (section.of === null ? section.rows : []));
  const alike = rows.filter(({ mark }) => mark === 'same').length;
  return { differing: rows.length - alike, alike };
}

/** How many states there are, where not all are rows; null: they are. */
export function statesUnlisted({ of, rows }: ComparedRows): string | null {
  if (of === null || of.differing + of.alike === rows.length) return null;
  return `${counted(of.differing, 'state')} ${of.differing === 1 ? 'is' : 'are'} held otherwise in one model than in another, ${figure(of.alike)} alike. Listed are those on which the models disagree under most concepts.`;
}
