import type { Agreement } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { actsOf } from '../options-said.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { together } from '../written.js';

/** Who has to consent for something to be in force. */
export type Quorum = Pick<Agreement, 'parties' | 'needs' | 'always'>;

/** What is written of it, after `between`, or after `acts with` of an actor. */
type Written = ast.Agreement | ast.Acts;

export function readQuorum(node: Written, context: Context): Quorum {
  const parties = readParties(node, context);
  const needs = readNeeds(node, parties, context);
  const always = readAlways(node, parties, needs, context);
  return {
    parties,
    ...(needs === undefined ? {} : { needs }),
    ...(always.length === 0 ? {} : { always }),
  };
}

function readParties(node: Written, { reporter, names }: Context): string[] {
  const parties: string[] = [];
  for (const [i, party] of node.parties.entries()) {
    const range = (): ReturnType<typeof rangeOf> => rangeOfProperty(node, 'parties', i);
    if (parties.includes(party)) {
      reporter.say('repeated-party', range(), `${party} is named twice among the parties`);
      continue;
    }
    if (names.expect('Actor', party, node, 'parties', i) === null) continue;
    parties.push(party);
    const acts = actsOf(names.lookUp(party)!.node);
    if (acts === undefined) continue;
    reporter.say(
      'member-without-voice',
      range(),
      acts === node
        ? `${party} is among its own members`
        : `${party} acts only with its members, so it does not consent by itself`,
      {
        hint:
          acts === node ? 'name the others only' : `name its members: ${acts.parties.join(', ')}`,
        related: [{ range: rangeOf(acts), message: `how ${party} acts` }],
      },
    );
  }
  if (new Set(node.parties).size < 2) {
    reporter.say(
      'one-party',
      rangeOfProperty(node, 'parties'),
      node.$type === 'Acts'
        ? 'what acts with its members has two of them at least'
        : 'an agreement needs at least two parties',
    );
  }
  return parties;
}

/** How many of the parties it takes; undefined where it takes all. */
function readNeeds(
  node: Written,
  parties: readonly string[],
  { reporter }: Context,
): number | undefined {
  if (node.needs === undefined) return undefined;
  const needs = node.needs === 'one' ? 1 : Number(node.needs);
  if (Number.isInteger(needs) && needs >= 1 && needs <= parties.length)
    return needs < parties.length ? needs : undefined;
  reporter.say(
    'bad-quorum',
    rangeOfProperty(node, 'needs'),
    `${node.needs} of ${parties.length} parties cannot be`,
    { hint: 'write a whole number from 1 to that of the parties' },
  );
  return undefined;
}

/** Those that have to be among the ones that are enough. */
function readAlways(
  node: Written,
  parties: readonly string[],
  needs: number | undefined,
  { names, reporter }: Context,
): string[] {
  const { among } = node;
  if (among === undefined) return [];
  if (needs === undefined && node.needs === undefined)
    reporter.say('among-all', rangeOf(among), 'it takes all of them, these among them', {
      hint: 'write how many are enough, `at least 2 of A, B, C among them A`, or leave this out',
    });
  return [...new Set(among.actors)].flatMap((name) => {
    const i = among.actors.indexOf(name);
    const actor = names.expect('Actor', name, among, 'actors', i);
    if (actor === null || parties.includes(actor)) return needs === undefined ? [] : (actor ?? []);
    reporter.say(
      'among-others',
      rangeOfProperty(among, 'actors', i),
      `${actor} is not among those that are named before`,
      { hint: `they are ${parties.join(', ')}` },
    );
    return [];
  });
}

export function printQuorum({ parties, needs, always }: Quorum): string {
  return together(
    `${needs === undefined ? '' : `at least ${needs} of `}${parties.join(', ')}`,
    always === undefined ? '' : `among them ${always.join(', ')}`,
  );
}
