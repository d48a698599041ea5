import { at, ModelFault, shown } from './fault.js';

/**
 * Holds one value in JSON against another.
 * @throws ModelFault at the first place where they differ
 */
export function expectSame(expected: unknown, found: unknown, path = ''): void {
  if (
    isContainer(expected) &&
    isContainer(found) &&
    Array.isArray(expected) === Array.isArray(found)
  ) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)]))
      // Most of it is the same, and needs no words for where it stands.
      if (expected[key] !== found[key])
        expectSame(
          expected[key],
          found[key],
          at(path, Array.isArray(expected) ? Number(key) : key),
        );
  } else if (expected !== found) throw new ModelFault(path, shown(expected), shown(found));
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
