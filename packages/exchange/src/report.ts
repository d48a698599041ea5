import type { ReportFormat } from './report/report-format.js';

export type { Raster, ReportFormat, ReportTools } from './report/report-format.js';

/** The forms of a report and of its figures, by the name that stands on the command line. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    name: 'docx',
    ending: 'docx',
    what: 'the report as a document of a word processor',
    holds: 'bytes',
    writer: async () => (await import('./report/docx.js')).writeDocx,
  },
  {
    name: 'svg',
    ending: 'svg',
    what: 'a figure of the report as a drawing',
    holds: 'text',
    writer: async () => (await import('./report/figures.js')).writeSvg,
  },
  {
    name: 'png',
    ending: 'png',
    what: 'a figure of the report as a picture',
    holds: 'bytes',
    writer: async () => (await import('./report/figures.js')).writePng,
  },
];
