import { enumerateStates, settledMoves, type Formula } from '@standoff/engine';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { codeOf } from '../listing.js';
import type { Lowering } from '../lowering.js';
import { problem } from '../problem.js';
import { settlingOf, unsettledWords, type Unsettled } from '../settling.js';
import { declaredSets } from '../status-quo.js';

/** Consequences that contradict one another or go round, where today or a move leads to them. */
export function unsettledProblems(
  model: ConflictModel,
  lowering: Lowering,
  constraints: readonly Formula[],
  most: number,
): Diagnostic[] {
  const settling = settlingOf(model, lowering);
  if (settling === null) return [];
  let first: Unsettled | undefined;
  const end = (code: number): number => {
    const found = settling.end(code);
    if (typeof found === 'number') return found;
    first ??= found;
    return code;
  };
  for (const taken of declaredSets(model)) end(codeOf(model, taken));
  settledMoves(
    enumerateStates(model.options.length, constraints, most),
    {
      owned: model.actors.map(({ options }) => options.map((id) => lowering.option(id)!)),
      directions: model.options.map(({ direction }) => direction),
    },
    end,
  );
  if (first === undefined) return [];
  const [message, hint] = unsettledWords(first);
  const [{ at }, ...others] = first.consequences;
  const related = others.map((one) => ({ range: one.at, message: one.text }));
  return [problem(`consequences-${first.kind}`, 'error', at, message, { hint, related })];
}
