import type { ConflictModel, Constraint, DisallowedTransition, Proposition } from '@standoff/model';
import { printCount, printExpression, printFirst, reachOf, type Reach } from './expression.js';
import { grounded } from './grounds.js';

/** Words that may go on with what stands before. */
const GOING_ON: ReadonlySet<string> = new Set(
  'not taken open unknown irreversible slow as aka when by to very much because rests'.split(' '),
);

export function printConstraint(constraint: Constraint, reach: Reach): string {
  return grounded(wordsOf(constraint, reach), constraint);
}

function wordsOf({ kind, must }: Constraint, reach: Reach): string {
  if (kind === 'never' && must.op === 'not') return `never ${printExpression(must.arg, reach)}`;
  if (kind === 'requires' && must.op === 'implies') {
    const { antecedent, consequent } = must;
    const left = isConditional(antecedent)
      ? `(${printExpression(antecedent, reach)})`
      : printFirst(antecedent, reach, GOING_ON);
    const right = printExpression(consequent, reach);
    return `${left} requires ${isConditional(consequent) ? `(${right})` : right}`;
  }
  if (kind !== 'always' && must.op === 'count') return printCount(must, reach);
  return `always ${printExpression(must, reach)}`;
}

/** Whether it stands in parentheses beside `requires`. */
function isConditional({ op }: Proposition): boolean {
  return op === 'implies' || op === 'iff';
}

export function printCannotMove(move: DisallowedTransition, model: ConflictModel): string {
  const { actor, from, to } = move;
  const reach = reachOf(actor, model);
  const states = `from ${printExpression(from, reach)} to ${printExpression(to, reach)}`;
  return grounded(`${actor} cannot move ${states}`, move);
}
