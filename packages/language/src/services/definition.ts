import type { Span } from '../lines.js';
import { meaningAt } from './names-in-reach.js';
import { outlineOf } from './outline.js';

/** Where the name at a place is given; null where no name stands there or it is given nowhere. Never throws. */
export function definitionAt(text: string, offset: number): Span | null {
  return meaningAt(outlineOf(text), offset)?.of.at ?? null;
}
