import type { SituationShown } from '@standoff/analysis';
import { dateInWords } from './english.js';
import type { Page } from '@standoff/document';

/** The situation and its date, and what is asked of it. */
export function titleLine(page: Page, { title, asOf }: SituationShown, asked = ''): void {
  const rest = [asOf === null ? '' : dateInWords(asOf), asked].filter(Boolean).join(' · ');
  page.line(page.style.strong(title) + (rest === '' ? '' : page.style.quiet(` · ${rest}`)));
}
