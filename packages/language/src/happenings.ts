import type { Claim, Event, OptionId, Relation } from '@standoff/model';
import type { Context } from './context.js';
import { checkDate } from './dates.js';
import { readDecimal } from './decimals.js';
import type * as ast from './generated/ast.js';
import { didYouMean, KINDS } from './names.js';
import { rangeOf, rangeOfProperty } from './positions.js';

const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['alliedwith', 'allied with'],
  ['rivalof', 'rival of'],
  ['hostileto', 'hostile to'],
  ['dependson', 'depends on'],
  ['protects', 'protects'],
  ['partof', 'part of'],
]);

export function readRelation(node: ast.Relation, context: Context): Relation {
  context.names.expect('Actor', node.from, node, 'from');
  context.names.expect('Actor', node.to, node, 'to');
  if (node.from === node.to) {
    context.reporter.say(
      'relation-to-itself',
      rangeOf(node),
      `${node.from} is put in a relation to itself`,
    );
  }
  return {
    from: node.from,
    kind: node.own ?? RELATIONS.get(node.kind!)!,
    to: node.to,
    ...context.grounds(node),
  };
}

export function readClaim(node: ast.Claim, context: Context): Claim {
  const claim: { -readonly [K in keyof Pick<Claim, 'causeOf'>]: Claim[K] } = { causeOf: null };
  const disputed: { by: string | null }[] = [];
  const quantities: Claim['quantities'][number][] = [];
  for (const part of node.parts) {
    switch (part.$type) {
      case 'Disputed':
        disputed.push({ by: part.by ? speaker(part.by, true, context) : null });
        break;
      case 'CauseOf':
        if (claim.causeOf !== null) {
          context.reporter.say('repeated-clause', rangeOf(part), 'this claim has two `cause of`', {
            hint: 'join them with `and`, or write two claims',
          });
        }
        claim.causeOf ??= context.expressions.read(part.of, null);
        break;
      case 'Quantity':
        quantities.push({
          bound: part.bound ?? null,
          value: readDecimal(part, 'value', part.value, context.reporter).number,
          unit: part.unit,
        });
    }
  }
  return {
    id: node.name,
    label: node.label,
    strength: node.strength,
    by: node.by ? speaker(node.by, false, context) : null,
    disputed,
    causeOf: claim.causeOf,
    quantities,
    ...context.grounds(node),
  };
}

/** An actor (of a dispute, a claim too), or somebody in words. */
function speaker(node: ast.Speaker, mayBeClaim: boolean, context: Context): string {
  if (node.name === undefined) return node.text!;
  const found = context.names.lookUp(node.name);
  if (found?.kind === 'Actor' || (mayBeClaim && found?.kind === 'Claim')) return node.name;
  const wanted = mayBeClaim ? 'an actor or a claim' : 'an actor';
  if (found) {
    context.reporter.say(
      'wrong-kind',
      rangeOf(node),
      `${node.name} is ${KINDS[found.kind]}, not ${wanted}`,
      { related: [{ range: rangeOfProperty(found.node, 'name'), message: 'named here' }] },
    );
  } else {
    context.reporter.sayOnce(
      node.name,
      'unknown-name',
      rangeOf(node),
      `there is no ${wanted.replace(/^an? | an? /g, (w) => (w.startsWith(' ') ? ' ' : ''))} called ${node.name}`,
      () => ({
        hint:
          didYouMean(node.name!, context.names.called('Actor')) ??
          `somebody who is not an actor stands in quotes: "${node.name!}"`,
      }),
    );
  }
  return node.name;
}

export function readEvent(node: ast.Event, id: string, context: Context): Event {
  checkDate(node.date, node, 'date', context.reporter);
  const effects: { option: OptionId; taken: boolean }[] = [];
  const seen = new Map<OptionId, ast.Effect>();
  for (const effect of node.effects) {
    for (const option of readEffect(effect, context)) {
      const first = seen.get(option);
      if (first) {
        context.reporter.say('effect-twice', rangeOf(effect), `${option} changes twice here`, {
          hint: 'what happened one after the other is two events',
          related: [{ range: rangeOf(first), message: 'the first change' }],
        });
      } else seen.set(option, effect);
      effects.push({ option, taken: !effect.ended });
    }
  }
  return {
    id,
    date: node.date,
    label: node.label,
    effects,
    signals: node.signals ? context.expressions.read(node.signals, null) : null,
    ...context.grounds(node),
  };
}

function readEffect(effect: ast.Effect, context: Context): OptionId[] {
  const meaning = context.names.resolve(effect.of, null);
  if (meaning === null) return [];
  if (meaning.kind === 'option') return [meaning.option.id];
  if (meaning.kind === 'agreement') return context.names.consentsTo(meaning.id);
  sayNoOption(effect.of, meaning.kind, context);
  return [];
}

/** A scenario or a state stands where only an option or an agreement can. */
export function sayNoOption(node: ast.Reference, kind: string, context: Context): void {
  context.reporter.say(
    'wrong-kind',
    rangeOf(node),
    `${node.name} is a ${kind}, not an option or an agreement`,
    { hint: 'name the options themselves' },
  );
}
