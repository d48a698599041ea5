import type {
  Agreement,
  Constraint,
  Extreme,
  NamedState,
  Option,
  OptionId,
  Perception,
  Scenario,
} from '@standoff/model';
import { readFlags } from './actors.js';
import { readConstraint } from './constraints.js';
import type { Context } from './context.js';
import type * as ast from './generated/ast.js';
import { sayNoOption } from './happenings.js';
import { rangeOf, rangeOfProperty } from './positions.js';
import { PreferenceReader } from './preferences.js';

/** An agreement with the consent option of each party. */
export function readAgreement(
  node: ast.Agreement,
  context: Context,
): { agreement: Agreement; consents: Option[] } {
  const { reporter, names } = context;
  const parties: string[] = [];
  for (const [i, party] of node.parties.entries()) {
    const range = (): ReturnType<typeof rangeOf> => rangeOfProperty(node, 'parties', i);
    if (parties.includes(party)) {
      reporter.say('repeated-party', range(), `${party} is named twice among the parties`);
    } else if (names.expect('Actor', party, node, 'parties', i) !== null) parties.push(party);
  }
  if (new Set(node.parties).size < 2) {
    reporter.say(
      'one-party',
      rangeOfProperty(node, 'parties'),
      'an agreement needs at least two parties',
    );
  }
  const flags = readFlags(node, context);
  for (const [i, flag] of node.flags.entries()) {
    if (flag !== 'unknown' && flag !== 'notresumable') continue;
    reporter.say(
      'flag-of-options-only',
      rangeOfProperty(node, 'flags', i),
      `an agreement cannot be \`${flag === 'unknown' ? flag : 'not resumable'}\``,
      { hint: 'after the parties there may be `taken`, `irreversible` and `slow`' },
    );
  }
  const grounds = context.grounds(node);
  const label = node.label ?? node.name;
  const consents = parties.map((owner): Option => ({
    id: `${owner}.${node.name}`,
    name: node.name,
    label,
    owner,
    direction: flags.has('irreversible') ? 'forward' : 'both',
    initially: flags.has('taken') ? 'taken' : 'open',
    slow: flags.has('slow'),
    agreement: node.name,
    ...grounds,
  }));
  const agreement = {
    id: node.name,
    label,
    parties,
    consents: consents.map((c) => c.id),
    ...grounds,
  };
  return { agreement, consents };
}

export function readScenario(node: ast.Scenario, context: Context): Scenario {
  return {
    id: node.name,
    label: node.label ?? node.name,
    holds: context.expressions.read(node.holds, null),
    ...context.grounds(node),
  };
}

export function readState(node: ast.NamedState, context: Context): NamedState {
  const taken = new Map<OptionId, ast.Reference>();
  for (const reference of node.taken) {
    const meaning = context.names.resolve(reference, null);
    if (meaning === null) continue;
    if (meaning.kind !== 'option' && meaning.kind !== 'agreement') {
      sayNoOption(reference, meaning.kind, context);
      continue;
    }
    const ids =
      meaning.kind === 'option' ? [meaning.option.id] : context.names.consentsTo(meaning.id);
    for (const id of ids) {
      const first = taken.get(id);
      if (first) {
        context.reporter.say('duplicate-member', rangeOf(reference), `${id} is listed twice`, {
          related: [{ range: rangeOf(first), message: 'the first' }],
        });
      } else taken.set(id, reference);
    }
  }
  return {
    id: node.name,
    label: node.label ?? node.name,
    taken: [...taken.keys()],
    ...context.grounds(node),
  };
}

export function readExtreme(node: ast.Extreme, context: Context): Extreme {
  context.names.expect('Actor', node.actor, node, 'actor');
  context.names.expect('Scenario', node.scenario, node, 'scenario');
  return {
    kind: node.kind,
    actor: node.actor,
    scenario: node.scenario,
    ...context.grounds(node),
  };
}

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
    nextId: () => `${node.actor}>${node.of}.${String((statements += 1))}`,
  });
  const unawareOf = new Set<OptionId>();
  const constraints: Constraint[] = [];
  for (const item of node.items) {
    switch (item.$type) {
      case 'Unaware':
        if (of !== null) readUnaware(item, of, unawareOf, context);
        break;
      case 'Constraint': {
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
