import type { ConflictModel, Consequence, OptionId, OptionLiteral } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, wordsOf } from '../positions.js';
import { readEffect } from './effect.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';
import { printEffects } from './with-agreements.js';

export function readConsequence(node: ast.Consequence, id: string, context: Context): Consequence {
  return {
    id,
    when: context.expressions.read(node.when, null),
    then: readThen(node.then, context),
    text: `when ${wordsOf(node.when)} ${thenWords(node.then)}`,
    ...context.grounds(node),
  };
}

/** "then {NK.suspend, not US.meet}", as it is written. */
export function thenWords(effects: readonly ast.Effect[]): string {
  return `then {${effects.map((one) => `${one.ended ? 'not ' : ''}${wordsOf(one.of)}`).join(', ')}}`;
}

/** What is so afterwards; an option stands there once. */
export function readThen(effects: readonly ast.Effect[], context: Context): OptionLiteral[] {
  const seen = new Map<OptionId, ast.Effect>();
  return effects.flatMap((effect) =>
    readEffect(effect, context).filter(({ option }) => {
      const first = seen.get(option);
      if (first === undefined) {
        seen.set(option, effect);
        return true;
      }
      context.reporter.say('effect-twice', rangeOf(effect), `${option} changes twice here`, {
        hint: 'say of each option once whether it is taken then',
        related: [{ range: rangeOf(first), message: 'the first change' }],
      });
      return false;
    }),
  );
}

export function printConsequence(one: Consequence, { agreements }: ConflictModel): string {
  const words = `when ${printExpression(one.when, TOP)} then { ${printEffects(one.then, agreements)} }`;
  return grounded(words, one);
}
