import { EngineError } from './errors.js';
import { optionsOf, partialTruth, type Formula } from './formula.js';

/** The most options whose states are held explicitly: a code is one 32-bit number. */
export const MAX_EXPLICIT_OPTIONS = 30;

/**
 * The feasible states of a model in option form. A state's code has bit k set where option k is
 * taken (theory: decimal numbering, option 1 lowest); its index is its place among the feasible
 * codes in ascending order. All arrays of the engine go by index.
 */
export interface StateSpace {
  readonly optionCount: number;
  /** Ascending codes of the feasible states. */
  readonly codes: Uint32Array;
  readonly size: number;
  /** The index of a code; -1 where the state is not feasible. */
  indexOf(code: number): number;
}

/**
 * All states that satisfy every constraint.
 *
 * Options are decided from the last to the first, so that codes come out in ascending order; a
 * branch is left as soon as a constraint is false whatever the remaining options are. Cost: the
 * number of branches entered times the size of the constraints that mention the option decided.
 *
 * @param maxStates refuse (EngineError 'too-many-states', with an estimate) beyond this number.
 */
export function enumerateStates(
  optionCount: number,
  constraints: readonly Formula[],
  maxStates: number,
): StateSpace {
  if (optionCount > MAX_EXPLICIT_OPTIONS) {
    throw new EngineError(
      'too-many-options',
      `${optionCount} options make 2^${optionCount} states; at most ${MAX_EXPLICIT_OPTIONS} options can be held state by state`,
      { needed: 2 ** optionCount, allowed: 2 ** MAX_EXPLICIT_OPTIONS },
    );
  }
  const points = 2 ** optionCount;
  let codes = new Uint32Array(Math.min(points, maxStates, 1024));
  let size = 0;
  walkFeasible(optionCount, constraints, (code) => {
    if (size === maxStates) {
      const share = (code + 1) / points;
      const needed = Math.min(points, Math.round((size + 1) / share));
      throw new EngineError(
        'too-many-states',
        `about ${needed} feasible states, ${maxStates} allowed`,
        { needed, allowed: maxStates },
      );
    }
    if (size === codes.length) {
      const larger = new Uint32Array(Math.min(points, maxStates, codes.length * 2));
      larger.set(codes);
      codes = larger;
    }
    codes[size++] = code;
    return true;
  });
  return stateSpace(optionCount, codes.slice(0, size));
}

/** A space of given feasible codes, which must ascend. */
export function stateSpace(optionCount: number, codes: Uint32Array): StateSpace {
  const size = codes.length;
  // A table by code where it is at most a few times larger than the states; otherwise bisection.
  const points = 2 ** optionCount;
  if (points <= 8 * size + 65_536) {
    const table = new Int32Array(points).fill(-1);
    for (let s = 0; s < size; s++) table[codes[s]] = s;
    return { optionCount, codes, size, indexOf: (code) => table[code] ?? -1 };
  }
  const indexOf = (code: number): number => {
    let low = 0;
    let high = size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (codes[middle] === code) return middle;
      if (codes[middle] < code) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  return { optionCount, codes, size, indexOf };
}

/** The code of some feasible state, with the bits of `fixed` as in `value`; null where there is none. */
export function findFeasible(
  optionCount: number,
  constraints: readonly Formula[],
  fixed = 0,
  value = 0,
): number | null {
  let found: number | null = null;
  walkFeasible(
    optionCount,
    constraints,
    (code) => {
      found = code;
      return false;
    },
    fixed,
    value,
  );
  return found;
}

/** Calls `visit` with feasible codes in ascending order until it returns false. */
function walkFeasible(
  optionCount: number,
  constraints: readonly Formula[],
  visit: (code: number) => boolean,
  fixed = 0,
  value = 0,
): void {
  if (constraints.some((constraint) => partialTruth(constraint, fixed, value) === 0)) return;
  const touched = Array.from({ length: optionCount }, (_, option) =>
    constraints.filter((constraint) => (optionsOf(constraint) & (1 << option)) !== 0),
  );
  const decide = (option: number, known: number, code: number): boolean => {
    if (option < 0) return visit(code >>> 0);
    const bit = 1 << option;
    if ((fixed & bit) !== 0) return decide(option - 1, known, code);
    for (const next of [code, code | bit]) {
      const nowKnown = known | bit;
      if (touched[option].some((constraint) => partialTruth(constraint, nowKnown, next) === 0))
        continue;
      if (!decide(option - 1, nowKnown, next)) return false;
    }
    return true;
  };
  decide(optionCount - 1, fixed, value & fixed);
}
