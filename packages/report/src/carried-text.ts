import type { Carried } from '@standoff/analysis';
import { figure } from './english.js';
import { Page, type TextOptions } from '@standoff/document';

/** What the model says that no analysis of this version uses. Empty where there is nothing. */
export function carriedText(carried: readonly Carried[], options: TextOptions = {}): string {
  if (carried.length === 0) return '';
  const page = new Page(options);
  page.line('Carried along, not used by standoff analyse unless it is asked to:');
  carriedLines(page, carried);
  return page.toString();
}

/** One line for each idea carried. */
export function carriedLines(page: Page, carried: readonly Carried[]): void {
  for (const { idea, count, note } of carried)
    page.line(`${idea} ${page.style.quiet(`(${figure(count)})`)}: ${note}`, { indent: 2, hang: 2 });
}
