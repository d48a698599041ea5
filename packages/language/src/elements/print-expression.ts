import type { ConflictModel, OptionId, Proposition } from '@standoff/model';
import { inFull } from '../decimals.js';
import { LEVELS } from './expression.js';

/** The options that are named without their actor. */
export type Reach = ReadonlySet<OptionId>;

/** At the top of a text: none. */
export const TOP: Reach = new Set();

/** In the braces of an actor: its own; a consent is always named with the actor. */
export function reachOf(actor: string, { options }: Pick<ConflictModel, 'options'>): Reach {
  return new Set(
    options
      .filter(({ owner, agreement }) => owner === actor && agreement === null)
      .map(({ id }) => id),
  );
}

/** A proposition with no more parentheses than it needs. */
export function printExpression(p: Proposition, reach: Reach): string {
  switch (p.op) {
    case 'constant':
      // No text says it: an empty list is refused when it is read.
      return p.value ? 'all of {}' : 'at least 1 of {}';
    case 'option':
      return reach.has(p.id) ? nameOf(p.id) : p.id;
    case 'scenario':
    case 'agreement':
    case 'state':
      return p.id;
    case 'not':
      return `not ${side(p.arg, 0, reach)}`;
    case 'and':
    case 'or':
    case 'xor':
    case 'iff':
      return p.args.map((arg) => side(arg, looseness(p) - 1, reach)).join(` ${p.op} `);
    case 'implies': {
      const { antecedent, consequent, written } = p;
      const [left, right] = written === 'if' ? [consequent, antecedent] : [antecedent, consequent];
      const most = looseness(p) - 1;
      return `${side(left, most, reach)} ${written} ${side(right, most, reach)}`;
    }
    case 'count': {
      const { min, max, args } = p;
      if (max === 0) return `none of ${printList(args, reach)}`;
      if (min === args.length && max === min) return `all of ${printList(args, reach)}`;
      return printCount(p, reach);
    }
  }
}

/** The same with its number, as a constraint that stands alone is written. */
export function printCount(
  { min, max, args }: Proposition & { readonly op: 'count' },
  reach: Reach,
): string {
  const [bound, number] =
    max === null ? ['at least', min] : min === max ? ['exactly', max] : ['at most', max];
  return `${bound} ${number === 1 ? 'one' : inFull(number)} of ${printList(args, reach)}`;
}

/** One that stands between signs: a name, or in parentheses. */
export function printAtom(p: Proposition, reach: Reach): string {
  const words = printExpression(p, reach);
  return 'id' in p && words !== 'others' ? words : `(${words})`;
}

/** One that begins a line, where its first word, these being words of the language there, may be a name. */
export function printFirst(p: Proposition, reach: Reach, words: ReadonlySet<string>): string {
  const printed = printExpression(p, reach);
  const [first = ''] = /^[^\s.]+/.exec(printed) ?? [];
  return words.has(first) ? `(${printed})` : printed;
}

/** `suspend` of NK.suspend. */
export function nameOf(id: OptionId): string {
  return id.slice(id.indexOf('.') + 1);
}

function printList(args: readonly Proposition[], reach: Reach): string {
  return `{${args.map((arg) => printExpression(arg, reach)).join(', ')}}`;
}

/** One side of an operator: in parentheses where it binds looser than that. */
function side(p: Proposition, most: number, reach: Reach): string {
  const words = printExpression(p, reach);
  return looseness(p) > most ? `(${words})` : words;
}

/** The level of its operator, the tightest being 1; 0: it is one operand. */
function looseness(p: Proposition): number {
  const word = p.op === 'implies' && p.written === 'only if' ? 'onlyif' : p.op;
  return LEVELS.findIndex(({ words }) => words.has(word)) + 1;
}
