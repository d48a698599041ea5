import type { Actor, ConflictModel, PreferenceItem } from '@standoff/model';
import { labelled, quoted, together } from '../written.js';
import { reachOf, type Reach } from './expression.js';
import { printFaction } from './faction.js';
import { grounded } from './grounds.js';
import { printOption } from './option.js';
import { printPreference, printPrefers } from './preference.js';

export function printActor(actor: Actor, model: ConflictModel): string {
  const reach = reachOf(actor.id, model);
  const { id, aliases, factions, prevails } = actor;
  const own = model.options.filter((option) => reach.has(option.id));
  const wishes = [
    ...(factions.length === 0
      ? [printPreference(actor.preference, reach)]
      : printFactions(actor, reach)),
    prevails === null || prevails === factions[0]?.id ? '' : `prevails ${prevails}`,
  ].filter((part) => part !== '');
  const parts = [own.map(printOption), wishes].filter(({ length }) => length > 0);
  const head = together(
    `actor ${id}`,
    labelled(actor),
    aliases.length === 0 ? '' : `aka ${aliases.map(quoted).join(', ')}`,
  );
  return together(
    grounded(head, actor),
    parts.length === 0 ? '' : `{\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n}`,
  );
}

/** Factions stand where their statements stand in the actor's list, in the order of the factions. */
function printFactions({ preference, factions }: Actor, reach: Reach): string[] {
  const items = preference.form === 'statements' ? preference.items : [];
  const printed: string[] =
    preference.form === 'statements' ? [] : [printPreference(preference, reach)];
  let waiting = factions;
  for (const run of runsOf(items)) {
    const whose = factionOf(run[0]!);
    const at = waiting.findIndex((faction) => faction.id === whose);
    if (at < 0) {
      printed.push(printPrefers(run, reach));
      continue;
    }
    const before = waiting.slice(0, at).map((faction) => printFaction(faction, [], reach));
    printed.push(...before, printFaction(waiting[at]!, run, reach));
    waiting = waiting.slice(at + 1);
  }
  return [...printed, ...waiting.map((faction) => printFaction(faction, [], reach))];
}

/** Statements that follow one another and are of one faction, or of none. */
function runsOf(items: readonly PreferenceItem[]): PreferenceItem[][] {
  const runs: PreferenceItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && factionOf(last[0]!) === factionOf(item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function factionOf(item: PreferenceItem): string | null {
  return item.item === 'statement' ? item.faction : (item.statements[0]?.faction ?? null);
}
