import type { Agreement, ConflictModel } from '@standoff/model';
import { labelled, together } from '../written.js';
import { printFlags } from './flags.js';
import { grounded } from './grounds.js';

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
    const change = changes[k]!;
    const not = change.startsWith('not ') ? 'not ' : '';
    const whole = agreements.find(
      ({ consents: [first, ...others] }) =>
        `${not}${first!}` === change &&
        others.every((consent, i) => changes[k + 1 + i] === `${not}${consent}`),
    );
    words.push(whole === undefined ? change : `${not}${whole.id}`);
    k += whole?.consents.length ?? 1;
  }
  return words;
}
