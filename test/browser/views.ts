import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The views as the list of views has them; its components need a browser. */
export const VIEWS: readonly string[] = [
  ...readFileSync(
    new URL('../../packages/workbench/src/views/index.ts', import.meta.url),
    'utf8',
  ).matchAll(/id: '([a-z]+)'/g),
].map(([, id]) => id);

/** Until the view that is shown has its answers, all of them: what is being worked out says so. */
export async function complete(page: Page): Promise<void> {
  await page.locator('#pane-answers [data-state="current"]').first().waitFor({ timeout: 90_000 });
  await page.waitForFunction(
    () => document.querySelector('[aria-label="being worked out"], [role="progressbar"]') === null,
    undefined,
    { timeout: 90_000 },
  );
}
