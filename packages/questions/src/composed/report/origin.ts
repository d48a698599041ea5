import type { AnalysisResult } from '../../analyse/answer.js';

/** What a report is made from: with the same, the same report comes out, byte for byte. */
export interface ReportOrigin {
  /** The situation's text. */
  readonly text: string;
  /** The version of Standoff. */
  readonly version: string;
  readonly seed: number;
  /** Bytes that the states might take. */
  readonly memory: number;
  readonly opponentsRule: AnalysisResult['opponentsRule'];
  /** How sources are cited; null: plainly. */
  readonly style: string | null;
  /** The day it was made, as given; null: not said. */
  readonly made: string | null;
}
