import { enumerateStates, settledMoves, type Formula } from '@standoff/engine';
import type { ConflictModel, Diagnostic } from '@standoff/model';
import { codeOf } from '../listing.js';
import type { Lowering } from '../lowering.js';
import { problem } from '../problem.js';
import { unsettledWords, type Unsettled } from '../settling.js';
import { declaredSets } from '../status-quo.js';

/** Consequences that contradict one another or go round, where today or a move leads to them. */
export function unsettledProblems(
  model: ConflictModel,
  lowering: Lowering,
  constraints: readonly Formula[],
  most: number,
): Diagnostic[] {
  const { settling } = lowering;
  if (settling === null) return [];
  let first: Unsettled | undefined;
  const rest = (found: number | Unsettled, code: number): number => {
    if (typeof found === 'number') return found;
    first ??= found;
    return code;
  };
  const end = (code: number): number => rest(settling.end(code), code);
  for (const taken of declaredSets(model)) end(codeOf(model, taken));
  const space = enumerateStates(model.options.length, constraints, most);
  settledMoves(
    space,
    {
      owned: model.actors.map(({ options }) => options.map((id) => lowering.option(id)!)),
      directions: model.options.map(({ direction }) => direction),
    },
    end,
  );
  for (const code of space.codes) rest(lowering.onTheDays(code), code);
  if (first === undefined) return [];
  const [message, hint] = unsettledWords(first);
  const [{ at }, ...others] = first.consequences;
  const related = others.map((one) => ({ range: one.at, message: one.text }));
  return [problem(`consequences-${first.kind}`, 'error', at, message, { hint, related })];
}
