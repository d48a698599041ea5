import type { ConflictModel, TextRange } from '@standoff/model';

/** The actor in whose braces something stands; null: in none. */
export function holder({ actors }: ConflictModel, at: TextRange): string | null {
  return actors.find((actor) => actor.at !== null && isWithin(at, actor.at))?.id ?? null;
}

/** Whether the first range lies in the second. */
export function isWithin(inner: TextRange, outer: TextRange): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(one: TextRange['start'], other: TextRange['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
