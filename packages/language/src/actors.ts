import type { Actor, Direction, Faction, Option } from '@standoff/model';
import type { Context } from './context.js';
import { readCannotMove, readConstraint } from './elements/constraint.js';
import { readFlags } from './elements/flags.js';
import type * as ast from './generated/ast.js';
import { joined } from './grounds.js';
import { didYouMean } from './names.js';
import { rangeOf, rangeOfProperty } from './positions.js';
import { PreferenceReader } from './preferences.js';

/** An actor with its own options; consents are added when the agreements are read. */
export function readActor(node: ast.Actor, context: Context): { actor: Actor; options: Option[] } {
  const options: Option[] = [];
  const factions: Faction[] = [];
  const prevails: ast.Prevails[] = [];
  let statements = 0;
  const holder = {
    called: node.name,
    scope: node.name,
    nextId: () => `${node.name}.${String((statements += 1))}`,
  };
  const preference = new PreferenceReader(context, holder);
  const known = new Map<string, ast.Faction>();
  const ownForms: ast.Faction[] = [];

  for (const item of node.items) {
    switch (item.$type) {
      case 'Option':
        if (context.names.optionsOf(node.name).get(item.name)?.node === item) {
          options.push(readOption(item, node.name, context));
        }
        break;
      case 'Prefers':
      case 'Ranks':
      case 'Weighs':
        preference.add(item);
        break;
      case 'Faction': {
        const first = known.get(item.name);
        if (first) {
          context.reporter.say(
            'duplicate-name',
            rangeOfProperty(item, 'name'),
            `${node.name} has two factions called ${item.name}`,
            { related: [{ range: rangeOfProperty(first, 'name'), message: 'the first' }] },
          );
          break;
        }
        known.set(item.name, item);
        const faction = readFaction(item, preference, holder, context);
        if (faction.preference !== null) ownForms.push(item);
        factions.push(faction);
        break;
      }
      case 'Prevails':
        prevails.push(item);
        break;
      case 'CannotMove':
        readCannotMove(item, node.name, context);
        break;
      case 'Constraint': {
        const constraint = readConstraint(item, node.name, context);
        if (constraint) context.constraints.push(constraint);
      }
    }
  }

  checkForms(node, preference, ownForms, context);
  return {
    actor: {
      id: node.name,
      label: node.label ?? node.name,
      aliases: node.aliases,
      options: options.map((o) => o.id),
      preference: preference.preference(),
      // What is said behind `prevails` is said of the faction it names.
      factions: factions.map((faction) => {
        const word = prevails.find((p) => p.faction === faction.id);
        return word ? { ...faction, ...joined(faction, context.grounds(word)) } : faction;
      }),
      prevails: whoPrevails(node, prevails, factions, context),
      ...context.grounds(node),
    },
    options,
  };
}

function readFaction(
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

/** A ranking or weights are a whole preference, so nothing can stand beside them. */
function checkForms(
  node: ast.Actor,
  preference: PreferenceReader,
  ownForms: readonly ast.Faction[],
  context: Context,
): void {
  const part = preference.firstPart;
  const beside = ownForms[0] ?? node.items.find((item) => item.$type === 'Faction');
  if (part === null || beside === undefined) return;
  if (ownForms.length === 0 && part.$type === 'Prefers') return;
  context.reporter.say(
    'faction-beside-preference',
    rangeOf(part),
    `${node.name} has a preference of its own beside the faction ${beside.name}`,
    {
      why: 'a ranking or weights order all states by themselves',
      hint: 'put every preference into a faction, or use `prefers` in all places',
      related: [{ range: rangeOf(beside), message: `the faction ${beside.name}` }],
    },
  );
}

function whoPrevails(
  node: ast.Actor,
  prevails: readonly ast.Prevails[],
  factions: readonly Faction[],
  context: Context,
): string | null {
  const [first, second] = prevails;
  if (second) {
    context.reporter.say('prevails-twice', rangeOf(second), `${node.name} has two \`prevails\``, {
      related: [{ range: rangeOf(first!), message: 'the first' }],
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

function readOption(node: ast.Option, owner: string, context: Context): Option {
  const flags = readFlags(node, context);
  const has = (flag: string): boolean => flags.has(flag);
  const direction: Direction = has('irreversible')
    ? 'forward'
    : has('notresumable')
      ? 'back'
      : 'both';
  return {
    id: `${owner}.${node.name}`,
    name: node.name,
    label: node.label ?? node.name,
    owner,
    direction,
    initially: has('taken') ? 'taken' : has('unknown') ? 'unknown' : 'open',
    slow: has('slow'),
    agreement: null,
    ...context.grounds(node),
  };
}
