import type { Formula } from '../formula.js';
import { numbersHold } from '../weights.js';
import {
  checkLargeModel,
  optionNumbers,
  type IntegerWeight,
  type LargeModel,
} from './large-model.js';

/** A formula made ready to be asked for many states; `values[k]` is 1 where option k is taken. */
export type Test = (values: Uint8Array) => boolean;

/** The formula as a test. Any number of options. */
export function testOf(formula: Formula): Test {
  switch (formula.kind) {
    case 'constant':
      return () => formula.value;
    case 'option': {
      const { option } = formula;
      return (values) => values[option] === 1;
    }
    case 'not': {
      const part = testOf(formula.of);
      return (values) => !part(values);
    }
    case 'and': {
      const parts = formula.of.map(testOf);
      return (values) => parts.every((part) => part(values));
    }
    case 'or': {
      const parts = formula.of.map(testOf);
      return (values) => parts.some((part) => part(values));
    }
    case 'xor': {
      const parts = formula.of.map(testOf);
      return (values) => parts.reduce((odd, part) => odd !== part(values), false);
    }
    case 'iff': {
      const parts = formula.of.map(testOf);
      return (values) => parts.reduce((even, part) => even === part(values), true);
    }
    case 'count': {
      const parts = formula.of.map(testOf);
      const { min, max } = formula;
      return (values) => {
        const count = parts.reduce((sum, part) => (part(values) ? sum + 1 : sum), 0);
        return count >= min && count <= max;
      };
    }
  }
}

/** How much a search may look at before it stops undecided. */
export class Budget {
  #left: number;

  /**
   * @param settings states with their options set this way or that, feasible or not.
   * @param work called every few milliseconds; what it throws stops the search.
   */
  constructor(
    settings: number,
    readonly work: () => void = () => undefined,
  ) {
    this.#left = settings;
  }

  /** Takes one; false where none is left. */
  spend(): boolean {
    if (this.#left <= 0) return false;
    if (--this.#left % 4096 === 0) this.work();
    return true;
  }
}

/** What a state is compared by: the first that differs decides, larger is better. */
export type Standing = readonly (number | bigint)[];

/** The sum of the weights of what holds, exactly. */
function sumOf(weights: readonly IntegerWeight[]): (values: Uint8Array) => Standing {
  const tests = weights.map(({ of }) => testOf(of));
  const integers = weights.map(({ weight }) => weight);
  if (numbersHold(integers)) {
    const numbers = integers.map(Number);
    return (values) => [
      tests.reduce((sum, holds, k) => (holds(values) ? sum + numbers[k] : sum), 0),
    ];
  }
  return (values) => [
    tests.reduce((sum, holds, k) => (holds(values) ? sum + integers[k] : sum), 0n),
  ];
}

/** A model whose states are looked at one by one as they are asked for. */
export class LargeStates {
  readonly #constraints: readonly Test[];
  /** For each mover the constraints that its options bear on. */
  readonly #touched: readonly (readonly Test[])[];
  readonly #disallowed: readonly {
    readonly mover: number;
    readonly from: Test;
    readonly to: Test;
  }[];
  readonly #standing: readonly ((values: Uint8Array) => Standing)[];

  constructor(readonly model: LargeModel) {
    checkLargeModel(model);
    this.#constraints = model.constraints.map(testOf);
    this.#touched = model.owned.map((own) =>
      model.constraints
        .filter((constraint) => [...optionNumbers(constraint)].some((k) => own.includes(k)))
        .map(testOf),
    );
    this.#disallowed = model.disallowed.map(({ mover, from, to }) => ({
      mover,
      from: testOf(from),
      to: testOf(to),
    }));
    this.#standing = model.preferences.map((preference) => {
      if (preference.form === 'statements') {
        const statements = preference.statements.map(testOf);
        return (values) => statements.map((holds) => Number(holds(values)));
      }
      return sumOf(preference.weights);
    });
  }

  values(code: bigint): Uint8Array {
    const { optionCount } = this.model;
    const values = new Uint8Array(optionCount);
    // So many at once as a number has bits: to cut a bigint bit by bit takes ten times as long.
    for (let from = 0, rest = code; from < optionCount; from += 32, rest >>= 32n)
      for (let k = from, bits = Number(BigInt.asUintN(32, rest)); bits !== 0; k++, bits >>>= 1)
        values[k] = bits & 1;
    return values;
  }

  isFeasible(code: bigint): boolean {
    const values = this.values(code);
    return this.#constraints.every((holds) => holds(values));
  }

  /** What the mover compares the state by. */
  standing(mover: number, values: Uint8Array): Standing {
    return this.#standing[mover](values);
  }

  /**
   * Calls `see` with each state that one move of the mover leads to, until it returns false.
   *
   * @returns false where the budget ended before all were seen.
   */
  eachMove(
    mover: number,
    code: bigint,
    budget: Budget,
    see: (to: bigint, values: Uint8Array) => boolean,
  ): boolean {
    return this.#eachMove(mover, code, this.values(code), budget, see);
  }

  /** @param values those of the state; afterwards those of the last that was looked at. */
  #eachMove(
    mover: number,
    code: bigint,
    values: Uint8Array,
    budget: Budget,
    see: (to: bigint, values: Uint8Array) => boolean,
  ): boolean {
    const barred = this.#disallowed.filter((d) => d.mover === mover && d.from(values));
    const free = this.model.owned[mover].filter((k) => {
      const direction = this.model.directions[k];
      return direction === 'both' || (direction === 'forward') === (values[k] === 0);
    });
    const bits = free.map((k) => 1n << BigInt(k));
    const constraints = this.#touched[mover];
    // Every setting of the free options in turn, by changing one of them at a time (Gray code).
    const changes = Uint8Array.from(free, () => 0);
    let to = code;
    for (;;) {
      let k = 0;
      // The option to change next: the first after which all earlier ones have come full circle.
      while (k < free.length && changes[k] === 1) changes[k++] = 0;
      if (k === free.length) return true;
      if (!budget.spend()) return false;
      changes[k] = 1;
      values[free[k]] ^= 1;
      to ^= bits[k];
      if (!constraints.every((holds) => holds(values))) continue;
      if (barred.some((b) => b.to(values))) continue;
      if (!see(to, values)) return true;
    }
  }

  /** The same for improvements. */
  eachImprovement(
    mover: number,
    code: bigint,
    budget: Budget,
    see: (to: bigint, values: Uint8Array) => boolean,
  ): boolean {
    const now = this.values(code);
    const before = this.standing(mover, now);
    return this.#eachMove(mover, code, now, budget, (to, values) =>
      isBetter(this.standing(mover, values), before) ? see(to, values) : true,
    );
  }
}

/** Whether the first standing is better than the second. */
export function isBetter(first: Standing, second: Standing): boolean {
  const k = first.findIndex((value, j) => value !== second[j]);
  return k >= 0 && first[k] > second[k];
}
