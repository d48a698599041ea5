import type { OpenActor, Share } from '@standoff/analysis';
import { counted, listed } from '../english.js';
import { FIXED_SPACE } from '@standoff/document';
import type { Words } from '../words.js';

/** "all", "none", "62 %", and from a sample "62 % (58 to 66)". */
export function shareWords({ share, low, high }: Share): string {
  if (low !== null && high !== null)
    return `${percent(share)} (${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)})`;
  return share === 1 ? 'all' : share === 0 ? 'none' : percent(share);
}

export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0 || value === 100) return `${value}${FIXED_SPACE}%`;
  if (value < 1) return `under${FIXED_SPACE}1${FIXED_SPACE}%`;
  if (value > 99) return `over${FIXED_SPACE}99${FIXED_SPACE}%`;
  return `${value.toFixed(0)}${FIXED_SPACE}%`;
}

/** What is open about an actor: "2 factions and 1 statement in doubt: 3 rankings". */
export function openWords(words: Words, open: OpenActor): string {
  const { actor, factions, perhaps, unordered, rankings } = open;
  const parts = [
    factions.length > 0 ? counted(factions.length, 'faction') : '',
    perhaps.length > 0 ? `${counted(perhaps.length, 'statement')} in doubt` : '',
    unordered > 0 ? counted(unordered, 'list in no order', 'lists in no order') : '',
  ].filter(Boolean);
  return `${words.actor(actor)}: ${listed(parts)}${rankings === null ? '' : `, ${counted(rankings, 'different ranking')}`}`;
}
