import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { sampled } from '../thorough.js';
import { complete, VIEWS } from './views.js';

/** A window of 1280 by 1024 that is enlarged: what is left of it, in pixels of the page. */
const ENLARGED = [
  { by: 'twice', width: 640, height: 512, content: 0.5 },
  { by: 'four times', width: 320, height: 256, content: 0.75 },
];

describe.skipIf(CHROMIUM === null)('the page enlarged, of Korea', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({
        viewport: { width: 1280, height: 1024 },
        reducedMotion: 'reduce',
      }),
    );
    await page.goto(`${workbench.address}#/overview?case=korea-2018`);
  }, 120_000);

  /** What stands out of the window to the right, but for tables and drawings, which scroll by themselves. */
  const outside = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#pane-answers *, header *, #pane-source *')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .filter(({ textContent }) => textContent.trim() !== '')
        .filter(
          (one) =>
            one.closest(
              'nav, table, svg, [role="table"], [aria-hidden="true"], .visually-hidden',
            ) === null,
        )
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
    );

  /** Which share of the height of the window is the view, once one has scrolled to its middle. */
  const share = (): Promise<number> =>
    page.evaluate(() => {
      const view = document.querySelector('#pane-answers section')!;
      const { height } = view.getBoundingClientRect();
      view.scrollTop = view.scrollHeight / 2;
      scrollTo(
        0,
        view.getBoundingClientRect().top + scrollY + Math.min(height, view.scrollHeight) / 3,
      );
      const rows = Array.from({ length: innerHeight }, (_, y) => y);
      const within = rows.filter((y) =>
        view.contains(document.elementFromPoint(innerWidth / 2, y)),
      );
      return within.length / rows.length;
    });

  test.each(sampled(VIEWS, 5, 2))(
    '%s is read without scrolling to the side, in most of the window',
    async (view) => {
      await page.setViewportSize({ width: 1280, height: 1024 });
      await page.goto(`${workbench.address}#/${view}?case=korea-2018`);
      await complete(page);
      for (const { by, width, height, content } of ENLARGED) {
        await page.setViewportSize({ width, height });
        await page.getByRole('button', { name: 'Answers', exact: true }).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), by).toBe(width);
        expect(await outside(), by).toEqual([]);
        expect(await share(), by).toBeGreaterThan(content);
      }
    },
    120_000,
  );
});
