import type { Agreement, OptionLiteral, Offer, Refusal } from '@standoff/model';
import type { Context } from '../context.js';
import { checkDate } from '../dates.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { together } from '../written.js';
import { readEffect } from './effect.js';
import { printEffects } from './with-agreements.js';

/** What an offer is about, and until when it can be taken up. */
export function readOffer(node: ast.Agreement, context: Context): Offer {
  const { reporter, names } = context;
  const terms = new Map<string, OptionLiteral>();
  for (const term of node.terms) {
    for (const effect of readEffect(term, context)) {
      const before = terms.get(effect.option);
      if (names.consentsTo(node.name).includes(effect.option))
        reporter.say('offer-of-itself', rangeOf(term), 'an offer is not among its own terms', {
          hint: 'name what is so while it is in force',
        });
      else if (before !== undefined && before.taken !== effect.taken)
        reporter.say(
          'terms-exclude',
          rangeOf(term),
          `the terms exclude each other: ${effect.option} is both taken and not`,
          { hint: 'leave out one of the two' },
        );
      else terms.set(effect.option, effect);
    }
  }
  if (node.terms.length === 0)
    reporter.say('empty-list', rangeOf(node), 'nothing is offered', {
      hint: 'name in the braces what is so while the offer is in force',
    });
  const { until } = node;
  if (until !== undefined) checkDate(until, node, 'until', reporter);
  return { terms: [...terms.values()], ...(until === undefined ? {} : { until }) };
}

export function printOffer(
  { terms, until }: Offer,
  [by, ...to]: readonly string[],
  agreements: readonly Agreement[],
): string {
  return together(
    `by ${by} to ${to.join(', ')}: { ${printEffects(terms, agreements)} }`,
    until === undefined ? '' : `until ${until}`,
  );
}

/** Null, and said why, where it is no offer or was not made to the actor. */
export function readRefusal(node: ast.Refusal, { names, reporter }: Context): Refusal | null {
  const actor = names.expect('Actor', node.by, node, 'by');
  const offer = names.expect('Agreement', node.offer, node, 'offer');
  if (actor === null || offer === null) return null;
  const { offered, parties } = names.lookUp(offer)!.node as ast.Agreement;
  const [by, ...to] = parties;
  if (offered && to.includes(actor)) return { actor, offer };
  reporter.say(
    'refusal-of-nothing',
    rangeOfProperty(node, 'offer'),
    offered ? `${offer} is not offered to ${actor}` : `${offer} is an agreement, not an offer`,
    {
      hint: offered
        ? `it is offered by ${by} to ${to.join(', ')}`
        : 'only offers are refused: `offer NAME by A to B: { … }`',
    },
  );
  return null;
}
