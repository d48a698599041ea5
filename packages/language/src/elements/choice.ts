import type { Choice, ConflictModel, Constraint, OptionId, Proposition } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { few } from '../suggestions.js';
import { saidIn } from '../options-said.js';
import type { Scope } from '../names.js';
import { rangeOf, rangeOfProperty } from '../positions.js';
import { labelled, together } from '../written.js';
import { grounded } from './grounds.js';
import { sayNoOption } from './state.js';

/** What a choice says, as constraints: one of an actor's options, or of rival agreements one for each party. */
export function readChoice(node: ast.Choice, scope: Scope, context: Context): Constraint[] {
  const { reporter, names } = context;
  const grounds = context.grounds(node);
  const [said] = saidIn(node);
  if (scope === null && said !== undefined) {
    sayOfNobody(said, context);
    return [];
  }
  const options: OptionId[] = [];
  const agreements: string[] = [];
  for (const reference of node.options) {
    if (reference.$type === 'Option') {
      if (scope !== null && names.actOf(scope, reference.name)) agreements.push(reference.name);
      else options.push(`${scope}.${reference.name}`);
      continue;
    }
    const meaning = names.resolve(reference, scope);
    if (meaning === null) continue;
    if (meaning.kind === 'option') options.push(meaning.option.id);
    else if (meaning.kind === 'agreement') agreements.push(meaning.id);
    else sayNoOption(reference, meaning.kind, context);
  }
  const among = [...new Set([...options, ...agreements])];
  if (options.length + agreements.length > among.length)
    reporter.say('duplicate-member', rangeOf(node), 'something is listed twice in this choice');
  if (among.length < 2) {
    if (!reporter.hasErrors || node.options.length < 2)
      reporter.say('choice-of-one', rangeOf(node), 'a choice is among two at least', {
        hint: 'name the others too, or leave the choice out',
      });
    return [];
  }
  if (!isOneChoice(node, options, agreements, context)) return [];
  if (context.choices.has(node.name)) {
    reporter.say(
      'duplicate-name',
      rangeOfProperty(node, 'name'),
      `there is a choice called ${node.name} already`,
    );
    return [];
  }
  context.choices.add(node.name);
  const choice: Choice = { name: node.name, label: node.label ?? node.name, among };
  const made = (id: string, of: readonly OptionId[]): Constraint => {
    const args = of.map((one): Proposition => ({ op: 'option', id: one }));
    return {
      id,
      kind: node.atMost ? 'at most one of' : 'exactly one of',
      must: { op: 'count', min: node.atMost ? 0 : 1, max: 1, args },
      text: `${node.label === undefined ? '' : `${node.label}: `}${node.atMost ? 'at most' : 'exactly'} one of {${of.join(', ')}}`,
      choice,
      ...grounds,
    };
  };
  if (options.length > 0) return [made(`choice-${node.name}`, among)];
  return partiesOf(agreements, context).flatMap(([party, own]) =>
    own.length < 2 ? [] : [made(`choice-${node.name}-${party}`, own)],
  );
}

function sayOfNobody(member: ast.Option, { reporter }: Context): void {
  reporter.say('option-of-nobody', rangeOf(member), `nobody has the option ${member.name}`, {
    why: 'a choice that says its options itself is one of an actor',
    hint: 'put the choice into the braces of the actor whose options they are',
  });
}

/** Whether the members are options of one actor, or agreements; says what is wrong where not. */
function isOneChoice(
  node: ast.Choice,
  options: readonly OptionId[],
  agreements: readonly string[],
  { reporter }: Context,
): boolean {
  const owners = [...new Set(options.map((id) => id.slice(0, id.indexOf('.'))))];
  if (owners.length > 1 || (owners.length > 0 && agreements.length > 0)) {
    reporter.say('choice-of-several', rangeOf(node), 'nobody makes this choice alone', {
      why:
        agreements.length > 0
          ? 'it is among options and agreements'
          : `its options belong to ${few(owners)}`,
      hint: 'name options of one actor, or agreements; between actors a constraint says it: `at most one of {…}`',
    });
    return false;
  }
  if (agreements.length === 0 || node.atMost) return true;
  reporter.say(
    'choice-of-several',
    rangeOf(node),
    'that one of several agreements must hold is in nobody’s hands',
    { hint: `write \`choice ${node.name} at most one of {…}\`` },
  );
  return false;
}

/** Each party of the agreements with its consents to them, in the order of the parties. */
function partiesOf(agreements: readonly string[], { names }: Context): [string, OptionId[]][] {
  const consents = new Map<string, OptionId[]>();
  for (const agreement of agreements)
    for (const consent of names.consentsTo(agreement)) {
      const party = consent.slice(0, consent.indexOf('.'));
      consents.set(party, [...(consents.get(party) ?? []), consent]);
    }
  return [...consents];
}

/** A choice as it is written, by the first of the constraints that it is made of; empty for the others. */
export function printChoice(
  constraint: Constraint & { readonly choice: Choice },
  { constraints }: ConflictModel,
): string {
  const { name, label, among } = constraint.choice;
  if (constraints.find(({ choice }) => choice?.name === name) !== constraint) return '';
  const words = together(
    `choice ${name}`,
    labelled({ id: name, label }),
    constraint.kind === 'at most one of' ? 'at most one of' : 'one of',
    `{${among.join(', ')}}`,
  );
  return grounded(words, constraint);
}

export function isOfChoice(one: Constraint): one is Constraint & { readonly choice: Choice } {
  return one.choice !== undefined;
}
