import { EngineError } from '../errors.js';
import { NodeTable, MOST_NODES } from './node-table.js';

/**
 * A Boolean function: twice the number of a node, plus 1 where the function is the node's negation.
 * Two functions are equal exactly when their numbers are.
 */
export type Edge = number;

export const TRUE: Edge = 0;
export const FALSE: Edge = 1;

const enum Op {
  And = 1,
  Xor,
  Ite,
  Exists,
  AndExists,
  Rename,
}

/**
 * Reduced ordered binary decision diagrams with complement edges (Bryant 1986; Brace, Rudell,
 * Bryant 1990). Variables are numbers from 0; the smaller is tested first. Functions are canonical, so
 * equality, truth and contradiction are read off the number.
 *
 * Nodes nobody needs stay until `collect`; every operation may throw EngineError 'too-many-nodes',
 * after which all functions that exist are still right.
 */
export class Bdd {
  readonly nodes: NodeTable;
  readonly #renamings = new Map<string, { readonly id: number; readonly to: Int32Array }>();

  /**
   * @param variables how many there are.
   * @param maxNodes at which number of nodes to give up.
   * @param work called now and then; what it throws comes out of the operation.
   */
  constructor(
    readonly variables: number,
    maxNodes: number = MOST_NODES,
    work: () => void = () => undefined,
  ) {
    this.nodes = new NodeTable(variables, maxNodes, work);
  }

  /** The function that is the variable's value. */
  variable(v: number): Edge {
    if (!Number.isInteger(v) || v < 0 || v >= this.variables)
      throw new EngineError('bad-argument', `variable ${v} of ${this.variables}`);
    return this.nodes.make(v, FALSE, TRUE);
  }

  not(f: Edge): Edge {
    return f ^ 1;
  }

  and(f: Edge, g: Edge): Edge {
    if (f === g || g === TRUE) return f;
    if (f === TRUE) return g;
    if (f === FALSE || g === FALSE || f === (g ^ 1)) return FALSE;
    if (f > g) [f, g] = [g, f];
    const { nodes } = this;
    const known = nodes.recall(Op.And, f, g, 0);
    if (known >= 0) return known;
    const top = Math.min(nodes.level(f), nodes.level(g));
    const low = this.and(nodes.low(f, top), nodes.low(g, top));
    const high = this.and(nodes.high(f, top), nodes.high(g, top));
    return nodes.remember(Op.And, f, g, 0, nodes.make(top, low, high));
  }

  or(f: Edge, g: Edge): Edge {
    return this.and(f ^ 1, g ^ 1) ^ 1;
  }

  implies(f: Edge, g: Edge): Edge {
    return this.and(f, g ^ 1) ^ 1;
  }

  /** f without g. */
  minus(f: Edge, g: Edge): Edge {
    return this.and(f, g ^ 1);
  }

  xor(f: Edge, g: Edge): Edge {
    const sign = (f ^ g) & 1;
    f &= ~1;
    g &= ~1;
    if (f === g) return FALSE ^ sign;
    if (f === TRUE) return g ^ 1 ^ sign;
    if (g === TRUE) return f ^ 1 ^ sign;
    if (f > g) [f, g] = [g, f];
    const { nodes } = this;
    const known = nodes.recall(Op.Xor, f, g, 0);
    if (known >= 0) return known ^ sign;
    const top = Math.min(nodes.level(f), nodes.level(g));
    const low = this.xor(nodes.low(f, top), nodes.low(g, top));
    const high = this.xor(nodes.high(f, top), nodes.high(g, top));
    return nodes.remember(Op.Xor, f, g, 0, nodes.make(top, low, high)) ^ sign;
  }

  /** g where f holds, h elsewhere. */
  ite(f: Edge, g: Edge, h: Edge): Edge {
    if ((f & 1) === 1) return this.ite(f ^ 1, h, g);
    if (f === TRUE || g === h) return g;
    if (g === TRUE || f === g) return this.or(f, h);
    if (g === FALSE || g === (f ^ 1)) return this.and(f ^ 1, h);
    if (h === FALSE || f === h) return this.and(f, g);
    if (h === TRUE || h === (f ^ 1)) return this.implies(f, g);
    if (g === (h ^ 1)) return this.xor(f, h);
    const { nodes } = this;
    const known = nodes.recall(Op.Ite, f, g, h);
    if (known >= 0) return known;
    const top = Math.min(nodes.level(f), nodes.level(g), nodes.level(h));
    const low = this.ite(nodes.low(f, top), nodes.low(g, top), nodes.low(h, top));
    const high = this.ite(nodes.high(f, top), nodes.high(g, top), nodes.high(h, top));
    return nodes.remember(Op.Ite, f, g, h, nodes.make(top, low, high));
  }

  /** The conjunction of variables: a set of them, as `exists` and `andExists` take it. */
  cube(variables: readonly number[]): Edge {
    return this.nodes.chain([...variables].sort((a, b) => a - b).map((v) => [v, true]));
  }

