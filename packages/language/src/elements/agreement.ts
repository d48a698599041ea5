import type { Agreement, ConflictModel, Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { labelled, together } from '../written.js';
import { printFlags, readFlags } from './flags.js';
import { grounded } from './grounds.js';
import { printOffer, readOffer } from './offer.js';

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
  const needs = readNeeds(node, parties, context);
  const keptFrom = readKeptFrom(node, parties, context);
  const offer = node.offered ? readOffer(node, context) : undefined;
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
    ...(needs === undefined ? {} : { needs }),
    ...(offer === undefined ? {} : { offer }),
    ...(keptFrom.length === 0 ? {} : { keptFrom }),
    ...grounds,
  };
  return { agreement, consents };
}

/** How many of the parties it takes; undefined where it takes all. */
function readNeeds(
  node: ast.Agreement,
  parties: readonly string[],
  { reporter }: Context,
): number | undefined {
  if (node.needs === undefined) return undefined;
  const needs = node.needs === 'one' ? 1 : Number(node.needs);
  if (Number.isInteger(needs) && needs >= 1 && needs <= parties.length)
    return needs < parties.length ? needs : undefined;
  reporter.say(
    'bad-quorum',
    rangeOfProperty(node, 'needs'),
    `${node.needs} of ${parties.length} parties cannot be`,
    { hint: 'write a whole number from 1 to that of the parties' },
  );
  return undefined;
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
  const { id, parties, needs, offer, keptFrom } = agreement;
  const words = together(
    `${offer === undefined ? 'agreement' : 'offer'} ${id}`,
    labelled(agreement),
    offer === undefined
      ? `between ${needs === undefined ? '' : `at least ${needs} of `}${parties.join(', ')}`
      : printOffer(offer, parties, agreements),
    ...(consent === undefined ? [] : printFlags(consent)),
    keptFrom === undefined ? '' : `kept from ${keptFrom.join(', ')}`,
  );
  return grounded(words, agreement);
}
