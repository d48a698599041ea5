import type { Share } from '@standoff/situation';
import { FIXED_SPACE } from '@standoff/document';

/** "all", "none", "62 %", and from a sample "62 % (58 to 66)". */
export function shareWords({ share, low, high }: Share): string {
  if (low !== null && high !== null)
    return `${percent(share)} (${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)})`;
  return share === 1 ? 'all' : share === 0 ? 'none' : percent(share);
}

export function percent(share: number): string {
  const value = 100 * share;
  if (value === 0 || value === 100) return `${value}${FIXED_SPACE}%`;
  if (value < 1) return `under${FIXED_SPACE}1${FIXED_SPACE}%`;
  if (value > 99) return `over${FIXED_SPACE}99${FIXED_SPACE}%`;
  return `${value.toFixed(0)}${FIXED_SPACE}%`;
}
