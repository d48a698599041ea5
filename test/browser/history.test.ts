import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('going from view to view and back', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await workbench.browser.newPage({ viewport: { width: 1440, height: 420 } });
    await page.goto(`${workbench.address}#/overview?case=garrison-diversion`);
    await settled();
  }, 120_000);

  const view = (): Locator => page.locator('[data-scrolls="view"]');
  const why = (): Locator => page.getByRole('complementary', { name: 'Why' });
  const topOf = (element: Locator): Promise<number> =>
    element.evaluate(({ scrollTop }) => Math.round(scrollTop));
  const settled = (): Promise<void> => page.getByText('Answers are up to date').waitFor();
  const scrolled = async (element: Locator, to: number): Promise<void> => {
    await element.evaluate((one, top) => one.scrollTo(0, top), to);
    await expect.poll(() => topOf(element)).toBe(to);
  };
  const focused = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute('href') ?? document.activeElement!.tagName,
    );

  test('a view opens at its top with the focus on it, and one comes back to where one was', async () => {
    await scrolled(view(), 240);
    const link = view().getByRole('link', { name: 'What would have to change' });
    const address = await link.getAttribute('href');
    await link.evaluate((one) => one.focus({ preventScroll: true }));
    await page.keyboard.press('Enter');
    await page.locator('section[aria-label="Mediation"]').waitFor();
    expect(await topOf(view())).toBe(0);
    expect(await focused()).toBe('SECTION');

    await page.goBack();
    await expect.poll(() => topOf(view())).toBe(240);
    await expect.poll(focused).toBe(address);

    await page.goForward();
    await page.locator('section[aria-label="Mediation"]').waitFor();
    expect(await topOf(view())).toBe(0);
  });

  test('a list within a view is where it was, too', async () => {
    await page.goto(`${workbench.address}#/states?case=garrison-diversion`);
    const table = page.getByRole('table', { name: 'States' });
    await scrolled(table, 60);
    await page.getByRole('link', { name: 'Outlook' }).click();
    await page.locator('section[aria-label="Outlook"]').waitFor();
    await page.goBack();
    await table.waitFor();
    await expect.poll(() => topOf(table)).toBe(60);
  });

  test('why another state holds is told from the beginning, and back from where one was', async () => {
    await page.getByRole('table', { name: 'States' }).getByRole('link').first().click();
    await why().getByRole('heading').first().waitFor();
    await scrolled(why(), 50);
    await page.getByRole('table', { name: 'States' }).getByRole('link').nth(1).click();
    await why().getByRole('heading').first().waitFor();
    expect(await topOf(why())).toBe(0);
    await page.goBack();
    await expect.poll(() => topOf(why())).toBe(50);
  });
});
