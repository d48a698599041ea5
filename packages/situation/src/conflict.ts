import {
  FALSE,
  findFeasible,
  MAX_EXPLICIT_OPTIONS,
  SymbolicGame,
  TRUE,
  type Edge,
  type Formula,
} from '@standoff/engine';
import type { ConflictModel, Proposition } from '@standoff/model';
import { largeModelOf } from './large-lowering.js';
import type { Listing } from './listing.js';
import type { Lowering } from './lowering.js';

/** Whether some state, feasible or not, satisfies all of these. */
export type Satisfiable = (formulas: readonly Formula[]) => boolean;

/** The smallest number of constraints that leave no state satisfying `also`, as indexes. */
export function smallestConflict(
  satisfiable: Satisfiable,
  constraints: readonly Formula[],
  also: readonly Formula[] = [],
): number[] {
  const contradict = (subset: readonly number[]): boolean =>
    !satisfiable([...subset.map((k) => constraints[k]), ...also]);
  // One conflict that cannot be made smaller by leaving out; then look for one with fewer members.
  let conflict = constraints.map((_, k) => k);
  for (const k of [...conflict]) {
    const without = conflict.filter((other) => other !== k);
    if (contradict(without)) conflict = without;
  }
  let budget = 20_000;
  for (let size = 1; size < conflict.length; size++) {
    for (const subset of subsets(constraints.length, size)) {
      if (--budget < 0) return conflict;
      if (contradict(subset)) return subset;
    }
  }
  return conflict;
}

/** The smallest set of constraints that leaves no state in which this holds, as written. */
export function ruledOutBy(
  { model, lowering }: Pick<Listing, 'model' | 'lowering'>,
  holds: Proposition,
): string[] {
  return smallestConflict(
    satisfiableOf(model, lowering),
    model.constraints.map(({ must }) => lowering.formula(must)),
    [lowering.formula(holds)],
  ).map((k) => model.constraints[k].text);
}

function satisfiableOf(model: ConflictModel, lowering: Lowering): Satisfiable {
  const options = model.options.length;
  if (options <= MAX_EXPLICIT_OPTIONS)
    return (formulas) => findFeasible(options, formulas) !== null;
  const game = new SymbolicGame({ ...largeModelOf(model, lowering), constraints: [] });
  return (formulas) => {
    const all = formulas.reduce<Edge>((some, one) => game.bdd.and(some, game.where(one)), TRUE);
    return all !== FALSE;
  };
}

function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let k = from; k <= n - size; k++)
    for (const rest of subsets(n, size - 1, k + 1)) yield [k, ...rest];
}
