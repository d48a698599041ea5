import type { Claim, ConflictModel, Quantity } from '@standoff/model';
import type { Context } from '../context.js';
import { inFull, readDecimal } from '../decimals.js';
import type * as ast from '../generated/ast.js';
import { didYouMean } from '../suggestions.js';
import { KINDS } from '../declared-names.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { quoted, together } from '../written.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';

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
          ...readFigures(part, context),
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

/** A figure, or the lowest and the highest of a range. */
function readFigures(node: ast.Quantity, { reporter }: Context): Pick<Quantity, 'value' | 'upTo'> {
  const value = readDecimal(node, 'value', node.value, reporter).number;
  if (node.upTo === undefined) return { value };
  const upTo = readDecimal(node, 'upTo', node.upTo, reporter).number;
  if (upTo <= value)
    reporter.say('range-backwards', rangeOf(node), `${node.upTo} is not above ${node.value}`, {
      hint: 'write the lower figure first, or a single one',
    });
  return { value, upTo };
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

export function printClaim(claim: Claim, { actors, claims }: ConflictModel): string {
  const { id, label, strength, by, disputed, causeOf, quantities } = claim;
  const parts = [
    together(strength, printSpeaker(by, actors)),
    ...disputed.map((one) => together('disputed', printSpeaker(one.by, [...actors, ...claims]))),
    ...(causeOf === null ? [] : [`cause of ${printExpression(causeOf, TOP)}`]),
    ...quantities.map(printQuantity),
  ];
  return grounded(`claim ${id} ${quoted(label)} ${parts.join(', ')}`, claim);
}

/** Who has an id is named by it, anybody else in words. */
function printSpeaker(by: string | null, named: readonly { readonly id: string }[]): string {
  if (by === null) return '';
  return `by ${named.some(({ id }) => id === by) ? by : quoted(by)}`;
}

function printQuantity({ bound, value, upTo, unit }: Quantity): string {
  const figures = upTo === undefined ? inFull(value) : `${inFull(value)} to ${inFull(upTo)}`;
  return together('quantity', bound ?? '', figures, quoted(unit));
}
