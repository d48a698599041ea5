import { EngineError } from './errors.js';
import { expectOptions, optionsOf, partialTruth, type Formula } from './formula.js';
import { evaluate, type StateBits } from './state-bits.js';
import { expectWhole } from './validate.js';

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
  /** Whether a code's index is looked up in a table, and not searched for. */
  readonly tabled: boolean;
  /** The index of a code; -1 where the state is not feasible. */
  indexOf(code: number): number;
}

/**
 * All states that satisfy every constraint.
 *
 * The last options are decided one by one, and a branch is left as soon as a constraint is false
 * whatever the others are; the first 12 options are then looked at all at once, 32 states a word.
 * Codes come out in ascending order.
 *
 * @param maxStates refuse (EngineError 'too-many-states', with an estimate) beyond this number.
 * @throws EngineError 'too-many-options' beyond `MAX_EXPLICIT_OPTIONS`; 'bad-argument' for constraints
 *   on options that are not there.
 */
export function enumerateStates(
  optionCount: number,
  constraints: readonly Formula[],
  maxStates: number,
): StateSpace {
  expectExplicit(optionCount);
  if (!(maxStates >= 0))
    throw new EngineError('bad-argument', `${maxStates} states allowed; it must be 0 or more`);
  const points = 2 ** optionCount;
  for (const constraint of constraints) expectOptions(constraint, optionCount);
  const low = Math.min(optionCount, CHUNK_OPTIONS);
  const chunk = new Chunk(low, constraints);
  let codes = new Uint32Array(Math.min(points, maxStates, 1024));
  let size = 0;
  const add = (code: number): void => {
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
  };
  walkFeasible({ optionCount, from: low, constraints }, (base) => {
    chunk.visit(base, add);
    return true;
  });
  return stateSpace(optionCount, codes.slice(0, size));
}

/** How many options are looked at all at once: few enough that branches are left early. */
const CHUNK_OPTIONS = 12;

/** All settings of the first options at once, the others being decided. */
class Chunk {
  readonly #words: number;
  readonly #columns: StateBits[];
  readonly #all: StateBits;
  readonly #none: StateBits;
  /** Where the constraints hold that are on the first options alone. */
  readonly #within: StateBits;
  /** The others. */
  readonly #beyond: readonly Formula[];

