import type {
  Actor,
  Agreement,
  ConflictModel,
  Faction,
  Option,
  PreferenceItem,
} from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { saidIn } from '../options-said.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { PreferenceReader } from '../preferences.js';
import { percentOf } from '../decimals.js';
import { labelled, quoted, together } from '../written.js';
import { printAct, readAct } from './act.js';
import { readChoice } from './choice.js';
import { readCannotMove, readConstraint } from './constraint.js';
import { reachOf, type Reach } from './print-expression.js';
import { oddsOf, printFaction, readFaction, whoPrevails } from './faction.js';
import { grounded, joined } from './grounds.js';
import { printOption, readOption } from './option.js';
import { printPreference, printPrefers } from './preference.js';
import { printQuorum, readQuorum } from './quorum.js';

interface ActorRead {
  readonly actor: Actor;
  /** Its own; consents are added when the agreements are read. */
  readonly options: Option[];
  /** What it does with its members, as agreements of theirs. */
  readonly acts: ReturnType<typeof readAct>[];
}

export function readActor(node: ast.Actor, context: Context): ActorRead {
  const options: Option[] = [];
  const acts: ReturnType<typeof readAct>[] = [];
  const quorum = node.acts === undefined ? null : readQuorum(node.acts, context);
  const factions: Faction[] = [];
  const prevails: ast.Prevails[] = [];
  let statements = 0;
  const holder = {
    called: node.name,
    scope: node.name,
    nextId: () => `${node.name}.${(statements += 1)}`,
  };
  const preference = new PreferenceReader(context, holder);
  const known = new Map<string, ast.Faction>();
  const ownForms: ast.Faction[] = [];

  const addOption = (option: ast.Option): void => {
    if (quorum !== null) {
      if (context.names.owns(option)) acts.push(readAct(option, node.name, quorum, context));
    } else if (context.names.optionsOf(node.name).get(option.name)?.node === option)
      options.push(readOption(option, node.name, context));
  };
  for (const item of node.items) {
    switch (item.$type) {
      case 'Option':
        addOption(item);
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
      case 'Choice':
        saidIn(item).forEach(addOption);
        context.constraints.push(...readChoice(item, node.name, context));
        break;
      case 'Constraint': {
        const constraint = readConstraint(item, node.name, context);
        if (constraint) context.constraints.push(constraint);
      }
    }
  }

  if (node.acts !== undefined && acts.length === 0 && !context.reporter.hasErrors)
    context.reporter.say('acts-of-nothing', rangeOf(node.acts), `${node.name} has nothing to do`, {
      why: 'its options are what its members vote on, and it has none',
      hint: `give it one: \`actor ${node.name} … { option name "Label" }\``,
    });
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
        return word
          ? { ...faction, ...oddsOf(word), ...joined(faction, context.grounds(word)) }
          : faction;
      }),
      prevails: whoPrevails(node, prevails, factions, context),
      ...context.grounds(node),
    },
    options,
    acts,
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

export function printActor(actor: Actor, model: ConflictModel): string {
  const reach = reachOf(actor.id, model);
  const { id, aliases, factions } = actor;
  const own = model.options.filter((option) => reach.has(option.id));
  const wishes = [
    ...(factions.length === 0
      ? [printPreference(actor.preference, reach)]
      : printFactions(actor, reach)),
    ...printPrevails(actor),
  ].filter((part) => part !== '');
  const acts: readonly Agreement[] = model.agreements.filter(({ actOf }) => actOf === id);
  const [act] = acts;
  const parts = [
    [...own.map(printOption), ...acts.map((one) => printAct(one, model))],
    wishes,
  ].filter(({ length }) => length > 0);
  const head = together(
    `actor ${id}`,
    labelled(actor),
    aliases.length === 0 ? '' : `aka ${aliases.map(quoted).join(', ')}`,
    act === undefined ? '' : `acts with ${printQuorum(act)}`,
  );
  return together(
    grounded(head, actor),
    parts.length === 0 ? '' : `{\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n}`,
  );
}

/** Which faction is assumed, or how likely each is, the likeliest being assumed. */
function printPrevails({ factions, prevails }: Actor): string[] {
  const odds = factions.flatMap(({ id, probability }) =>
    probability === undefined ? [] : [`prevails ${id} ${percentOf(probability)} %`],
  );
  if (odds.length > 0) return odds;
  return prevails === null || prevails === factions[0]?.id ? [] : [`prevails ${prevails}`];
}

/** Factions stand where their statements stand in the actor's list, in the order of the factions. */
function printFactions({ preference, factions }: Actor, reach: Reach): string[] {
  const all = preference.form === 'statements' ? preference.items : [];
  // Those of factions stand before all else in the list, and in the faction in the text.
  const items = all.filter((item) => !isRedLine(item) || factionOf(item) === null);
  const redLines = (id: string): PreferenceItem[] =>
    all.filter((item) => isRedLine(item) && factionOf(item) === id);
  const withoutMore = (faction: Faction): string =>
    printFaction(faction, redLines(faction.id), reach);
  const printed: string[] =
    preference.form === 'statements' ? [] : [printPreference(preference, reach)];
  let waiting = factions;
  for (const run of runsOf(items)) {
    const whose = factionOf(run[0]);
    const at = waiting.findIndex((faction) => faction.id === whose);
    if (at < 0) {
      printed.push(printPrefers(run, reach));
      continue;
    }
    const before = waiting.slice(0, at).map(withoutMore);
    const own = [...redLines(waiting[at].id), ...run];
    printed.push(...before, printFaction(waiting[at], own, reach));
    waiting = waiting.slice(at + 1);
  }
  return [...printed, ...waiting.map(withoutMore)];
}

/** Statements that follow one another and are of one faction, or of none. */
function runsOf(items: readonly PreferenceItem[]): PreferenceItem[][] {
  const runs: PreferenceItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && factionOf(last[0]) === factionOf(item)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function isRedLine(item: PreferenceItem): boolean {
  return item.item === 'statement' && item.redLine === true;
}

function factionOf(item: PreferenceItem): string | null {
  return item.item === 'statement' ? item.faction : (item.statements[0]?.faction ?? null);
}
