import type { Page } from 'playwright-core';
import { getDocument, TEXT_ALONE } from '../../packages/evidence/src/reading/pdf-js.js';

/** The text of each page of the PDF that printing gives, but for what runs off the paper. */
export async function printedPages(page: Page): Promise<string[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const task = getDocument({ data: new Uint8Array(bytes), ...TEXT_ALONE });
  const pdf = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, k) => {
      const printed = await pdf.getPage(k + 1);
      const { width } = printed.getViewport({ scale: 1 });
      const { items } = await printed.getTextContent();
      const runs = items.map((one) => {
        if (!('str' in one)) return '';
        const [across, up, , , left] = one.transform as number[];
        const right = left + (Math.abs(across) > Math.abs(up) ? one.width : 0);
        return left < 0 || right > width ? '' : one.str + (one.hasEOL ? ' ' : '');
      });
      return runs.join('').replaceAll(/\s+/g, ' ');
    }),
  );
  await task.destroy();
  return pages;
}
