import {
  holds,
  MAX_EXPLICIT_OPTIONS,
  testOf,
  TruthTable,
  type Formula,
  type StateBits,
} from '@standoff/engine';
import {
  deadlinesAhead,
  type Agreement,
  type ConflictModel,
  type Deadline,
  type Proposition,
} from '@standoff/model';
import { Settling, unsettled, type Unsettled } from './settling.js';

/** A deadline that is still to come. */
interface Ahead {
  /** Where it changes nothing. */
  readonly spared: Formula;
  /** Bits of the options that it takes up, and of those that it ends. */
  readonly takes: number;
  readonly drops: number;
  /** For each option that it changes, when that is taken after it, in terms of before. */
  readonly effects: ReadonlyMap<number, Formula>;
}

/**
 * Propositions of a model as formulas over option numbers: scenarios, agreements and named states
 * are replaced by what they stand for. Scenarios must not refer to themselves (the language says so).
 */
export class Lowering {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #scenarios = new Map<string, Formula>();
  readonly #ahead: readonly Ahead[];
  /** What follows by itself; null: nothing does. It is asked where the states can be listed. */
  readonly settling: Settling | null;
  /** The states that were last asked about, and each where it comes to on the days ahead. */
  #later: { readonly today: TruthTable; readonly then: TruthTable } | null = null;
  /** Where wishes are so among the states last asked about: many preferences have the same statements. */
  #wishes: { readonly of: TruthTable; readonly bits: WeakMap<Proposition, StateBits> } | null =
    null;

  constructor(readonly model: ConflictModel) {
    this.#numbers = new Map(model.options.map(({ id }, number) => [id, number]));
    this.#ahead = deadlinesAhead(model).map((one) => this.#aheadOf(one));
    this.settling = model.consequences === undefined ? null : new Settling(model, this);
  }

  /** The number of an option; undefined for an id the model does not have. */
  option(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Each is read once: scenarios that name one another in a long row take work in line with the row. */
  #scenario(id: string): Formula {
    let formula = this.#scenarios.get(id);
    if (formula === undefined) {
      formula = this.formula(found(this.model.scenarios, id).holds);
      this.#scenarios.set(id, formula);
    }
    return formula;
  }

  formula(p: Proposition): Formula {
    switch (p.op) {
      case 'constant':
        return { kind: 'constant', value: p.value };
      case 'option':
        return this.#option(p.id);
      case 'scenario':
        return this.#scenario(p.id);
      case 'agreement':
        return this.#agreement(found(this.model.agreements, p.id));
      case 'state': {
        const taken = new Set(found(this.model.states, p.id).taken);
        return {
          kind: 'and',
          of: this.model.options.map(({ id }) =>
            taken.has(id) ? this.#option(id) : { kind: 'not', of: this.#option(id) },
          ),
        };
      }
      case 'not':
        return { kind: 'not', of: this.formula(p.arg) };
      case 'and':
      case 'or':
      case 'xor':
      case 'iff':
        return { kind: p.op, of: p.args.map((arg) => this.formula(arg)) };
      case 'implies':
        return {
          kind: 'or',
          of: [{ kind: 'not', of: this.formula(p.antecedent) }, this.formula(p.consequent)],
        };
      case 'count':
        return {
          kind: 'count',
          min: p.min,
          max: p.max ?? p.args.length,
          of: p.args.map((arg) => this.formula(arg)),
        };
    }
  }

