import type { ConflictModel, Constraint, OptionId, Perception } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';
import { PreferenceReader } from '../preferences.js';
import { together } from '../written.js';
import { printConstraint, readConstraint } from './constraint.js';
import { nameOf, reachOf } from './expression.js';
import { grounded } from './grounds.js';
import { printPreference } from './preference.js';

export function readPerception(node: ast.Perception, context: Context): Perception {
  const { names, reporter } = context;
  names.expect('Actor', node.actor, node, 'actor');
  const of = names.expect('Actor', node.of, node, 'of');
  if (node.actor === node.of) {
    reporter.say('perceives-itself', rangeOf(node), `${node.actor} perceives itself`, {
      hint: `what ${node.actor} wants stands in its own braces`,
    });
  }
  let statements = 0;
  const preference = new PreferenceReader(context, {
    called: `the picture that ${node.actor} has of ${node.of}`,
    scope: of ?? '',
    nextId: () => `${node.actor}>${node.of}.${(statements += 1)}`,
  });
  const unawareOf = new Set<OptionId>();
  const constraints: Constraint[] = [];
  for (const item of node.items) {
    switch (item.$type) {
      case 'Unaware':
        if (of !== null) readUnaware(item, of, unawareOf, context);
        break;
      case 'Constraint': {
        if (item.perhaps) sayCertain(item, context);
        const constraint = readConstraint(item, of, context);
        if (constraint) constraints.push(constraint);
        break;
      }
      default:
        preference.add(item);
    }
  }
  return {
    actor: node.actor,
    of: node.of,
    preference: preference.preference(),
    unawareOf: [...unawareOf],
    constraints,
    ...context.grounds(node),
  };
}

function sayCertain(rule: ast.Constraint, { reporter }: Context): void {
  reporter.say('doubt-misplaced', rangeOf(rule), 'what somebody believes in is certain to them', {
    hint: 'leave out `perhaps`, or the rule',
  });
}

function readUnaware(
  node: ast.Unaware,
  of: string,
  unawareOf: Set<OptionId>,
  context: Context,
): void {
  for (const reference of node.options) {
    // Being unaware of an agreement is being unaware of the other's option to consent.
    const consent =
      reference.actor === undefined ? context.names.optionsOf(of).get(reference.name) : undefined;
    const meaning = consent
      ? ({ kind: 'option', option: consent } as const)
      : context.names.resolve(reference, of);
    if (meaning === null) continue;
    if (meaning.kind === 'option' && meaning.option.owner === of) {
      if (unawareOf.has(meaning.option.id)) {
        context.reporter.say(
          'duplicate-member',
          rangeOf(reference),
          `${meaning.option.id} is listed twice`,
        );
      }
      unawareOf.add(meaning.option.id);
      continue;
    }
    context.reporter.say(
      'wrong-kind',
      rangeOf(reference),
      meaning.kind === 'option'
        ? `${meaning.option.id} is not an option of ${of}`
        : `${reference.name} is not an option of ${of}`,
    );
  }
}

export function printPerception(perception: Perception, model: ConflictModel): string {
  const { actor, of, preference, unawareOf, constraints } = perception;
  const reach = reachOf(of, model);
  const parts = [
    printPreference(preference, reach),
    unawareOf.length === 0
      ? ''
      : `unaware of ${unawareOf.map((option) => nameOf(option)).join(', ')}`,
    ...constraints.map((constraint) => printConstraint(constraint, reach)),
  ].filter((part) => part !== '');
  return together(
    grounded(`${actor} perceives ${of}`, perception),
    parts.length === 0 ? '{ }' : `{\n${parts.join('\n')}\n}`,
  );
}
