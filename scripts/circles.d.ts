/** A way round for each of the circles that a walk through what imports what comes upon. */
export function circlesIn(graph: Map<string, string[]>): string[][];
