import { isName, optionsIn, type Commitment, type ConflictModel } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { few } from '../suggestions.js';
import { rangeOf, rangeOfProperty, wordsOf } from '../positions.js';
import { quoted, together } from '../written.js';
import { printExpression, TOP } from './print-expression.js';
import { grounded } from './grounds.js';

/** What stands for options, to see whose options a commitment is about. */
export type Defined = Pick<ConflictModel, 'scenarios' | 'agreements' | 'states'>;

export function readCommitment(
  node: ast.Commitment,
  defaultId: string,
  defined: Defined,
  context: Context,
): Commitment | null {
  const { names, expressions, reporter } = context;
  const content = expressions.read(node.content, null);
  const conditional = hasCondition(node, reporter);
  const whens = node.when.map((when) => expressions.read(when, null));
  const by = node.by.map((actor, i) => names.expect('Actor', actor, node, 'by', i));
  const to = node.to.flatMap((list) =>
    list.actors.map((actor, i) => names.expect('Actor', actor, list, 'actors', i)),
  );
  const grounds = context.grounds(node);
  for (const [word, list] of [
    ['when', node.when],
    ['by', node.by],
    ['to', node.to],
  ] as const) {
    if (list.length < 2) continue;
    reporter.say('repeated-clause', rangeOf(node), `this ${node.kind} has two \`${word}\``, {
      hint:
        word === 'when'
          ? 'join them with `and`, or write two statements'
          : word === 'to'
            ? 'write one list: `to NK, CN`'
            : 'write two statements',
    });
  }
  if (conditional || [...by, ...to].includes(null)) return null;

  const options = optionsIn(content, defined);
  const owners = [...new Set([...options].map((id) => id.slice(0, id.indexOf('.'))))];
  const isDemand = node.kind === 'demand';
  const actor = by[0] ?? (isDemand ? whoDemands(node, context) : whoActs(node, owners, context));
  if (actor === null) return null;
  const written = [...new Set(to as string[])];
  const addressed = isDemand && written.length === 0 ? owners : written;

  // A giver who is named may answer for what others help to bring about, or do alone.
  if (isDemand) checkOwners(node, addressed, owners, context);
  if (addressed.includes(actor)) {
    reporter.say(
      'commitment-to-oneself',
      rangeOf(node),
      isDemand ? `${actor} demands this of itself` : `${actor} makes this ${node.kind} to itself`,
    );
  }
  return {
    id: node.name ?? defaultId,
    label: node.label ?? wordsOfCommitment(node),
    kind: node.kind,
    by: actor,
    to: addressed,
    content,
    when: whens[0] ?? null,
    ...grounds,
  };
}

/** `promise a if b` promises that `b` fails or `a` holds; a condition is nearly always meant. */
function hasCondition(node: ast.Commitment, reporter: Context['reporter']): boolean {
  const { operators, operands } = node.content;
  const at = operators.findIndex((one) => one === 'if' || one === 'unless');
  if (at < 0) return false;
  const range = rangeOfProperty(node.content, 'operators', at);
  const when = operators[at] === 'if' ? 'when' : 'when not';
  const alone = at === operands.length - 2 && operands[at + 1].nots.length === 0;
  reporter.say(
    'if-in-commitment',
    range,
    `\`${operators[at]}\` stands inside what this ${node.kind} is about`,
    {
      why: 'it is kept already where the condition fails or the other side holds, whoever brings that about',
      hint: `write \`${when}\` for a condition; put what is meant so in parentheses`,
      ...(when === 'when' || alone
        ? { fixes: [{ title: `Write \`${when}\``, edits: [{ range, text: when }] }] }
        : {}),
    },
  );
  return true;
}

/** "promise US.assure when NK.dismantle" */
function wordsOfCommitment(node: ast.Commitment): string {
  const when = node.when[0];
  return `${node.kind} ${wordsOf(node.content)}${when ? ` when ${wordsOf(when)}` : ''}`;
}

function whoDemands(node: ast.Commitment, { reporter }: Context): null {
  reporter.say('who-demands', rangeOf(node), 'who demands this is not said', {
    hint: `write \`demand ${wordsOf(node.content)} by ACTOR\``,
  });
  return null;
}

function whoActs(node: ast.Commitment, owners: readonly string[], { reporter }: Context) {
  if (owners.length === 1) return owners[0];
  // Where a name meant nothing, that has been said, and is the mistake to mend.
  if (owners.length === 0 && reporter.hasErrors) return null;
  reporter.say(
    'whose-commitment',
    rangeOfProperty(node, 'content'),
    owners.length === 0
      ? `no option stands in this ${node.kind}, so nobody could keep it`
      : `whose ${node.kind} this is is not said: its options belong to ${few(owners)}`,
    { hint: owners.length === 0 ? undefined : `add \`by ${owners[0]}\`` },
  );
  return null;
}

function checkOwners(
  node: ast.Commitment,
  actors: readonly string[],
  owners: readonly string[],
  { reporter }: Context,
): void {
  if (owners.length === 0) return;
  for (const actor of actors) {
    if (owners.includes(actor)) continue;
    reporter.say(
      'not-theirs-to-do',
      rangeOfProperty(node, 'content'),
      `none of the options of this ${node.kind} belongs to ${actor}`,
      { hint: `they belong to ${few(owners)}` },
    );
  }
}

/** Who acts, or is to comply, is said only where the options do not say it. */
export function printCommitment(commitment: Commitment, model: ConflictModel): string {
  const { id, kind, label, by, to, content, when } = commitment;
  const inside = printExpression(content, TOP);
  const words = together(
    content.op === 'implies' && content.written === 'if' ? `(${inside})` : inside,
    when === null ? '' : `when ${printExpression(when, TOP)}`,
  );
  const head = together(
    isName(id) ? id : '',
    writtenAs(label) === writtenAs(`${kind} ${words}`) ? '' : quoted(label),
  );
  const owners = [...new Set([...optionsIn(content, model)].map(ownerOf))].join(', ');
  const isDemand = kind === 'demand';
  const all = together(
    kind,
    head === '' ? '' : `${head}:`,
    words,
    !isDemand && owners === by ? '' : `by ${by}`,
    to.length === 0 || (isDemand && owners === to.join(', ')) ? '' : `to ${to.join(', ')}`,
  );
  return grounded(all, commitment);
}

/**
 * Words that a commitment without a label is called by, however they are written: without parentheses and
 * the actors before their options, `1` for `one`.
 */
export function writtenAs(words: string): string {
  return words
    .replace(/[()]|[^\s(){},.]+\./g, '')
    .replace(/\bone of\b/g, '1 of')
    .replace(/, *}/g, '}');
}

function ownerOf(option: string): string {
  return option.slice(0, option.indexOf('.'));
}
