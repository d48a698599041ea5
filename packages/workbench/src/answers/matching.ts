import { isSet } from '@standoff/engine';
import { parseSituation } from '@standoff/language/parse';
import type { Asked } from './asked.js';

/** Which states an expression holds in; or what is wrong with the expression. */
export type Matching =
  | { readonly fits: true; readonly states: Uint8Array }
  | { readonly fits: false; readonly problem: string };

/** No name that anybody would give a scenario. */
const NAME = 'filter_of_the_table';

/** An expression of the language, read as if it stood at the end of the situation. */
export function matching({ text, prepared }: Asked, expression: string): Matching {
  const line = expression.replace(/\s+/g, ' ');
  const { model, diagnostics } = parseSituation(`${text}\nscenario ${NAME} "" = ${line}\n`);
  const found = model?.scenarios.find(({ id }) => id === NAME);
  if (!found) {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    const problem = error
      ? [error.message, error.hint].filter(Boolean).join('; ')
      : 'not an expression';
    return { fits: false, problem };
  }
  const { truth, lowering, space } = prepared;
  const bits = truth.of(lowering.formula(found.holds));
  const states = new Uint8Array(space.size);
  for (let s = 0; s < space.size; s++) states[s] = Number(isSet(bits, s));
  return { fits: true, states };
}
