import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { namesSharedBy, violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { keepSmallerKorea } from './korea.js';
import { atWorkbench } from './site.js';
import { sampled, THOROUGH } from '../thorough.js';
import { complete, VIEWS } from './views.js';

/**
 * Stops for Tab that a view may have, its navigation with it. The report is twenty of them one after the
 * other, with tables that scroll by themselves.
 */
const stopsOf = (view: string): number => (view === 'report' ? 60 : 32);

describe.skipIf(CHROMIUM === null)('what is operated, of Korea', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      }),
    );
    await keepSmallerKorea(page, workbench.address);
    await page.goto(`${workbench.address}#/overview?case=korea-2018`);
  }, 120_000);

  /** Goes to a place without loading the page anew. */
  async function go(place: string): Promise<void> {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${workbench.address}#/${place}`);
  }

  const PANES = ['Source', 'Model', 'Answers'];

  /** Shows a pane: at first the drawers are closed, and a narrow page has room for one of them. */
  async function show(pane: string): Promise<void> {
    await page.keyboard.press(`Alt+${PANES.indexOf(pane) + 1}`);
    await page.getByRole('region', { name: pane, exact: true }).waitFor();
  }

  async function isLarge(pane = 'Answers'): Promise<void> {
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await show(pane);
      expect(await violationsOn(page, ['target-size']), `${width} wide`).toEqual([]);
    }
  }

  /** What Tab stops at in an element, from its first stop on. */
  async function stopsIn(selector: string): Promise<string[]> {
    await page.locator(selector).focus();
    const stops: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate((within) => {
        const { activeElement } = document;
        return document.querySelector(within)!.contains(activeElement)
          ? activeElement!.outerHTML.slice(0, 120)
          : null;
      }, selector);
      if (stop === null || stops.length > 200) return stops;
      stops.push(stop);
    }
  }

  /** The links of an element that neither Tab nor the arrows come to, and what is one stop with them. */
  function unreached(selector: string): Promise<string[]> {
    return page.evaluate((within) => {
      const links = [
        ...document.querySelectorAll<HTMLElement>(`:is(${within}) :is(a[href], [data-roving])`),
      ].filter((one) => one.checkVisibility() && one.closest('[role="grid"]') === null);
      const reached = new Set<Element>();
      for (const first of links.filter(({ tabIndex }) => tabIndex === 0))
        for (const key of ['ArrowLeft', 'ArrowRight']) {
          first.focus();
          for (let at: Element | null = null; at !== document.activeElement;) {
            at = document.activeElement!;
            reached.add(at);
            at.dispatchEvent(
              new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
            );
          }
        }
      return links.filter((one) => !reached.has(one)).map(({ outerHTML }) => outerHTML);
    }, selector);
  }

  test.each(sampled(VIEWS, 6, 3).filter((view) => THOROUGH || view !== 'report'))(
    '%s: large enough, each button with a name of its own, few stops for Tab, every link reached',
    async (view) => {
      await go(`${view}?case=korea-2018`);
      await complete(page);
      expect(await namesSharedBy(page, '#pane-answers :is(button, summary)')).toEqual([]);
      const stops = await stopsIn('#pane-answers');
      expect(stops.length, stops.join('\n')).toBeGreaterThan(5);
      expect(stops.length, stops.join('\n')).toBeLessThanOrEqual(stopsOf(view));
      expect(await unreached('#pane-answers section')).toEqual([]);
      await isLarge();
    },
    200_000,
  );

  test('the source: the elements that rest on a passage are one stop', async () => {
    await go('overview?case=korea-2018');
    await show('Source');
    const chips = page.getByRole('list', { name: 'Used by' }).getByRole('link');
    await chips.first().waitFor();
    expect(await chips.count()).toBeGreaterThan(150);
    expect(await namesSharedBy(page, '#pane-source :is(button, summary)')).toEqual([]);
    expect((await stopsIn('#pane-source')).length).toBeLessThanOrEqual(8);
    expect(await unreached('#pane-source')).toEqual([]);
    await isLarge('Source');
  }, 120_000);

  test('the text and the forms of the model', async () => {
    await go('overview?case=korea-2018');
    await show('Model');
    await page.locator('.cm-content').waitFor();
    await isLarge('Model');
    await page.getByRole('radio', { name: 'Forms' }).click();
    for (const element of ['NK', 'NK.talk', 'NK.3', 'cogan', 'koreansAlone']) {
      await go(`overview?case=korea-2018&element=${element}`);
      await page.locator('#pane-model [data-open="true"] input').first().waitFor();
      expect(await namesSharedBy(page, '#pane-model :is(button:not([role]), summary)')).toEqual([]);
      expect(await unreached('#pane-model')).toEqual([]);
      await isLarge('Model');
    }
    expect((await stopsIn('#pane-model')).length).toBeLessThanOrEqual(100);
  }, 120_000);
});
