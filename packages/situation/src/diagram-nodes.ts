import { BYTES_PER_NODE } from '@standoff/engine';

/** The share of the memory for decision diagrams: while their tables grow they are there twice. */
const SHARE_FOR_NODES = 1 / 3;
const MOST_NODES = 2 ** 26;

/** What looking for all that sequences lead to may take, in nodes; about half a minute. */
export const NODES_FOR_REACH = 2 ** 24;

/** How many nodes of decision diagrams there is room for in so many bytes. */
export function nodesWithin(memory: number): number {
  const nodes = Math.floor((memory * SHARE_FOR_NODES) / BYTES_PER_NODE);
  return Math.min(MOST_NODES, Math.max(1, nodes));
}
