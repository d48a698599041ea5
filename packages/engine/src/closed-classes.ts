/**
 * The closed classes of a directed graph (terminal strongly connected components): sets of nodes that
 * lead to each other and to none else. Tarjan's algorithm without recursion. The arcs are asked for
 * node by node, since there may be more of them than can be listed.
 *
 * @param roots what these lead to is looked at.
 */
export function closedClasses(
  nodes: number,
  roots: readonly number[],
  next: (node: number) => readonly number[],
): number[][] {
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const done = new Uint8Array(nodes);
  const open: number[] = [];
  const classes: number[][] = [];
  let visited = 0;
  for (const root of roots) {
    if (index[root] >= 0) continue;
    // `leaves` tells that an arc leads out of what is being closed.
    const calls = [{ x: root, arcs: next(root), k: 0, leaves: false }];
    index[root] = low[root] = visited++;
    open.push(root);
    while (calls.length > 0) {
      const call = calls[calls.length - 1];
      const { x, arcs } = call;
      if (call.k < arcs.length) {
        const y = arcs[call.k++];
        if (done[y]) call.leaves = true;
        else if (index[y] >= 0) low[x] = Math.min(low[x], index[y]);
        else {
          index[y] = low[y] = visited++;
          open.push(y);
          calls.push({ x: y, arcs: next(y), k: 0, leaves: false });
        }
        continue;
      }
      calls.pop();
      const before = calls[calls.length - 1] as typeof call | undefined;
      if (low[x] === index[x]) {
        const members = open.splice(open.lastIndexOf(x));
        for (const member of members) done[member] = 1;
        if (!call.leaves) classes.push(members);
        if (before) before.leaves = true;
      } else if (before) {
        low[before.x] = Math.min(low[before.x], low[x]);
        before.leaves ||= call.leaves;
      }
    }
  }
  return classes;
}
