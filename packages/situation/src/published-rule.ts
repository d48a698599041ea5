import type { OpponentsRule } from '@standoff/engine';
import { AnalysisError } from './errors.js';

/**
 * What is defined by legal sequences alone has no answer where opponents move at most once each.
 * @throws AnalysisError 'opponents'.
 */
export function expectPublishedRule(rule: OpponentsRule, what: string): void {
  if (rule !== 'legal sequences')
    throw new AnalysisError(
      'opponents',
      `${what} by the published rule of opponents only`,
      'leave --opponents out',
    );
}
