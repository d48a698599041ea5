import type { Grounded } from './model.js';

/** How the reason of what the analyst only supposes begins. */
export const WHAT_IF = 'what if:';

/** Whether an element is a what-if of the analyst's, for which nothing is cited. */
export function isWhatIf({ because, evidence }: Pick<Grounded, 'because' | 'evidence'>): boolean {
  return evidence.length === 0 && (because?.toLowerCase().startsWith(WHAT_IF) ?? false);
}
