import type { ArcLists } from './moves.js';

/** Components of up to so many nodes are solved at once, larger ones step by step. */
const DENSE = 300;
/** Mass that is still on its way in a component may be so little. */
const REST = 1e-12;

/**
 * How often each member of a component that is left again is visited: v = inflow + v P, with P the
 * chances of the arcs within it. By elimination where the component is small, else by iteration until
 * what has not left it is below 10^-12.
 *
 * @param members the nodes of one strongly connected component out of which arcs lead.
 * @param inflow by node, what comes in from outside.
 * @returns by place among the members.
 */
export function settledVisits(
  members: readonly number[],
  arcs: ArcLists,
  chances: Float64Array,
  inflow: Float64Array,
): Float64Array {
  const entering = Float64Array.from(members, (node) => inflow[node]);
  if (members.length === 1 && !loops(members[0], arcs)) return entering;
  const placeOf = new Map(members.map((node, place) => [node, place]));
  return members.length <= DENSE
    ? eliminated(members, placeOf, arcs, chances, entering)
    : iterated(members, placeOf, arcs, chances, entering);
}

function loops(node: number, { offsets, targets }: ArcLists): boolean {
  return targets.subarray(offsets[node], offsets[node + 1]).includes(node);
}

/** Gaussian elimination of (I - P transposed) v = inflow: diagonally dominant, so without pivots. */
function eliminated(
  members: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  { offsets, targets }: ArcLists,
  chances: Float64Array,
  entering: Float64Array,
): Float64Array {
  const n = members.length;
  const rows = Array.from({ length: n }, (_, row) => {
    const line = new Float64Array(n + 1);
    line[row] = 1;
    line[n] = entering[row];
    return line;
  });
  members.forEach((from, column) => {
    for (let k = offsets[from]; k < offsets[from + 1]; k++) {
      const row = placeOf.get(targets[k]);
      if (row !== undefined) rows[row][column] -= chances[k];
    }
  });
  for (let pivot = 0; pivot < n; pivot++)
    for (let row = pivot + 1; row < n; row++) {
      const factor = rows[row][pivot] / rows[pivot][pivot];
      if (factor === 0) continue;
      for (let column = pivot; column <= n; column++)
        rows[row][column] -= factor * rows[pivot][column];
    }
  const visits = new Float64Array(n);
  for (let row = n - 1; row >= 0; row--) {
    let rest = rows[row][n];
    for (let column = row + 1; column < n; column++) rest -= rows[row][column] * visits[column];
    visits[row] = rest / rows[row][row];
  }
  return visits;
}

function iterated(
  members: readonly number[],
  placeOf: ReadonlyMap<number, number>,
  { offsets, targets }: ArcLists,
  chances: Float64Array,
  entering: Float64Array,
): Float64Array {
  const visits = new Float64Array(members.length);
  // What is at each place and has not been counted there yet; it is sent on in place, node by node.
  const waiting = entering.slice();
  let left = waiting.reduce((sum, mass) => sum + mass, 0);
  while (left > REST) {
    left = 0;
    members.forEach((from, place) => {
      const mass = waiting[place];
      if (mass === 0) return;
      waiting[place] = 0;
      visits[place] += mass;
      for (let k = offsets[from]; k < offsets[from + 1]; k++) {
        const to = placeOf.get(targets[k]);
        if (to !== undefined) waiting[to] += mass * chances[k];
      }
    });
    for (const mass of waiting) left += mass;
  }
  return visits;
}
