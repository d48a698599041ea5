import type { Text } from '@codemirror/state';
import type { TextRange } from '@standoff/model';

/** A range of the text as offsets; within the text, whatever the range. */
export function rangeIn(doc: Text, { start, end }: TextRange): { from: number; to: number } {
  const offset = ({ line, column }: TextRange['start']): number => {
    const { from, to } = doc.line(Math.min(line + 1, doc.lines));
    return Math.min(from + column, to);
  };
  return { from: offset(start), to: offset(end) };
}