  constructor(
    readonly options: number,
    constraints: readonly Formula[],
  ) {
    this.#words = Math.max(1, 2 ** options / 32);
    this.#all = new Uint32Array(this.#words).fill(0xffffffff);
    this.#none = new Uint32Array(this.#words);
    // The first five options alternate within a word, the others from word to word.
    const within = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000];
    this.#columns = Array.from({ length: options }, (_, option) =>
      option < 5
        ? new Uint32Array(this.#words).fill(within[option])
        : Uint32Array.from({ length: this.#words }, (_, w) =>
            (w >>> (option - 5)) & 1 ? 0xffffffff : 0,
          ),
    );
    const isBeyond = (constraint: Formula): boolean => optionsOf(constraint) >>> options !== 0;
    this.#beyond = constraints.filter(isBeyond);
    this.#within = this.#all.slice();
    for (const constraint of constraints)
      if (!isBeyond(constraint))
        narrow(
          this.#within,
          evaluate(constraint, this.#words, (option) => this.#columns[option]),
        );
  }

  /** Calls `add` with the feasible codes that agree with `base` beyond the first options. */
  visit(base: number, add: (code: number) => void): void {
    const column = (option: number): StateBits =>
      option < this.options
        ? this.#columns[option]
        : (base >>> option) & 1
          ? this.#all
          : this.#none;
    const feasible = this.#within.slice();
    const decided = -1 << this.options;
    for (const constraint of this.#beyond)
      if (partialTruth(constraint, decided, base) !== 1)
        narrow(feasible, evaluate(constraint, this.#words, column));
    const size = 2 ** this.options;
    for (let w = 0; w < feasible.length; w++) {
      for (let word = feasible[w]; word !== 0; word &= word - 1) {
        const code = 32 * w + 31 - Math.clz32(word & -word);
        if (code < size) add((base | code) >>> 0);
      }
    }
  }
}

function narrow(bits: StateBits, by: StateBits): void {
  for (let w = 0; w < bits.length; w++) bits[w] &= by[w];
}

/**
 * A space of given feasible codes, which must ascend.
 * @throws EngineError 'too-many-options'; 'bad-argument' for codes that do not ascend or have more
 *   options.
 */
export function stateSpace(optionCount: number, codes: Uint32Array): StateSpace {
  expectExplicit(optionCount);
  const size = codes.length;
  for (let s = 1; s < size; s++)
    if (codes[s] <= codes[s - 1])
      throw new EngineError(
        'bad-argument',
        `state ${s} has the code ${codes[s]} after ${codes[s - 1]}; codes must ascend`,
      );
  if (size > 0 && codes[size - 1] >= 2 ** optionCount)
    throw new EngineError(
      'bad-argument',
      `state ${size - 1} has the code ${codes[size - 1]}; ${optionCount} options make codes below ${2 ** optionCount}`,
    );
  // A table by code where it is small or not much larger than the states; otherwise bisection. The
  // kernels over option bits do without either: it is made when it is first asked for.
  const points = 2 ** optionCount;
  const tabled = points <= Math.max(8 * size, 2 ** 22);
  let table: Int32Array | null = null;
  const indexOf = (code: number): number => {
    if (tabled) {
      table ??= tableOf(codes, points);
      return table[code] ?? -1;
    }
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
  return { optionCount, codes, size, tabled, indexOf };
}

function expectExplicit(optionCount: number): void {
  if (optionCount > MAX_EXPLICIT_OPTIONS)
    throw new EngineError(
      'too-many-options',
      `${optionCount} options make 2^${optionCount} states; at most ${MAX_EXPLICIT_OPTIONS} options can be held state by state`,
      { needed: 2 ** optionCount, allowed: 2 ** MAX_EXPLICIT_OPTIONS },
    );
  expectWhole('the number of options', optionCount, 0, MAX_EXPLICIT_OPTIONS);
}

function tableOf(codes: Uint32Array, points: number): Int32Array {
  const table = new Int32Array(points).fill(-1);
  for (let s = 0; s < codes.length; s++) table[codes[s]] = s;
  return table;
}

/** The code of some feasible state, with the bits of `fixed` as in `value`; null where there is none. */
export function findFeasible(
  optionCount: number,
  constraints: readonly Formula[],
  fixed = 0,
  value = 0,
): number | null {
  expectExplicit(optionCount);
  let found: number | null = null;
  walkFeasible({ optionCount, from: 0, constraints, fixed, value }, (code) => {
    found = code;
    return false;
  });
  return found;
}

/**
 * Decides the options from the last down to `from`, those in `fixed` as in `value`, and calls
 * `visit`, in ascending order and until it returns false, with every setting that no constraint
 * rules out whatever the options below `from` are.
 */
function walkFeasible(
  {
    optionCount,
    from,
    constraints,
    fixed = 0,
    value = 0,
  }: {
    optionCount: number;
    from: number;
    constraints: readonly Formula[];
    fixed?: number;
    value?: number;
  },
  visit: (code: number) => boolean,
): void {
  for (const constraint of constraints) expectOptions(constraint, optionCount);
  if (constraints.some((constraint) => partialTruth(constraint, fixed, value) === 0)) return;
  const touched = Array.from({ length: optionCount }, (_, option) =>
    constraints.filter((constraint) => (optionsOf(constraint) & (1 << option)) !== 0),
  );
  const decide = (option: number, known: number, code: number): boolean => {
    if (option < from) return visit(code >>> 0);
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
