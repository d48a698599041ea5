import { FALSE, TRUE, type Bdd, type Edge } from './bdd.js';

/**
 * How many assignments of the variables satisfy f, exactly.
 *
 * @param variables ascending; f must depend on no others.
 */
export function countAssignments(bdd: Bdd, f: Edge, variables: readonly number[]): bigint {
  const { nodes } = bdd;
  const place = new Map(variables.map((v, k) => [v, k]));
  const depth = (g: Edge): number => (g <= FALSE ? variables.length : place.get(nodes.level(g))!);
  const counts = new Map<Edge, bigint>();
  /** Assignments of the variables from g's first on. */
  const below = (g: Edge): bigint => {
    if (g <= FALSE) return g === TRUE ? 1n : 0n;
    const known = counts.get(g);
    if (known !== undefined) return known;
    const top = nodes.level(g);
    const skipped = (part: Edge): bigint => below(part) << BigInt(depth(part) - depth(g) - 1);
    const count = skipped(nodes.low(g, top)) + skipped(nodes.high(g, top));
    counts.set(g, count);
    return count;
  };
  return below(f) << BigInt(depth(f));
}

/**
 * Satisfying assignments, those that differ from `from` in fewest variables first, at most `limit`.
 *
 * Best first: the fewest differences that a partial assignment can end with are known for every
 * node, so nothing is opened in vain.
 *
 * @param variables ascending; f must depend on no others.
 * @returns for each assignment the values in the order of `variables`.
 */
export function nearestAssignments(
  bdd: Bdd,
  f: Edge,
  variables: readonly number[],
  from: (variable: number) => boolean,
  limit: number,
): Uint8Array[] {
  const { nodes } = bdd;
  const fewest = new Map<Edge, number>();
  const differences = (g: Edge): number => {
    if (g <= FALSE) return g === TRUE ? 0 : Infinity;
    const known = fewest.get(g);
    if (known !== undefined) return known;
    const top = nodes.level(g);
    const now = from(top);
    const kept = differences(now ? nodes.high(g, top) : nodes.low(g, top));
    const changed = 1 + differences(now ? nodes.low(g, top) : nodes.high(g, top));
    const least = Math.min(kept, changed);
    fewest.set(g, least);
    return least;
  };
  interface Open {
    readonly rest: Edge;
    readonly decided: number;
    readonly values: Uint8Array;
    readonly changed: number;
  }
  const open: Open[][] = [];
  const push = (entry: Open): void => {
    const least = entry.changed + differences(entry.rest);
    if (least <= variables.length) (open[least] ??= []).push(entry);
  };
  push({ rest: f, decided: 0, values: new Uint8Array(variables.length), changed: 0 });
  const found: Uint8Array[] = [];
  for (let least = 0; least <= variables.length; least++) {
    for (let next = open[least]?.pop(); next; next = open[least].pop()) {
      const { rest, decided, values, changed } = next;
      if (decided === variables.length) {
        if (found.push(values) >= limit) return found;
        continue;
      }
      const v = variables[decided];
      for (const value of [true, false]) {
        const part = value ? nodes.high(rest, v) : nodes.low(rest, v);
        if (part === FALSE) continue;
        const extended = values.slice();
        extended[decided] = Number(value);
        const more = value === from(v) ? 0 : 1;
        push({ rest: part, decided: decided + 1, values: extended, changed: changed + more });
      }
    }
  }
  return found;
}
