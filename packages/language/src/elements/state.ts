import type { ConflictModel, NamedState, OptionId } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { rangeOf } from '../positions.js';
import { labelled, together } from '../written.js';
import { withAgreements } from './with-agreements.js';
import { grounded } from './grounds.js';

export function readState(node: ast.NamedState, context: Context): NamedState {
  const taken = new Map<OptionId, ast.Reference>();
  for (const reference of node.taken) {
    const meaning = context.names.resolve(reference, null);
    if (meaning === null) continue;
    if (meaning.kind !== 'option' && meaning.kind !== 'agreement') {
      sayNoOption(reference, meaning.kind, context);
      continue;
    }
    const ids =
      meaning.kind === 'option' ? [meaning.option.id] : context.names.consentsTo(meaning.id);
    for (const id of ids) {
      const first = taken.get(id);
      if (first) {
        context.reporter.say('duplicate-member', rangeOf(reference), `${id} is listed twice`, {
          related: [{ range: rangeOf(first), message: 'the first' }],
        });
      } else taken.set(id, reference);
    }
  }
  return {
    id: node.name,
    label: node.label ?? node.name,
    taken: [...taken.keys()],
    ...context.grounds(node),
  };
}

export function printState(state: NamedState, { agreements }: ConflictModel): string {
  const taken = withAgreements(state.taken, agreements);
  const words = together(
    `state ${state.id}`,
    labelled(state),
    taken.length === 0 ? '= { }' : `= { ${taken.join(', ')} }`,
  );
  return grounded(words, state);
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
