import type { Faction, PreferenceItem } from '@standoff/model';
import { labelled, together } from '../written.js';
import type { Reach } from './expression.js';
import { grounded } from './grounds.js';
import { printPreference, printPrefers } from './preference.js';

/** @param statements those in the actor's list that are the faction's */
export function printFaction(
  faction: Faction,
  statements: readonly PreferenceItem[],
  reach: Reach,
): string {
  const parts = [
    faction.preference === null ? '' : printPreference(faction.preference, reach),
    statements.length === 0 ? '' : printPrefers(statements, reach),
  ].filter((part) => part !== '');
  return together(
    grounded(together(`faction ${faction.id}`, labelled(faction)), faction),
    parts.length === 0 ? '' : `{\n${parts.join('\n')}\n}`,
  );
}