  /**
   * What an actor judges by a wish: whether it holds where things stand when the deadlines ahead have
   * passed, one after the other. Of states that cannot be listed, in which nothing follows by itself.
   */
  wish(p: Proposition): Formula {
    return this.#ahead.reduceRight(
      (formula, { effects }) => replaced(formula, effects),
      this.formula(p),
    );
  }

  /**
   * In which states a wish is so for who judges them; not to be written to.
   * @throws AnalysisError 'unsettled'
   */
  wished(p: Proposition, today: TruthTable): StateBits {
    if (this.#wishes?.of !== today) this.#wishes = { of: today, bits: new WeakMap() };
    let bits = this.#wishes.bits.get(p);
    if (bits === undefined) this.#wishes.bits.set(p, (bits = this.#wishedAnew(p, today)));
    return bits;
  }

  #wishedAnew(p: Proposition, today: TruthTable): StateBits {
    if (this.#ahead.length === 0) return today.of(this.formula(p));
    if (this.#later?.today !== today) {
      const codes = today.space.codes.map((code) => this.#settledThen(code));
      this.#later = { today, then: new TruthTable({ ...today.space, codes }) };
    }
    return this.#later.then.of(this.formula(p));
  }

  /** Whether a wish is so for who judges this state. */
  wishHoldsAt(p: Proposition, code: bigint): boolean {
    return this.model.options.length > MAX_EXPLICIT_OPTIONS
      ? testOf(this.wish(p))(this.#bits(code))
      : this.holds(p, this.#settledThen(Number(code)));
  }

  /**
   * Where a state comes to when the deadlines ahead have passed, each with all that follows of it by
   * itself; or why that comes to no rest. Of at most 30 options.
   */
  onTheDays(code: number): number | Unsettled {
    return this.#ahead.reduce<number | Unsettled>((before, { spared, takes, drops }) => {
      if (typeof before !== 'number' || holds(spared, before)) return before;
      const after = ((before | takes) & ~drops) >>> 0;
      return this.settling?.end(after) ?? after;
    }, code);
  }

  #settledThen(code: number): number {
    const end = this.onTheDays(code);
    if (typeof end === 'number') return end;
    throw unsettled(end);
  }

  /** Whether the proposition holds in the state with this code. */
  holds(p: Proposition, code: number): boolean {
    return holds(this.formula(p), code);
  }

  /** The same of a state of any number of options. */
  holdsAt(p: Proposition, code: bigint): boolean {
    return testOf(this.formula(p))(this.#bits(code));
  }

  #bits(code: bigint): Uint8Array {
    return Uint8Array.from(this.model.options, (_, k) => Number((code >> BigInt(k)) & 1n));
  }

  #aheadOf({ unless, then }: Deadline): Ahead {
    const spared: Formula =
      unless === null ? { kind: 'constant', value: false } : this.formula(unless);
    const bits = (which: boolean): number =>
      then.reduce(
        (mask, { option, taken }) =>
          taken === which ? mask | (1 << this.#numbers.get(option)!) : mask,
        0,
      );
    const effects = new Map<number, Formula>(
      then.map(({ option, taken }) => {
        const before = this.#option(option);
        return [
          this.#numbers.get(option)!,
          taken
            ? { kind: 'or', of: [before, { kind: 'not', of: spared }] }
            : { kind: 'and', of: [before, spared] },
        ];
      }),
    );
    return { spared, takes: bits(true), drops: bits(false), effects };
  }

  /** So many of the consents as it needs, and of an offer what it is about. */
  #agreement({ consents, parties, needs, always = [], offer }: Agreement): Formula {
    const given = consents.map((id) => this.#option(id));
    const terms = (offer?.terms ?? []).map(({ option, taken }): Formula => {
      const is = this.#option(option);
      return taken ? is : { kind: 'not', of: is };
    });
    if (needs === undefined) return { kind: 'and', of: [...given, ...terms] };
    const enough: Formula = { kind: 'count', min: needs, max: given.length, of: given };
    const vetoes = given.filter((_, k) => always.includes(parties[k]));
    return vetoes.length === 0 ? enough : { kind: 'and', of: [enough, ...vetoes] };
  }

  #option(id: string): Formula {
    const option = this.#numbers.get(id);
    if (option === undefined) throw new Error(`the model has no option ${id}`);
    return { kind: 'option', option };
  }
}

function found<T extends { readonly id: string }>(elements: readonly T[], id: string): T {
  const element = elements.find((e) => e.id === id);
  if (!element) throw new Error(`the model has no element ${id}`);
  return element;
}

/** The formula with options replaced by what stands for them. */
function replaced(formula: Formula, by: ReadonlyMap<number, Formula>): Formula {
  switch (formula.kind) {
    case 'constant':
      return formula;
    case 'option':
      return by.get(formula.option) ?? formula;
    case 'not':
      return { kind: 'not', of: replaced(formula.of, by) };
    default:
      return { ...formula, of: formula.of.map((part) => replaced(part, by)) };
  }
}
