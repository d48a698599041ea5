import { isSet, TruthTable, type StateSpace } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import type { Lowering } from './lowering.js';

/** States that are one (`as one state`): each set of them is told by the first of it. */
export interface Merging {
  /** All feasible states, told apart. */
  readonly apart: StateSpace;
  /** For each of them the number of the state that it is in the end. */
  readonly newState: Int32Array;
  /** The codes of all members of each state, ascending. */
  readonly members: readonly (readonly number[])[];
  /** The states as they are in the end. */
  readonly space: StateSpace;
}

/** Null where no states are one. Of a state in two such sets the first set counts (checks refuse it). */
export function mergingOf(
  model: ConflictModel,
  lowering: Lowering,
  apart: StateSpace,
): Merging | null {
  const sets = model.scenarios.filter(({ merged }) => merged);
  if (sets.length === 0) return null;
  const truth = new TruthTable(apart);
  const bits = sets.map(({ holds }) => truth.of(lowering.formula(holds)));
  const firsts = new Map<number, number>();
  const newState = new Int32Array(apart.size);
  const members: number[][] = [];
  for (let s = 0; s < apart.size; s++) {
    const set = bits.findIndex((one) => isSet(one, s));
    const known = set < 0 ? undefined : firsts.get(set);
    const number = known ?? members.length;
    if (known === undefined) members.push([]);
    if (set >= 0) firsts.set(set, number);
    newState[s] = number;
    members[number].push(apart.codes[s]);
  }
  const codes = Uint32Array.from(members, ([first]) => first);
  const indexOf = (code: number): number => {
    const s = apart.indexOf(code);
    return s < 0 ? -1 : newState[s];
  };
  const space = {
    optionCount: apart.optionCount,
    codes,
    size: codes.length,
    tabled: apart.tabled,
    indexOf,
  };
  return { apart, newState, members, space };
}

/** The bits in which members of a state differ; none where it is a state of its own. */
export function bitsApart({ members }: Merging, state: number): number {
  const [first, ...others] = members[state];
  return others.reduce((bits, code) => bits | (code ^ first), 0) >>> 0;
}
