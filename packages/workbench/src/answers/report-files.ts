import { DEFAULT_MEMORY } from '@standoff/situation';
import type { Watch } from '@standoff/engine';
import type { ConflictModel } from '@standoff/model';
import { reportSheet, type ReportSheet } from '@standoff/document';
import { findingsOf, reportDocument, reportFile, type ReportOrigin } from '@standoff/questions';
import { drawnReport, type DrawnReport } from './drawn-report.js';
import { version } from '../../package.json';

/** The report of a case, as files to keep and as a sheet to show and print. */
export interface ReportFiles {
  readonly html: string;
  readonly markdown: string;
  /** For forms that the page writes itself. */
  readonly drawn: DrawnReport;
  readonly sheet: ReportSheet;
}

/**
 * Makes the report as `standoff report` does without further options, so that `--verify` finds the same.
 * @throws AnalysisError where the model has no answer.
 */
export function reportFiles(text: string, model: ConflictModel, watch: Watch): ReportFiles {
  const origin: ReportOrigin = {
    text,
    version,
    seed: 1,
    memory: DEFAULT_MEMORY,
    opponentsRule: 'legal sequences',
    style: null,
    made: null,
  };
  const parts = { findings: findingsOf(model, { ...origin, watch }), origin };
  const document = reportDocument(parts);
  return {
    html: reportFile(parts, 'html'),
    markdown: reportFile(parts, 'markdown'),
    drawn: drawnReport(document),
    sheet: reportSheet(document),
  };
}
