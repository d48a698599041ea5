import type {
  Actor,
  Agreement,
  Commitment,
  ConflictModel,
  Option,
  Situation,
} from '@standoff/model';
import { CHANCE, MODEL_SCHEMA, modelAsOf, withConsequences } from '@standoff/model';
import { checkWhole } from './checks.js';
import { Context } from './context.js';
import { readActor } from './elements/actor.js';
import { readAgreement } from './elements/agreement.js';
import { readChance } from './elements/chance.js';
import { readChoice } from './elements/choice.js';
import { readCommitment, type Defined } from './elements/commitment.js';
import { readCannotMove, readConstraint } from './elements/constraint.js';
import { readGraph } from './elements/graph.js';
import { historyOf, withHistories, type History } from './elements/history.js';
import { readSituation } from './elements/situation.js';
import type * as ast from './generated/ast.js';
import { isPlain, PlainElements } from './plain-elements.js';
import { rangeOf } from './positions.js';
import type { Reporter } from './reporter.js';

/** Kinds whose names are not among those that all elements share. */
const NAMED_APART: ReadonlySet<string> = new Set(['Situation', 'Choice', 'Chance']);

/**
 * What a text without syntax errors says; where something in it is wrong, what could be made of it.
 * Null where there is no situation.
 */
export function compile(document: ast.Document, reporter: Reporter): ConflictModel | null {
  const context = new Context(document, reporter);
  const situation = onlySituation(document, context);
  const actors: Actor[] = [];
  const ownOptions = new Map<string, Option[]>();
  const agreements: Agreement[] = [];
  const acts: Agreement[] = [];
  const consents = new Map<string, Option[]>();
  const votes = new Map<string, Option[]>();
  const chances: Option[] = [];
  const graphs: Option[] = [];
  const commitments: ast.Commitment[] = [];
  const plain = new PlainElements();

  for (const element of document.elements) {
    // A second element of the same name has been reported; what it says would only confuse.
    if ('name' in element && !NAMED_APART.has(element.$type)) {
      if (element.name !== undefined && !context.names.owns(element)) continue;
    }
    if (isPlain(element)) {
      plain.add(element, context);
      continue;
    }
    switch (element.$type) {
      case 'Situation':
        break;
      case 'Actor': {
        const read = readActor(element, context);
        actors.push(read.actor);
        ownOptions.set(read.actor.id, read.options);
        for (const act of read.acts) {
          acts.push(act.agreement);
          addByOwner(votes, act.consents);
        }
        break;
      }
      case 'Agreement': {
        const read = readAgreement(element, context);
        agreements.push(read.agreement);
        addByOwner(consents, read.consents);
        break;
      }
      case 'Commitment':
        commitments.push(element);
        break;
      case 'CannotMove':
        readCannotMove(element, null, context);
        break;
      case 'Chance':
        if (context.names.optionsOf(CHANCE).get(element.name)?.node === element)
          chances.push(readChance(element, context));
        break;
      case 'Choice':
        if (element.graph) {
          const { options, constraint } = readGraph(element, context);
          graphs.push(...options);
          if (constraint) context.constraints.push(constraint);
          break;
        }
        context.constraints.push(...readChoice(element, null, context));
        break;
      case 'Constraint': {
        const constraint = readConstraint(element, null, context);
        if (constraint) context.constraints.push(constraint);
        break;
      }
      default:
        element satisfies never;
    }
  }

  const histories: History[] = [];
  const options = actors.flatMap((actor) => {
    const own = withTheirHistory(ownOptions.get(actor.id)!, context, histories);
    return [...own, ...(votes.get(actor.id) ?? []), ...(consents.get(actor.id) ?? [])];
  });
  const byOwner = new Map(actors.map((a) => [a.id, [] as string[]]));
  for (const option of options) byOwner.get(option.owner)?.push(option.id);

  if (situation === null) return null;
  const { sources, scenarios, states, perceptions, extremes, claims, relations, events, ...more } =
    plain.lists;
  const written: ConflictModel = {
    schema: MODEL_SCHEMA,
    situation,
    sources,
    actors: actors.map((actor) => ({ ...actor, options: byOwner.get(actor.id)! })),
    options: [...options, ...chances, ...graphs],
    agreements: [...acts, ...agreements],
    constraints: context.constraints,
    disallowed: context.disallowed,
    scenarios,
    states,
    commitments: readCommitments(
      commitments,
      { scenarios, agreements: [...acts, ...agreements], states },
      context,
    ),
    perceptions,
    extremes,
    claims,
    relations,
    events,
    ...(context.allowed.length === 0 ? {} : { allowed: context.allowed }),
    ...more,
  };
  checkWhole(written, document, context);
  return modelAsOf(withConsequences(withHistories(written, histories)), situation.asOf);
}

function addByOwner(all: Map<string, Option[]>, options: readonly Option[]): void {
  for (const option of options) {
    const before = all.get(option.owner);
    if (before) before.push(option);
    else all.set(option.owner, [option]);
  }
}

/** An option that is not taken today and not resumable is followed by that of its history. */
function withTheirHistory(
  own: readonly Option[],
  { names }: Context,
  histories: History[],
): Option[] {
  return own.flatMap((option) => {
    if (option.direction !== 'back' || option.initially === 'taken') return [option];
    const history = historyOf(option, new Set(names.optionsOf(option.owner).keys()));
    histories.push(history);
    return [{ ...option, direction: 'both' as const }, history.option];
  });
}

/** Commitments come last: whose they are depends on what scenarios and states stand for. */
function readCommitments(
  nodes: readonly ast.Commitment[],
  defined: Defined,
  context: Context,
): Commitment[] {
  const count = new Map<string, number>();
  return nodes.flatMap((node) => {
    const n = (count.get(node.kind) ?? 0) + 1;
    count.set(node.kind, n);
    return readCommitment(node, `${node.kind}-${n}`, defined, context) ?? [];
  });
}

function onlySituation(document: ast.Document, context: Context): Situation | null {
  const situations = document.elements.filter((e) => e.$type === 'Situation');
  const [first, ...more] = situations;
  const { reporter } = context;
  if (!first) {
    const start = rangeOf(document.elements[0]).start;
    reporter.say(
      'no-situation',
      { start, end: start },
      'the text does not say what situation it is about',
      {
        hint: 'begin with `situation "Title"`',
      },
    );
    return null;
  }
  if (document.elements[0] !== first) {
    reporter.say(
      'situation-not-first',
      rangeOf(first),
      'the situation is not the first thing in the text',
      {
        hint: 'move this line to the top',
      },
    );
  }
  for (const second of more) {
    reporter.say('second-situation', rangeOf(second), 'one text describes one situation', {
      hint: 'put the second into a text of its own',
      related: [{ range: rangeOf(first), message: 'the first' }],
    });
  }
  return readSituation(first, context);
}
