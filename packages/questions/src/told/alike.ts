/** Those of one key side by side, in the order of the first of each. */
export function alike<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Of states that read alike and fare alike, told once: " (5 states)"; empty: it is one. */
export function severalWords(states: number): string {
  return states > 1 ? ` (${states} states)` : '';
}
