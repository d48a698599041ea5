import type { Doubt } from '@standoff/model';
import { percentOf } from '../decimals.js';
import type * as ast from '../generated/ast.js';
import { rangeOfProperty } from '../positions.js';
import type { Reporter } from '../reporter.js';
import { together } from '../written.js';

/** `perhaps 70 %`: of a statement or a rule; null where it is certain. */
export function readDoubt(node: ast.Statement | ast.Constraint, reporter: Reporter): Doubt | null {
  if (!node.perhaps) return null;
  return { probability: readProbability(node, reporter) };
}

/** `70 %` as 0.7; null: not said. */
export function readProbability(
  node: ast.Statement | ast.Constraint | ast.Chance,
  reporter: Reporter,
): number | null {
  if (node.probability === undefined) return null;
  const percent = Number(node.probability);
  if (percent < 0 || percent > 100) {
    reporter.say(
      'bad-percentage',
      rangeOfProperty(node, 'probability'),
      `${node.probability} % is not between 0 and 100`,
      { hint: 'say how many in a hundred, or leave the figure out' },
    );
  }
  // As it is written: 12.3 / 100 is not the number nearest to 0.123.
  return Number(`${node.probability}e-2`);
}

export function printDoubt(doubt: Doubt | null): string {
  const probability = doubt?.probability ?? null;
  return together(
    doubt === null ? '' : 'perhaps',
    probability === null ? '' : `${percentOf(probability)} %`,
  );
}
