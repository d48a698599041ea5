import type { Faction, PreferenceItem } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { didYouMean } from '../suggestions.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { PreferenceReader } from '../preferences.js';
import { labelled, together } from '../written.js';
import type { Reach } from './print-expression.js';
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

/** The faction assumed where nothing else is asked: the one that is named, the likeliest of several, else the first. */
export function whoPrevails(
  node: ast.Actor,
  prevails: readonly ast.Prevails[],
  factions: readonly Faction[],
  context: Context,
): string | null {
  const [first, second] = prevails;
  const odds = prevails.filter(({ probability }) => probability !== undefined);
  if (second && odds.length < prevails.length) {
    context.reporter.say('prevails-twice', rangeOf(second), `${node.name} has two \`prevails\``, {
      hint: 'one is assumed; of several say how likely each is: `prevails doves 70 %`',
      related: [{ range: rangeOf(first), message: 'the first' }],
    });
  }
  checkOdds(odds, factions, context);
  const names = factions.map((f) => f.id);
  for (const one of prevails) {
    if (names.includes(one.faction)) continue;
    context.reporter.say(
      'unknown-name',
      rangeOfProperty(one, 'faction'),
      `${node.name} has no faction called ${one.faction}`,
      {
        hint:
          names.length === 0
            ? `${node.name} has no factions at all`
            : (didYouMean(one.faction, names) ?? `its factions are ${names.join(', ')}`),
      },
    );
  }
  if (odds.length === 0) return first?.faction ?? names[0] ?? null;
  const said = new Map(odds.map((one) => [one.faction, Number(one.probability)]));
  const sum = odds.reduce((total, { probability }) => total + Number(probability), 0);
  const unsaid = names.filter((name) => !said.has(name));
  const ofRest = (100 - sum) / unsaid.length;
  // Of equals one of which it is said, since it was named.
  return [...said, ...unsaid.map((name) => [name, ofRest] as const)].reduce((most, one) =>
    one[1] > most[1] + 1e-9 ? one : most,
  )[0];
}

/** How likely factions are comes to 100 % where it is said of each, and to no more elsewhere. */
function checkOdds(
  odds: readonly ast.Prevails[],
  factions: readonly Faction[],
  { reporter }: Context,
): void {
  const [first] = odds;
  if (first === undefined) return;
  const sum = odds.reduce((total, { probability }) => total + Number(probability), 0);
  const wrong = odds.find(({ probability }) => Number(probability) < 0);
  const whole = new Set(odds.map(({ faction }) => faction)).size === factions.length;
  if (wrong === undefined && (whole ? Math.abs(sum - 100) < 1e-9 : sum <= 100)) return;
  reporter.say(
    'bad-odds',
    rangeOf(wrong ?? first),
    wrong === undefined
      ? `the odds of the factions come to ${sum} %`
      : `${wrong.probability!} % is less than nothing`,
    {
      hint: whole
        ? 'they come to 100 %'
        : 'together they are 100 % at most; the rest is shared evenly',
    },
  );
}

/** How likely a faction is to prevail, where that is said. */
export function oddsOf({ probability }: ast.Prevails): { probability?: number } {
  // As it is written: 12.3 / 100 is not the number nearest to 0.123.
  return probability === undefined ? {} : { probability: Number(`${probability}e-2`) };
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
