import { holds, testOf, type Formula } from '@standoff/engine';
import {
  deadlinesAhead,
  type Agreement,
  type ConflictModel,
  type Deadline,
  type Proposition,
} from '@standoff/model';

/**
 * Propositions of a model as formulas over option numbers: scenarios, agreements and named states
 * are replaced by what they stand for. Scenarios must not refer to themselves (the language says so).
 */
export class Lowering {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #deadlines: readonly ReadonlyMap<number, Formula>[];

  constructor(readonly model: ConflictModel) {
    this.#numbers = new Map(model.options.map(({ id }, number) => [id, number]));
    this.#deadlines = deadlinesAhead(model).map((one) => this.#effectsOf(one));
  }

  /** The number of an option; undefined for an id the model does not have. */
  option(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  formula(p: Proposition): Formula {
    switch (p.op) {
      case 'constant':
        return { kind: 'constant', value: p.value };
      case 'option':
        return this.#option(p.id);
      case 'scenario':
        return this.formula(found(this.model.scenarios, p.id).holds);
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
   * passed, one after the other.
   */
  wish(p: Proposition): Formula {
    return this.#deadlines.reduceRight(
      (formula, effects) => replaced(formula, effects),
      this.formula(p),
    );
  }

  /** Whether a wish is so for who judges this state. */
  wishHoldsAt(p: Proposition, code: bigint): boolean {
    return testOf(this.wish(p))(this.#bits(code));
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

  /** For each option that the deadline changes, when it is taken after it, in terms of before. */
  #effectsOf({ unless, then }: Deadline): Map<number, Formula> {
    const spared: Formula =
      unless === null ? { kind: 'constant', value: false } : this.formula(unless);
    return new Map(
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
  }

  /** So many of the consents as it needs, and of an offer what it is about. */
  #agreement({ consents, needs, offer }: Agreement): Formula {
    const given = consents.map((id) => this.#option(id));
    const terms = (offer?.terms ?? []).map(({ option, taken }): Formula => {
      const is = this.#option(option);
      return taken ? is : { kind: 'not', of: is };
    });
    return needs === undefined
      ? { kind: 'and', of: [...given, ...terms] }
      : { kind: 'count', min: needs, max: given.length, of: given };
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
