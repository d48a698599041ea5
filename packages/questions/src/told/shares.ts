import { LEAST_SHARE } from '@standoff/situation';
import { counted } from './english.js';

/** "5 ways in 10"; "17 ways in 100" where tenths would be off, so that shares told together come to a whole. */
export function ways(share: number): string {
  if (share > MOST_TOLD) return share > 1 - LEAST_SHARE ? 'every way' : 'nearly every way';
  if (share < 1 - MOST_TOLD) return 'less than one way in 100';
  const [of, all] = roundShare(share);
  return `${counted(of, 'way')} in ${all}`;
}

/** "5 of 10", for a table. */
export function tenths(share: number): string {
  if (share > MOST_TOLD) return share > 1 - LEAST_SHARE ? 'all' : 'nearly all';
  if (share < 1 - MOST_TOLD) return 'under 1 of 100';
  return roundShare(share).join(' of ');
}

/** Above this hundredths would tell all. */
const MOST_TOLD = 0.995;

/** Rounded once, to hundredths; said in tenths where they are some. */
function roundShare(share: number): readonly [number, number] {
  const hundredths = Math.round(share * 100);
  return hundredths % 10 === 0 ? [hundredths / 10, 10] : [hundredths, 100];
}
