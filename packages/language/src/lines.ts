import type { TextRange } from '@standoff/model';
import { TextDocument } from 'langium';

export interface Span {
  /** UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

/** Turns ranges of lines and columns of a text into offsets; what lies outside is moved inside. */
export function spansIn(text: string): (range: TextRange) => Span {
  const document = TextDocument.create('', '', 0, text);
  const offset = ({ line, column }: TextRange['start']): number =>
    document.offsetAt({ line, character: column });
  return ({ start, end }) => ({ from: offset(start), to: offset(end) });
}

export function covers({ from, to }: Span, offset: number): boolean {
  return from <= offset && offset <= to;
}

/** Turns offsets of a text into ranges of lines and columns. */
export function rangesIn(text: string): (span: Span) => TextRange {
  const document = TextDocument.create('', '', 0, text);
  const place = (offset: number): TextRange['start'] => {
    const { line, character } = document.positionAt(offset);
    return { line, column: character };
  };
  return ({ from, to }) => ({ start: place(from), end: place(to) });
}
