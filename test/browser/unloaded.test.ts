import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('a view that cannot be loaded', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    await page.goto(`${workbench.address}#/overview?case=chicken`);
  }, 120_000);

  test('says so in its place, the page staying as it is, and is there when it is asked for again', async () => {
    const answers = page.locator('#pane-answers');
    await answers.getByText('All of this is what the model says').first().waitFor();
    await page.locator('.cm-content').waitFor();
    // What was loaded with the first screen stays; nothing else can be loaded.
    await page.route('**/*.js', (route) => route.abort());
    await answers.getByRole('link', { name: 'What if' }).click();
    const note = answers.getByRole('note').filter({ hasText: 'could not be loaded' });
    await note.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.locator('.cm-content').count()).toBe(1);
    await note.getByRole('button', { name: 'Try again' }).click();
    await note.waitFor();
    await page.unroute('**/*.js');
    await note.getByRole('button', { name: 'Try again' }).click();
    await answers.getByRole('heading', { name: 'Side by side' }).waitFor();
    expect(await note.count()).toBe(0);
  }, 120_000);

  test('a drawer that is first opened then has the text all the same, and the editor later', async () => {
    await page.addInitScript(() => localStorage.clear());
    await page.goto(`${workbench.address}#/overview?case=chicken`);
    await page.reload();
    await page
      .locator('#pane-answers')
      .getByText('All of this is what the model says')
      .first()
      .waitFor();
    await page.route('**/*.js', (route) => route.abort());
    const drawers = page.getByRole('navigation', { name: 'Drawers' });
    await drawers.getByRole('button', { name: 'Source' }).click();
    await page.getByRole('note').filter({ hasText: 'The source cannot be shown' }).waitFor();
    await drawers.getByRole('button', { name: 'Model' }).click();
    await page.getByLabel('The situation as text').getByText('situation').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.unroute('**/*.js');
    const model = page.getByRole('region', { name: 'Model' });
    await model.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.cm-content').waitFor();
  }, 120_000);
});
