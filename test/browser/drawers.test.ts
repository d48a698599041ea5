import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';
import { complete } from './views.js';

describe.skipIf(CHROMIUM === null)('the drawers beside the answers', { timeout: 120_000 }, () => {
  const workbench = atWorkbench();

  let page: Page;
  beforeAll(async () => {
    page = await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${workbench.address}#/overview?case=korea-2018`);
    await complete(page);
  }, 120_000);

  const drawer = (name: string) => page.getByRole('region', { name, exact: true });
  const button = (name: string) =>
    page.getByRole('navigation', { name: 'Drawers' }).getByRole('button', { name });
  const roomForAnswers = async (): Promise<number> =>
    (await page.locator('#pane-answers').boundingBox())!.width;

  test('are closed at first, open where a name leads, and stay as one left them', async () => {
    expect((await drawer('Model').count()) + (await drawer('Source').count())).toBe(0);
    const name = page.getByRole('link', { name: 'United States', exact: true }).first();
    await name.click();
    const chosen = page.locator('.cm-chosen', { hasText: 'United States' });
    await chosen.waitFor();
    // Folded away, the same name opens it again.
    await button('Model').click();
    await drawer('Model').waitFor({ state: 'detached' });
    await name.click();
    await chosen.waitFor();
    await page.goto(`${workbench.address}#/overview?case=korea-2018&paragraph=cogan:P7`);
    await drawer('Source').locator('[data-chosen="true"]', { hasText: 'P7' }).waitFor();
    expect(await roomForAnswers()).toBeGreaterThanOrEqual(640);
    await page.goto(`${workbench.address}#/states?case=korea-2018`);
    await page.reload();
    await drawer('Source').waitFor();
    await drawer('Model').waitFor();
  });

  test('leave the answers 640 pixels where there is less room, one of them at a time', async () => {
    // They are open, as the test before left them.
    for (const name of ['Source', 'Model']) {
      await button(name).click();
      await drawer(name).waitFor({ state: 'detached' });
    }
    await page.setViewportSize({ width: 1024, height: 900 });
    for (const name of ['Source', 'Model']) {
      await button(name).click();
      await drawer(name).waitFor();
      expect(await roomForAnswers()).toBeGreaterThanOrEqual(640);
    }
    expect(await drawer('Source').count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await button('Source').click();
    await drawer('Source').waitFor();
    await page.setViewportSize({ width: 1024, height: 900 });
    await drawer('Source').waitFor({ state: 'detached' });
    expect(await roomForAnswers()).toBeGreaterThanOrEqual(640);
  });
});
