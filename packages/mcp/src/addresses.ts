import type { ReportFormat } from '@standoff/questions';

/** The address of a case's text among the resources. */
export function caseUri(name: string): string {
  return `standoff://case/${encodeURIComponent(name)}`;
}

/** The address of the report on a case. */
export function reportUri(name: string, as: ReportFormat): string {
  return `standoff://report/${as}/${encodeURIComponent(name)}`;
}
