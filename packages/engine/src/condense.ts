import type { ArcLists } from './moves.js';

/**
 * The strongly connected components of a directed graph, numbered so that arcs between components
 * lead to lower numbers: what a component reaches is known when its turn comes.
 */
export interface Components {
  readonly count: number;
  /** The component of each node. */
  readonly of: Int32Array;
  /** The nodes of component c: `members[first[c]]` up to `members[first[c + 1] - 1]`. */
  readonly first: Int32Array;
  readonly members: Int32Array;
  /** The components that arcs of a component lead to, each once, without itself. */
  readonly arcs: ArcLists;
}

/** Tarjan's algorithm without recursion. O(nodes + arcs). */
export function condense(nodes: number, { offsets, targets }: ArcLists): Components {
  const of = new Int32Array(nodes).fill(-1);
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = offsets.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const members = new Int32Array(nodes);
  const first = new Int32Array(nodes + 1);
  let visited = 0;
  let opened = 0;
  let count = 0;
  let placed = 0;
  for (let root = 0; root < nodes; root++) {
    if (index[root] >= 0) continue;
    let depth = 0;
    path[depth++] = root;
    index[root] = low[root] = visited++;
    open[opened++] = root;
    while (depth > 0) {
      const node = path[depth - 1];
      if (next[node] < offsets[node + 1]) {
        const to = targets[next[node]++];
        if (index[to] < 0) {
          index[to] = low[to] = visited++;
          open[opened++] = to;
          path[depth++] = to;
        } else if (of[to] < 0 && index[to] < low[node]) low[node] = index[to];
        continue;
      }
      depth--;
      if (depth > 0 && low[node] < low[path[depth - 1]]) low[path[depth - 1]] = low[node];
      if (low[node] !== index[node]) continue;
      first[count] = placed;
      let member: number;
      do {
        member = open[--opened];
        of[member] = count;
        members[placed++] = member;
      } while (member !== node);
      count++;
    }
  }
  first[count] = placed;
  const components = { count, of, first: first.slice(0, count + 1), members };
  return { ...components, arcs: between(components, offsets, targets) };
}

function between(
  { count, of, first, members }: Omit<Components, 'arcs'>,
  offsets: Int32Array,
  targets: Int32Array,
): ArcLists {
  const seen = new Int32Array(count).fill(-1);
  const heads = new Int32Array(count + 1);
  const lists: number[] = [];
  for (let c = 0; c < count; c++) {
    seen[c] = c;
    for (let m = first[c]; m < first[c + 1]; m++)
      for (let k = offsets[members[m]]; k < offsets[members[m] + 1]; k++) {
        const to = of[targets[k]];
        if (seen[to] === c) continue;
        seen[to] = c;
        lists.push(to);
      }
    heads[c + 1] = lists.length;
  }
  return { offsets: heads, targets: Int32Array.from(lists) };
}
