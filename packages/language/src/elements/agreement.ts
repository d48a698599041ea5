import type { Agreement, ConflictModel, Option } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { labelled, together } from '../written.js';
import { printFlags, readFlags } from './flags.js';
import { grounded } from './grounds.js';

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

/** What the consents are, the agreement is: all are alike. */
export function printAgreement(agreement: Agreement, { options }: ConflictModel): string {
  const consent = options.find(({ id }) => id === agreement.consents[0]);
  const words = together(
    `agreement ${agreement.id}`,
    labelled(agreement),
    `between ${agreement.parties.join(', ')}`,
    ...(consent === undefined ? [] : printFlags(consent)),
  );
  return grounded(words, agreement);
}

/** Options, or what ended (`not US.treaty`), with an agreement in the place of all consents to it. */
export function withAgreements(
  changes: readonly string[],
  agreements: readonly Agreement[],
): string[] {
  const words: string[] = [];
  for (let k = 0; k < changes.length;) {
    const change = changes[k];
    const not = change.startsWith('not ') ? 'not ' : '';
    const whole = agreements.find(
      ({ consents: [first, ...others] }) =>
        `${not}${first}` === change &&
        others.every((consent, i) => changes[k + 1 + i] === `${not}${consent}`),
    );
    words.push(whole === undefined ? change : `${not}${whole.id}`);
    k += whole?.consents.length ?? 1;
  }
  return words;
}
