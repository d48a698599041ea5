import { counted } from './english.js';

/**
 * Where ways by improvements end that come to no end: every state on them leads on to others by
 * improvements, but only of whoever has just moved.
 */
export const NO_END = 'nowhere: to come to an end, somebody would have to move twice in a row';

/** "the way ends in 2 places". */
export function wayEnds(ends: number | string): string {
  const where = ends === 0 ? NO_END : ends === 1 ? 'in one place' : `in ${counted(ends, 'place')}`;
  return `the way ends ${where}`;
}
