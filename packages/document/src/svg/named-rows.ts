import { label, wrapped } from './svg.js';

export const MARGIN = 8;
/** Of a bar or a strip. */
export const THICK = 14;
const WIDEST = 920;
/** Names stand beside what is drawn of them, on a narrower page above it. */
const BESIDE = 560;
export const LINE_HEIGHT = 15;

/** How rows with names are set in a frame. */
export interface NamedRows {
  readonly width: number;
  readonly beside: boolean;
  /** Room for the names; none where they stand above. */
  readonly names: number;
}

/** @param part of the width that names have beside what is drawn. */
export function namedRows(frame: number, part: number): NamedRows {
  const width = Math.min(frame, WIDEST);
  const beside = width >= BESIDE;
  return { width, beside, names: beside ? Math.round(width * part) : 0 };
}

/** Lines of a name: what is told of a change stands at its end, which is not to be cut off. */
const MOST_LINES = 8;

/** The name of a row, in lines. */
export function rowName(
  name: string,
  y: number,
  { width, beside, names }: NamedRows,
): { readonly parts: readonly string[]; readonly height: number } {
  const lines = wrapped(name, beside ? names - 12 : width - 2 * MARGIN, MOST_LINES);
  return {
    parts: lines.map((line, k) => label(MARGIN, y + 11 + k * LINE_HEIGHT, line)),
    height: lines.length * LINE_HEIGHT,
  };
}
