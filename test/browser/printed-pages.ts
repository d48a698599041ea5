import type { Page } from 'playwright-core';
import { getDocument } from '../../packages/evidence/src/reading/pdf-js.js';

/** The text of each page of the PDF that printing gives. */
export async function printedPages(page: Page): Promise<string[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, k) => {
      const { items } = await (await pdf.getPage(k + 1)).getTextContent();
      const runs = items.map((one) => ('str' in one ? one.str + (one.hasEOL ? ' ' : '') : ''));
      return runs.join('').replaceAll(/\s+/g, ' ');
    }),
  );
  await task.destroy();
  return pages;
}
