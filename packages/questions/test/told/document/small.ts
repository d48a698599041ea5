import { parseSituation } from '@standoff/language/parse';
import { DEFAULT_MEMORY } from '@standoff/situation';
import { readFileSync } from 'node:fs';
import { findingsOf } from '../../../src/composed/report/findings.js';
import type { ReportOrigin } from '../../../src/composed/report/origin.js';
import type { ReportParts } from '../../../src/composed/report/report.js';

export const HARBOUR = readFileSync(
  new URL('../fixtures/harbour.standoff', import.meta.url),
  'utf8',
);

/** What a report of a situation's text is made from. */
export function partsOf(text: string, origin: Partial<ReportOrigin> = {}): ReportParts {
  const { model, diagnostics } = parseSituation(text);
  if (model === null) throw new Error(JSON.stringify(diagnostics));
  const whole: ReportOrigin = {
    text,
    version: '0.1.0',
    seed: 1,
    memory: DEFAULT_MEMORY,
    opponentsRule: 'legal sequences',
    style: null,
    made: null,
    ...origin,
  };
  return { findings: findingsOf(model, whole), origin: whole };
}
