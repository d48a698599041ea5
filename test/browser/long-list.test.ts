import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { THOROUGH } from '../thorough.js';

/** Two decision makers with ten options each: 2^20 states; as a rule with nine, a quarter of them. */
const EACH = THOROUGH ? 10 : 9;
const STATES = 4 ** EACH;
const OPTIONS = Array.from({ length: EACH }, (_, k) => `  option go${k} "Go ${k}"`).join('\n');
const MILLION = `situation "A million"

actor A "A" {
${OPTIONS}
  prefers { go0 }
}

actor B "B" {
${OPTIONS}
  prefers { not go0 }
}
`;
const ROW = 32;

interface Seen {
  /** The first and the last row that are to be seen whole, from 1. */
  readonly first: number;
  readonly last: number;
  /** What the number of the first one would be on top, were it not for the part of one above it. */
  readonly top: number;
  /** Whether each stands right below the one before, with none left out. */
  readonly isWhole: boolean;
}

describe.skipIf(CHROMIUM === null)(`a list of ${STATES} rows`, () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
      }),
    );
    await page.goto(workbench.address);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    const buffer = Buffer.from(MILLION);
    await (await chooser).setFiles({ name: 'million.standoff', mimeType: 'text/plain', buffer });
    await page.locator('.cm-content').waitFor();
    await page.evaluate(() => (location.hash = location.hash.replace(/#\/\w*/, '#/states')));
    await page.locator('[data-rows] [role="row"]').first().waitFor({ timeout: 150_000 });
  }, 200_000);

  const table = () => page.locator('[data-scrolls="states"]');
  const seen = (): Promise<Seen> =>
    table().evaluate((element, height) => {
      const top = element.querySelector('[role="row"]')!.getBoundingClientRect().bottom;
      const { bottom } = element.getBoundingClientRect();
      const rows = [...element.querySelectorAll('[data-rows] > [role="row"]')]
        .map((row) => ({
          number: Number(row.getAttribute('aria-rowindex')) - 1,
          at: row.getBoundingClientRect(),
        }))
        .filter(({ at }) => at.top > top - 2 && at.bottom < bottom + 2);
      return {
        first: rows[0]?.number ?? 0,
        last: rows.at(-1)?.number ?? 0,
        top: (rows[0]?.number ?? 0) - (rows[0].at.top - top) / height,
        isWhole:
          rows.length >= Math.floor((bottom - top) / height) - 1 &&
          rows.every(
            ({ number, at }, k) =>
              k === 0 ||
              (number === rows[k - 1].number + 1 && Math.abs(at.top - rows[k - 1].at.bottom) < 1),
          ),
      };
    }, ROW);
  /** Until the list stands as it is meant to; what it comes to. */
  async function until(is: (now: Seen) => boolean): Promise<Seen> {
    await expect.poll(async () => is(await seen()), { timeout: 20_000 }).toBe(true);
    return seen();
  }
  const bar = (share: number): Promise<void> =>
    table().evaluate((element, to) => {
      element.scrollTop = to * (element.scrollHeight - element.clientHeight);
    }, share);

  test('the last and the first row are reached by key', async () => {
    expect(await table().getAttribute('aria-rowcount')).toBe(String(STATES + 1));
    await table().focus();
    await page.keyboard.press('End');
    await until(({ last, isWhole }) => last === STATES && isWhole);
    await page.keyboard.press('Home');
    await until(({ first, isWhole }) => first === 1 && isWhole);
  });

  test('a page and a turn of the wheel move by a page and by a turn, wherever one is', async () => {
    for (const share of [0, 0.37, 0.999]) {
      await bar(share);
      const at = await until(
        ({ first, isWhole }) => isWhole && Math.abs(first / STATES - share) < 0.001,
      );
      const rows = at.last - at.first + 1;
      await table().focus();
      await page.keyboard.press('PageDown');
      const paged = await until(({ top, isWhole }) => isWhole && top > at.top + rows / 2);
      expect(paged.top - at.top).toBeLessThanOrEqual(rows + 8);
      await table().hover();
      await page.mouse.wheel(0, 10 * ROW);
      await until(({ top, isWhole }) => isWhole && Math.abs(top - paged.top - 10) < 0.2);
      await page.mouse.wheel(0, -10 * ROW);
      await until(({ top, isWhole }) => isWhole && Math.abs(top - paged.top) < 0.2);
    }
  });

  test('the bar leads to as much of the list, and to both ends', async () => {
    for (const share of [0.25, 0.5, 1, 0.75, 0]) {
      await bar(share);
      await until(
        ({ first, last, isWhole }) =>
          isWhole &&
          (share === 1 ? last === STATES : share === 0 ? first === 1 : true) &&
          Math.abs(first / STATES - share) < 0.0001,
      );
    }
  });

  test('whoever comes back finds the rows where they were', async () => {
    await bar(0.6);
    const before = await until(({ first }) => Math.abs(first / STATES - 0.6) < 0.0001);
    await page.locator(`[aria-rowindex="${before.first + 6}"] a`).click();
    await page.getByRole('complementary', { name: 'Why' }).waitFor();
    await until(({ first, isWhole }) => isWhole && Math.abs(first - before.first) <= 1);
    await page.getByRole('link', { name: 'Outlook', exact: true }).click();
    await table().waitFor({ state: 'detached' });
    await page.goBack();
    await until(({ first, isWhole }) => isWhole && Math.abs(first - before.first) <= 1);
  });
});
