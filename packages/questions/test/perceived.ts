import { prepare } from '@standoff/situation';
import { perceive, type PerceiveOptions } from '../src/perceive/solve.js';
import type { PerceiveResult } from '../src/perceive/answer.js';
import { modelOf } from '../../situation/test/situations.js';

/** What a situation comes to in the eyes of each. */
export function perceived(text: string, options?: PerceiveOptions): PerceiveResult {
  return perceive(prepare(modelOf(text)), { limit: 100, ...options });
}
