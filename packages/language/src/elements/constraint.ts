import type {
  AllowedTransition,
  ConflictModel,
  Constraint,
  DisallowedTransition,
  Proposition,
} from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import type { Scope } from '../names.js';
import { rangeOf, rangeOfProperty, wordsOf } from '../positions.js';
import { together } from '../written.js';
import { printDoubt, readDoubt } from './doubt.js';
import {
  printCount,
  printExpression,
  printFirst,
  reachOf,
  type Reach,
} from './print-expression.js';
import { grounded } from './grounds.js';

/** Null, and said why, where an expression stands alone. */
export function readConstraint(
  node: ast.Constraint,
  scope: Scope,
  context: Context,
): Constraint | null {
  const rule = readRule(node, scope, context);
  const perhaps = readDoubt(node, context.reporter);
  if (perhaps?.probability === 0)
    context.reporter.say(
      'bad-percentage',
      rangeOfProperty(node, 'probability'),
      'a rule with a chance of 0 % holds nowhere',
      { hint: 'leave the rule out' },
    );
  return rule === null || perhaps === null ? rule : { ...rule, perhaps };
}

function readRule(node: ast.Constraint, scope: Scope, context: Context): Constraint | null {
  const id = context.nextConstraintId();
  const left = context.expressions.read(node.left, scope);
  const grounds = context.grounds(node);
  switch (node.kind) {
    case 'never': {
      const text = `never ${wordsOf(node.left)}`;
      return { id, kind: 'never', must: { op: 'not', arg: left }, text, ...grounds };
    }
    case 'always':
      return { id, kind: 'always', must: left, text: `always ${wordsOf(node.left)}`, ...grounds };
    case 'requires': {
      for (const side of [node.left, node.right!]) checkSide(side, context);
      const must: Proposition = {
        op: 'implies',
        antecedent: left,
        consequent: context.expressions.read(node.right!, scope),
        written: 'requires',
      };
      return { id, kind: 'requires', must, text: wordsOf(node.left, node.right), ...grounds };
    }
    case undefined: {
      const kind = countKind(node.left);
      if (kind !== null) return { id, kind, must: left, text: wordsOf(node.left), ...grounds };
      const words = wordsOf(node.left);
      context.reporter.say(
        'lone-expression',
        rangeOf(node.left),
        'this expression stands alone, and nothing says what it is for',
        { hint: `if it must hold, write \`always ${words}\`; if it must not, \`never ${words}\`` },
      );
      return null;
    }
  }
}

function countKind(expression: ast.Expression): Constraint['kind'] | null {
  const only = expression.operands[0];
  if (expression.operands.length > 1 || only.nots.length > 0 || only.of.$type !== 'Count') {
    return null;
  }
  if (only.of.kind === 'exactly') return 'exactly one of';
  if (only.of.kind !== 'at') return null;
  return only.of.bound === 'most' ? 'at most one of' : 'at least one of';
}

/** `a if b requires c`: which of the two is meant to be the condition? */
function checkSide(side: ast.Expression, context: Context): void {
  const loose = side.operators.find((o) =>
    ['iff', 'implies', 'if', 'unless', 'onlyif'].includes(o),
  );
  if (loose === undefined) return;
  const word = loose === 'onlyif' ? 'only if' : loose;
  context.reporter.say(
    'chain',
    rangeOf(side),
    `\`${word}\` and \`requires\` side by side can be read in more than one way`,
    { hint: `use parentheses: \`(${wordsOf(side)})\`` },
  );
}

/**
 * Adds to the context the moves that somebody cannot make, or can make beside its others. `inside`: the
 * actor in whose block it stands.
 */
export function readCannotMove(node: ast.CannotMove, inside: Scope, context: Context): void {
  let actor = inside;
  if (inside === null) {
    if (node.actor === undefined) {
      const verb = node.can ? 'can' : 'cannot';
      context.reporter.say('who-cannot-move', rangeOf(node), `who ${verb} move is not said`, {
        hint: `write the actor before \`${verb} move\`, or put this into the actor\u2019s braces`,
      });
    } else actor = context.names.expect('Actor', node.actor, node, 'actor');
  } else if (node.actor !== undefined && node.actor !== inside) {
    context.reporter.say(
      'who-cannot-move',
      rangeOfProperty(node, 'actor'),
      `inside ${inside}, only moves of ${inside} can be ${node.can ? 'given' : 'excluded'}`,
      { hint: `leave the name out, or move this out of the braces of ${inside}` },
    );
  }
  const from = context.expressions.read(node.from, actor);
  const to = context.expressions.read(node.to, actor);
  const grounds = context.grounds(node);
  if (actor === null) return;
  if (node.can) {
    context.allowed.push({
      id: `can-move-${context.allowed.length + 1}`,
      actor,
      from,
      to,
      ...grounds,
    });
    return;
  }
  const id = `cannot-move-${context.disallowed.length + 1}`;
  context.disallowed.push({ id, actor, from, to, ...grounds });
}

/** Words that may go on with what stands before. */
const GOING_ON: ReadonlySet<string> = new Set(
  'not taken open unknown irreversible slow as aka when by to very much kept until because rests inferred'.split(
    ' ',
  ),
);

export function printConstraint(constraint: Constraint, reach: Reach): string {
  const words = together(printDoubt(constraint.perhaps ?? null), printMust(constraint, reach));
  return grounded(words, constraint);
}

function printMust({ kind, must }: Constraint, reach: Reach): string {
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
  return printMove('cannot', move, model);
}

export function printCanMove(move: AllowedTransition, model: ConflictModel): string {
  return printMove('can', move, model);
}

function printMove(
  verb: 'can' | 'cannot',
  move: AllowedTransition | DisallowedTransition,
  model: ConflictModel,
): string {
  const { actor, from, to } = move;
  const reach = reachOf(actor, model);
  const states = `from ${printExpression(from, reach)} to ${printExpression(to, reach)}`;
  return grounded(`${actor} ${verb} move ${states}`, move);
}
