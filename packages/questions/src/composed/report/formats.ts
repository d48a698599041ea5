/** The forms of a file that a report is written as and can be made again from, by the name that doors call them by. */
export const REPORT_FILES = {
  html: { endings: ['.html', '.htm'], type: 'text/html' },
  markdown: { endings: ['.md', '.markdown'], type: 'text/markdown' },
} as const;

export type ReportFormat = keyof typeof REPORT_FILES;

export const REPORT_FILE_FORMATS = Object.keys(REPORT_FILES) as readonly ReportFormat[];
