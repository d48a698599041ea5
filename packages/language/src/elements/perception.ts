import type {
  ConflictModel,
  Constraint,
  OptionId,
  Perception,
  UnawareGrounds,
} from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { didYouMean } from '../suggestions.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { PreferenceReader } from '../preferences.js';
import { together } from '../written.js';
import { printConstraint, readConstraint } from './constraint.js';
import { nameOf, reachOf } from './print-expression.js';
import { grounded, isGrounded } from './grounds.js';
import { printPreference } from './preference.js';

export function readPerception(node: ast.Perception, context: Context): Perception {
  const { names, reporter } = context;
  const holder = names.expect('Actor', node.actor, node, 'actor');
  if (holder !== null && node.faction !== undefined) expectFaction(node, holder, context);
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
  const unawareGrounds: UnawareGrounds[] = [];
  const constraints: Constraint[] = [];
  for (const item of node.items) {
    switch (item.$type) {
      case 'Unaware':
        if (of !== null) {
          const before = unawareOf.size;
          readUnaware(item, of, unawareOf, context);
          const options = [...unawareOf].slice(before);
          if (isGrounded(item)) unawareGrounds.push({ options, ...context.grounds(item) });
        }
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
    ...(node.faction === undefined ? {} : { faction: node.faction }),
    of: node.of,
    preference: preference.preference(),
    unawareOf: [...unawareOf],
    ...(unawareGrounds.length === 0 ? {} : { unawareGrounds }),
    constraints,
    ...context.grounds(node),
  };
}

function expectFaction(node: ast.Perception, actor: string, { names, reporter }: Context): void {
  const { items } = names.lookUp(actor)!.node as ast.Actor;
  const factions = items.flatMap((item) => (item.$type === 'Faction' ? [item.name] : []));
  if (factions.includes(node.faction!)) return;
  reporter.say(
    'unknown-name',
    rangeOfProperty(node, 'faction'),
    `${actor} has no faction called ${node.faction!}`,
    {
      hint:
        factions.length === 0
          ? `${actor} has no factions at all`
          : (didYouMean(node.faction!, factions) ?? `its factions are ${factions.join(', ')}`),
    },
  );
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
  const { actor, faction, of, preference, unawareOf, unawareGrounds, constraints } = perception;
  const holder = faction === undefined ? actor : `${actor}.${faction}`;
  const reach = reachOf(of, model);
  const parts = [
    printPreference(preference, reach),
    ...printUnaware(unawareOf, unawareGrounds),
    ...constraints.map((constraint) => printConstraint(constraint, reach)),
  ].filter((part) => part !== '');
  return together(
    grounded(`${holder} perceives ${of}`, perception),
    parts.length === 0 ? '{ }' : `{\n${parts.join('\n')}\n}`,
  );
}

/** What has grounds of its own on a line of its own, behind the rest. */
function printUnaware(
  options: readonly OptionId[],
  grounds: readonly UnawareGrounds[] = [],
): string[] {
  const said = new Set(grounds.flatMap((one) => one.options));
  const rest = options.filter((option) => !said.has(option));
  const words = (some: readonly OptionId[]): string =>
    `unaware of ${some.map((option) => nameOf(option)).join(', ')}`;
  return [
    ...(rest.length === 0 ? [] : [words(rest)]),
    ...grounds.map((one) => grounded(words(one.options), one)),
  ];
}
