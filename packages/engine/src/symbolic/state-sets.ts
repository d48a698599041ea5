import { countAssignments, nearestAssignments } from './assignments.js';
import { FALSE, type Bdd, type Edge } from './bdd.js';
import { encode } from './encode.js';
import type { Formula } from '../formula.js';

/** Sets of states as diagrams: the option at place p of the order is variable 2p. */
export class StateSets {
  readonly #variables: readonly number[];
  readonly #places: readonly number[];

  /** @param options by place in the order. */
  constructor(
    readonly bdd: Bdd,
    readonly options: readonly number[],
  ) {
    const places: number[] = [];
    options.forEach((option, place) => (places[option] = place));
    this.#places = places;
    this.#variables = options.map((_, place) => 2 * place);
  }

  placeOf(option: number): number {
    return this.#places[option];
  }

  variableOf(option: number): number {
    return 2 * this.#places[option];
  }

  /** Where the formula holds. */
  where(formula: Formula): Edge {
    return encode(this.bdd, formula, (option) => this.variableOf(option));
  }

  /** The set that holds this state alone. */
  state(code: bigint): Edge {
    return this.bdd.nodes.chain(
      this.options.map((option, place) => [2 * place, taken(code, option)]),
    );
  }

  has(set: Edge, code: bigint): boolean {
    return this.bdd.holds(set, (variable) => taken(code, this.options[variable >>> 1]));
  }

  count(set: Edge): bigint {
    return countAssignments(this.bdd, set, this.#variables);
  }

  /** The options that are taken in every state of the set, and those that are in none, as bits. */
  fixedOptions(set: Edge): { readonly always: bigint; readonly never: bigint } {
    const where = (value: boolean): bigint =>
      this.options.reduce((bits, option, place) => {
        const other = this.bdd.restrict(set, new Map([[2 * place, !value]]));
        return other === FALSE ? bits | (1n << BigInt(option)) : bits;
      }, 0n);
    return { always: where(true), never: where(false) };
  }

  /** States of the set, those with the fewest differences from `from` first, at most `limit`. */
  nearest(set: Edge, from: bigint, limit: number): bigint[] {
    return nearestAssignments(
      this.bdd,
      set,
      this.#variables,
      (variable) => taken(from, this.options[variable >>> 1]),
      limit,
    ).map((values) =>
      values.reduce(
        (code, value, place) => (value ? code | (1n << BigInt(this.options[place])) : code),
        0n,
      ),
    );
  }

  /** States of the set, at most `limit`, in the order of their numbers. */
  first(set: Edge, limit: number): bigint[] {
    const { bdd } = this;
    const found: bigint[] = [];
    const look = (rest: Edge, option: number, code: bigint): void => {
      if (rest === FALSE || found.length >= limit) return;
      if (option < 0) {
        found.push(code);
        return;
      }
      const takes = bdd.variable(this.variableOf(option));
      look(bdd.minus(rest, takes), option - 1, code);
      look(bdd.and(rest, takes), option - 1, code | (1n << BigInt(option)));
    };
    look(set, this.options.length - 1, 0n);
    return found;
  }

  /** The cube of all options but those of this one. */
  cubeWithout(own: Edge): Edge {
    const without = new Set(this.bdd.support(own));
    return this.bdd.cube(this.#variables.filter((variable) => !without.has(variable)));
  }
}

/** Whether option k is taken in the state. */
function taken(code: bigint, option: number): boolean {
  return ((code >> BigInt(option)) & 1n) === 1n;
}