  /** Where f holds for some values of the cube's variables. */
  exists(f: Edge, cube: Edge): Edge {
    const { nodes } = this;
    if (f <= FALSE) return f;
    const top = nodes.level(f);
    while (nodes.level(cube) < top) cube = nodes.high(cube, nodes.level(cube));
    if (cube === TRUE) return f;
    const known = nodes.recall(Op.Exists, f, cube, 0);
    if (known >= 0) return known;
    const quantified = nodes.level(cube) === top;
    const low = this.exists(nodes.low(f, top), cube);
    let result: Edge;
    if (quantified && low === TRUE) result = TRUE;
    else {
      const high = this.exists(nodes.high(f, top), cube);
      result = quantified ? this.or(low, high) : nodes.make(top, low, high);
    }
    return nodes.remember(Op.Exists, f, cube, 0, result);
  }

  /** exists(and(f, g), cube) without making the conjunction (the relational product). */
  andExists(f: Edge, g: Edge, cube: Edge): Edge {
    if (f === FALSE || g === FALSE || f === (g ^ 1)) return FALSE;
    if (f === g || g === TRUE) return this.exists(f, cube);
    if (f === TRUE) return this.exists(g, cube);
    if (f > g) [f, g] = [g, f];
    const { nodes } = this;
    const top = Math.min(nodes.level(f), nodes.level(g));
    while (nodes.level(cube) < top) cube = nodes.high(cube, nodes.level(cube));
    if (cube === TRUE) return this.and(f, g);
    const known = nodes.recall(Op.AndExists, f, g, cube);
    if (known >= 0) return known;
    const quantified = nodes.level(cube) === top;
    const low = this.andExists(nodes.low(f, top), nodes.low(g, top), cube);
    let result: Edge;
    if (quantified && low === TRUE) result = TRUE;
    else {
      const high = this.andExists(nodes.high(f, top), nodes.high(g, top), cube);
      result = quantified ? this.or(low, high) : nodes.make(top, low, high);
    }
    return nodes.remember(Op.AndExists, f, g, cube, result);
  }

  /**
   * f with each variable v read as `to.get(v)`. The renamed variables of f must stand in the same
   * order as before, among those that keep their names too.
   */
  rename(f: Edge, to: ReadonlyMap<number, number>): Edge {
    const key = [...to].join();
    let renaming = this.#renamings.get(key);
    if (!renaming) {
      const table = Int32Array.from({ length: this.variables }, (_, v) => to.get(v) ?? v);
      this.#renamings.set(key, (renaming = { id: this.#renamings.size, to: table }));
    }
    return this.#rename(f, renaming.id, renaming.to);
  }

  #rename(f: Edge, id: number, to: Int32Array): Edge {
    if (f <= FALSE) return f;
    const sign = f & 1;
    const g = f ^ sign;
    const { nodes } = this;
    const known = nodes.recall(Op.Rename, g, id, 0);
    if (known >= 0) return known ^ sign;
    const top = nodes.level(g);
    const low = this.#rename(nodes.low(g, top), id, to);
    const high = this.#rename(nodes.high(g, top), id, to);
    const level = to[top];
    if (nodes.level(low) <= level || nodes.level(high) <= level)
      throw new EngineError(
        'bad-argument',
        `renaming variable ${top} to ${level} changes the order`,
      );
    return nodes.remember(Op.Rename, g, id, 0, nodes.make(level, low, high)) ^ sign;
  }

  /** f with variables fixed: `values.get(v)` for those it has. */
  restrict(f: Edge, values: ReadonlyMap<number, boolean>): Edge {
    const { nodes } = this;
    const known = new Map<Edge, Edge>();
    const fixed = (g: Edge): Edge => {
      if (g <= FALSE) return g;
      const sign = g & 1;
      const node = g ^ sign;
      const before = known.get(node);
      if (before !== undefined) return before ^ sign;
      const top = nodes.level(node);
      const value = values.get(top);
      const result =
        value === undefined
          ? nodes.make(top, fixed(nodes.low(node, top)), fixed(nodes.high(node, top)))
          : fixed(value ? nodes.high(node, top) : nodes.low(node, top));
      known.set(node, result);
      return result ^ sign;
    };
    return fixed(f);
  }

  /** Whether f holds at these values. */
  holds(f: Edge, value: (variable: number) => boolean): boolean {
    const { nodes } = this;
    while (f > FALSE) {
      const top = nodes.level(f);
      f = value(top) ? nodes.high(f, top) : nodes.low(f, top);
    }
    return f === TRUE;
  }

  /** The variables that f depends on, ascending. */
  support(f: Edge): number[] {
    const found = new Set<number>();
    this.nodes.visit([f], (level) => found.add(level));
    return [...found].sort((a, b) => a - b);
  }

  /** How many nodes f has. */
  size(f: Edge): number {
    let count = 0;
    this.nodes.visit([f], () => count++);
    return count;
  }

  /** Gives up all nodes but those of these functions; the functions keep their numbers. */
  collect(live: readonly Edge[]): void {
    this.nodes.collect(live);
  }
}
