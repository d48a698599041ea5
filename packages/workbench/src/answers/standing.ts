import { analysePrepared, type AnalysisResult } from '@standoff/questions';
import type { Prepared } from '@standoff/situation';

/** So many equilibria are listed, those held most firmly and nearest first; the tally counts all. */
const LISTED = 60;

/** Where things stand and what would hold: what the first screen needs first. */
export function standing(prepared: Prepared): AnalysisResult {
  return analysePrepared(prepared, { limit: LISTED });
}
