import type { OptionId, Proposition } from '@standoff/model';
import type { Context } from '../context.js';
import type * as ast from '../generated/ast.js';
import { few } from '../suggestions.js';
import { rangeOfProperty } from '../positions.js';

/** A state, or states, in the notation of the field: Y taken, N not, - either, option by option. */
export function readPattern(pattern: string, node: ast.Ranked, context: Context): Proposition {
  const options = optionsInOrder(context);
  const signs = pattern.replace(/\s/g, '').toUpperCase();
  if (!/^[YN-]*$/.test(signs) || signs.length !== options.length)
    context.reporter.say(
      'bad-pattern',
      rangeOfProperty(node, 'pattern'),
      /^[YN-]*$/.test(signs)
        ? `the pattern has ${signs.length} places, and there are ${options.length} options`
        : 'a pattern is made of Y (taken), N (not taken) and - (either)',
      { hint: `its places stand for ${few(options)}, in this order` },
    );
  const args = options.flatMap((id, k): Proposition[] => {
    const option: Proposition = { op: 'option', id };
    if (signs[k] === 'Y') return [option];
    return signs[k] === 'N' ? [{ op: 'not', arg: option }] : [];
  });
  if (args.length === 0) return { op: 'constant', value: true };
  return args.length === 1 ? args[0] : { op: 'and', args };
}

/** As the table of states has them: actor after actor, consents last of each. */
function optionsInOrder({ names }: Context): OptionId[] {
  return names
    .called('Actor')
    .flatMap((actor) => [...names.optionsOf(actor).values()].map(({ id }) => id));
}
