import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COLOURS, violationsOn } from './axe.js';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';
import { sampled } from '../thorough.js';
import { complete, VIEWS } from './views.js';

/** Where to put pictures of the views, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

describe.skipIf(CHROMIUM === null)('every view, of Korea', () => {
  const workbench = atWorkbench();

  // One page goes from view to view, as a reader does: the text is read and ranked once.
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
    page = await workbench.browser.newPage({ viewport: SIZES[0] });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', ({ message }) => errors.push(message));
  });
  beforeEach(() => errors.splice(0));

  test.each(sampled(VIEWS, 5, 0))(
    '%s, wide and narrow, light and dark: nothing that axe objects to, no error',
    async (view) => {
      await page.setViewportSize(SIZES[0]);
      await page.goto(`${workbench.address}#/${view}?case=korea-2018`);
      await page
        .locator(`[aria-current="page"][href*="#/${view}?"]`)
        .waitFor({ state: 'attached' });
      await complete(page);
      expect(await page.getByRole('note').filter({ hasText: 'No answer' }).count()).toBe(0);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        if (size.width < 800)
          await page.getByRole('button', { name: 'Answers', exact: true }).click();
        for (const [colorScheme, rules] of [['light'], ['dark', COLOURS]] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const name = `${view}-${size.width}-${colorScheme}`;
          if (PICTURES !== undefined)
            await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
          expect(await violationsOn(page, rules), name).toEqual([]);
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          'the page itself does not scroll sideways',
        ).toBe(size.width);
      }
      expect(errors).toEqual([]);
    },
    200_000,
  );
});
