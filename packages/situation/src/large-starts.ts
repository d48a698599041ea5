import type { Constraint, ConflictModel } from '@standoff/model';
import { contradicts } from './checks/large-states.js';
import { AnalysisError } from './errors.js';
import { largeCodeOf, largeModelOf } from './large-lowering.js';
import type { Lowering } from './lowering.js';
import type { State } from './states.js';
import { infeasibleStatusQuo, statusQuoSets } from './status-quo.js';

/**
 * The states that the status quo may be, of a model with too many to be listed.
 * @throws AnalysisError 'no-feasible-state', 'status-quo-infeasible' where there is none.
 */
export function largeStarts(model: ConflictModel, lowering: Lowering): State[] {
  const codes = statusQuoSets(model).map((taken) => largeCodeOf(model, taken));
  const broken = (code: State): Constraint[] =>
    model.constraints.filter(({ must }) => !lowering.holdsAt(must, code));
  const now = codes.filter((code) => broken(code).length === 0);
  if (now.length > 0) return now;
  if (contradicts(largeModelOf(model, lowering)))
    throw new AnalysisError(
      'no-feasible-state',
      'the constraints contradict each other: no state satisfies them all',
      '"standoff check" names the smallest set of constraints responsible',
    );
  throw infeasibleStatusQuo(broken(codes[0]));
}
