import type { OptionLiteral } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { sayNoOption } from './state.js';

/** What is taken up or ended: an option, or all consents to an agreement. */
export function readEffect(node: ast.Effect, context: Context): OptionLiteral[] {
  const meaning = context.names.resolve(node.of, null);
  if (meaning === null) return [];
  const taken = !node.ended;
  if (meaning.kind === 'option') return [{ option: meaning.option.id, taken }];
  if (meaning.kind === 'agreement')
    return context.names.consentsTo(meaning.id).map((option) => ({ option, taken }));
  sayNoOption(node.of, meaning.kind, context);
  return [];
}
