import type { Claim, ConflictModel, Quantity } from '@standoff/model';
import { inFull } from '../decimals.js';
import { quoted, together } from '../written.js';
import { printExpression, TOP } from './expression.js';
import { grounded } from './grounds.js';

export function printClaim(claim: Claim, { actors, claims }: ConflictModel): string {
  const { id, label, strength, by, disputed, causeOf, quantities } = claim;
  const parts = [
    together(strength, printSpeaker(by, actors)),
    ...disputed.map((one) => together('disputed', printSpeaker(one.by, [...actors, ...claims]))),
    ...(causeOf === null ? [] : [`cause of ${printExpression(causeOf, TOP)}`]),
    ...quantities.map(printQuantity),
  ];
  return grounded(`claim ${id} ${quoted(label)} ${parts.join(', ')}`, claim);
}

/** Who has an id is named by it, anybody else in words. */
function printSpeaker(by: string | null, named: readonly { readonly id: string }[]): string {
  if (by === null) return '';
  return `by ${named.some(({ id }) => id === by) ? by : quoted(by)}`;
}

function printQuantity({ bound, value, unit }: Quantity): string {
  return together('quantity', bound ?? '', inFull(value), quoted(unit));
}
