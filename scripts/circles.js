/**
 * A way round for each of the circles that a walk through what imports what comes upon: none, if there is none.
 * @param {Map<string, string[]>} graph what is imported and is not among the keys is left out
 * @returns {string[][]} each from a file to itself
 */
export function circlesIn(graph) {
  const circles = [];
  /** Those that have been walked through. */
  const done = new Set();
  const way = [];
  const visit = (file) => {
    if (done.has(file) || !graph.has(file)) return;
    const since = way.indexOf(file);
    if (since >= 0) {
      circles.push([...way.slice(since), file]);
      return;
    }
    way.push(file);
    for (const next of graph.get(file)) visit(next);
    way.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}
