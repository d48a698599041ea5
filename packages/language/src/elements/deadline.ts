import type { ConflictModel, Deadline } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOfProperty, wordsOf } from '../positions.js';
import { together } from '../written.js';
import { readThen, thenWords } from './consequence.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';
import { printEffects } from './with-agreements.js';

export function readDeadline(node: ast.Deadline, id: string, context: Context): Deadline {
  const { asOf, reporter } = context;
  checkDate(node.day, node, 'day', reporter);
  if (asOf !== null && node.day <= asOf)
    reporter.say(
      'deadline-passed',
      rangeOfProperty(node, 'day'),
      `${node.day} is past on ${asOf}, the day of the situation`,
      {
        why: 'what should have happened by then has happened or not',
        hint: `write what happened as an event (\`event ${node.day} "…" { … }\`) and leave the deadline out, or ask as of an earlier day`,
      },
    );
  const unless = node.unless === undefined ? '' : `unless ${wordsOf(node.unless)}`;
  return {
    id,
    by: node.day,
    unless: node.unless === undefined ? null : context.expressions.read(node.unless, null),
    then: readThen(node.then, context),
    text: together(`by ${node.day}`, unless, thenWords(node.then)),
    ...context.grounds(node),
  };
}

export function printDeadline(one: Deadline, { agreements }: ConflictModel): string {
  const words = together(
    `by ${one.by}`,
    one.unless === null ? '' : `unless ${printExpression(one.unless, TOP)}`,
    `then { ${printEffects(one.then, agreements)} }`,
  );
  return grounded(words, one);
}
