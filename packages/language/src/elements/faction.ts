import type { Faction, PreferenceItem } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { didYouMean } from '../names.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { PreferenceReader } from '../preferences.js';
import { labelled, together } from '../written.js';
import type { Reach } from './expression.js';
import { grounded } from './grounds.js';
import { printPreference, printPrefers } from './preference.js';

/** Statements of a faction go into its actor's list, where the faction is written. */
export function readFaction(
  node: ast.Faction,
  ofActor: PreferenceReader,
  holder: ConstructorParameters<typeof PreferenceReader>[1],
  context: Context,
): Faction {
  const own = new PreferenceReader(context, { ...holder, called: `the faction ${node.name}` });
  for (const part of node.items) {
    if (part.$type === 'Prefers' && (own.form === null || own.form === 'Prefers')) {
      ofActor.addOfFaction(part, node.name);
      own.note(part);
    } else own.add(part);
  }
  const preference = own.preference();
  return {
    id: node.name,
    label: node.label ?? node.name,
    preference: preference.form === 'none' ? null : preference,
    ...context.grounds(node),
  };
}

/** The faction assumed where nothing else is asked: the one that is named, else the first. */
export function whoPrevails(
  node: ast.Actor,
  prevails: readonly ast.Prevails[],
  factions: readonly Faction[],
  context: Context,
): string | null {
  const [first, second] = prevails;
  if (second) {
    context.reporter.say('prevails-twice', rangeOf(second), `${node.name} has two \`prevails\``, {
      related: [{ range: rangeOf(first), message: 'the first' }],
    });
  }
  const names = factions.map((f) => f.id);
  if (first && !names.includes(first.faction)) {
    context.reporter.say(
      'unknown-name',
      rangeOfProperty(first, 'faction'),
      `${node.name} has no faction called ${first.faction}`,
      {
        hint:
          names.length === 0
            ? `${node.name} has no factions at all`
            : (didYouMean(first.faction, names) ?? `its factions are ${names.join(', ')}`),
      },
    );
  }
  return first?.faction ?? names[0] ?? null;
}

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
