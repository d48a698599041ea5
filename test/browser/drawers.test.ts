import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';
import { complete } from './views.js';

describe.skipIf(CHROMIUM === null)('the drawers beside the answers', { timeout: 120_000 }, () => {
  const workbench = atWorkbench();

  async function open(width: number): Promise<Page> {
    const page = await workbench.browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${workbench.address}#/overview?case=korea-2018`);
    await complete(page);
    return page;
  }
  const drawer = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const button = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Drawers' }).getByRole('button', { name });
  const roomForAnswers = async (page: Page): Promise<number> =>
    (await page.locator('#pane-answers').boundingBox())!.width;

  test('are closed at first, open where a name leads, and stay as one left them', async () => {
    const page = await open(1440);
    expect((await drawer(page, 'Model').count()) + (await drawer(page, 'Source').count())).toBe(0);
    const name = page.getByRole('link', { name: 'United States', exact: true }).first();
    await name.click();
    const chosen = page.locator('.cm-chosen', { hasText: 'United States' });
    await chosen.waitFor();
    // Folded away, the same name opens it again.
    await button(page, 'Model').click();
    await drawer(page, 'Model').waitFor({ state: 'detached' });
    await name.click();
    await chosen.waitFor();
    await page.goto(`${workbench.address}#/overview?case=korea-2018&paragraph=cogan:P7`);
    await drawer(page, 'Source').locator('[data-chosen="true"]', { hasText: 'P7' }).waitFor();
    expect(await roomForAnswers(page)).toBeGreaterThanOrEqual(640);
    await page.goto(`${workbench.address}#/states?case=korea-2018`);
    await page.reload();
    await drawer(page, 'Source').waitFor();
    await drawer(page, 'Model').waitFor();
    await page.close();
  });

  test('leave the answers 640 pixels where there is less room, one of them at a time', async () => {
    const page = await open(1024);
    for (const name of ['Source', 'Model']) {
      await button(page, name).click();
      await drawer(page, name).waitFor();
      expect(await roomForAnswers(page)).toBeGreaterThanOrEqual(640);
    }
    expect(await drawer(page, 'Source').count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await button(page, 'Source').click();
    await drawer(page, 'Source').waitFor();
    await page.setViewportSize({ width: 1024, height: 900 });
    await drawer(page, 'Source').waitFor({ state: 'detached' });
    expect(await roomForAnswers(page)).toBeGreaterThanOrEqual(640);
    await page.close();
  });
});
