import type { ConflictModel, Diagnostic, TextRange } from '@standoff/model';

/** The actor in whose braces something stands; null: in none. */
export function holder({ actors }: ConflictModel, at: TextRange): string | null {
  return actors.find((actor) => actor.at !== null && isWithin(at, actor.at))?.id ?? null;
}

/** Whether the first range lies in the second. */
function isWithin(inner: TextRange, outer: TextRange): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

const NONE: readonly Diagnostic[] = [];

/** The remarks on what stands in one of these elements; where there is none, the same empty list each time. */
export function remarksWithin(
  all: readonly Diagnostic[],
  ...elements: readonly { readonly at: TextRange }[]
): readonly Diagnostic[] {
  const within = all.filter(({ range }) => elements.some(({ at }) => isWithin(range, at)));
  return within.length === 0 ? NONE : within;
}

function isBefore(one: TextRange['start'], other: TextRange['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
