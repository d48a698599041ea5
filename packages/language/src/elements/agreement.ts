import type { Agreement, ConflictModel, Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOfProperty } from '../positions.js';
import { labelled, together } from '../written.js';
import { printFlags, readFlags } from './flags.js';
import { grounded } from './grounds.js';
import { printOffer, readOffer } from './offer.js';
import { printQuorum, readQuorum } from './quorum.js';

/** An agreement with the consent option of each party. */
export function readAgreement(
  node: ast.Agreement,
  context: Context,
): { agreement: Agreement; consents: Option[] } {
  const quorum = readQuorum(node, context);
  const { parties } = quorum;
  sayFlagsOfOptionsOnly(node, context);
  const keptFrom = readKeptFrom(node, parties, context);
  const offer = node.offered ? readOffer(node, context) : undefined;
  const grounds = context.grounds(node);
  const consents = consentsOf(node, parties, context);
  const agreement = {
    id: node.name,
    label: node.label ?? node.name,
    ...quorum,
    consents: consents.map((c) => c.id),
    ...(offer === undefined ? {} : { offer }),
    ...(keptFrom.length === 0 ? {} : { keptFrom }),
    ...grounds,
  };
  return { agreement, consents };
}

/** What each party does to consent: an option of its own. */
export function consentsOf(
  node: ast.Agreement | ast.Option,
  parties: readonly string[],
  context: Context,
): Option[] {
  const flags = readFlags(node, context);
  const grounds = context.grounds(node);
  return parties.map((owner): Option => ({
    id: `${owner}.${node.name}`,
    name: node.name,
    label: node.label ?? node.name,
    owner,
    direction: flags.has('irreversible') ? 'forward' : 'both',
    initially: flags.has('taken') ? 'taken' : 'open',
    slow: flags.has('slow'),
    agreement: node.name,
    ...grounds,
  }));
}

/** What is several parties' is not said to be unknown, or not resumable: whose consent would be meant? */
export function sayFlagsOfOptionsOnly(
  node: (ast.Agreement | ast.Option) & { flags: string[] },
  { reporter }: Context,
): void {
  const what = node.$type === 'Option' ? 'an act of several members' : 'an agreement';
  for (const [i, flag] of node.flags.entries()) {
    if (flag !== 'unknown' && flag !== 'notresumable') continue;
    reporter.say(
      'flag-of-options-only',
      rangeOfProperty(node, 'flags', i),
      `${what} cannot be \`${flag === 'unknown' ? flag : 'not resumable'}\``,
      {
        hint: `after ${node.$type === 'Option' ? 'it' : 'the parties'} there may be \`taken\`, \`irreversible\` and \`slow\``,
      },
    );
  }
}

function readKeptFrom(
  node: ast.Agreement,
  parties: readonly string[],
  { names, reporter }: Context,
): string[] {
  return [...new Set(node.keptFrom)].flatMap((name) => {
    const i = node.keptFrom.indexOf(name);
    const actor = names.expect('Actor', name, node, 'keptFrom', i);
    if (actor === null || !parties.includes(actor)) return actor ?? [];
    reporter.say(
      'kept-from-party',
      rangeOfProperty(node, 'keptFrom', i),
      `${actor} is a party, and so knows of it`,
      { hint: 'name actors that are no parties' },
    );
    return [];
  });
}

/** What the consents are, the agreement is: all are alike. */
export function printAgreement(
  agreement: Agreement,
  { options, agreements }: ConflictModel,
): string {
  const consent = options.find(({ id }) => id === agreement.consents[0]);
  const { id, parties, offer, keptFrom } = agreement;
  const words = together(
    `${offer === undefined ? 'agreement' : 'offer'} ${id}`,
    labelled(agreement),
    offer === undefined
      ? `between ${printQuorum(agreement)}`
      : printOffer(offer, parties, agreements),
    ...(consent === undefined ? [] : printFlags(consent)),
    keptFrom === undefined ? '' : `kept from ${keptFrom.join(', ')}`,
  );
  return grounded(words, agreement);
}
