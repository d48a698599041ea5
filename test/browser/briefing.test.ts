import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';
import { complete } from './views.js';

/** Alder would open its books if only that came before keeping them closed. */
const FIRMS = `situation "Two firms"
actor A "Alder" { option open "Open its books"  prefers { B.show  not open  open if B.show } }
actor B "Birch" { option show "Open its books"  prefers { A.open  show } }
scenario both "Both open their books" = A.open and B.show
`;

describe.skipIf(CHROMIUM === null)('the briefing on the first screen', { timeout: 180_000 }, () => {
  const workbench = atWorkbench();

  // One page goes from case to case: to load it takes longer than most of what is looked at.
  let page: Page;
  beforeAll(async () => {
    page = await workbench.browser.newPage();
  });

  async function open(kase: string, width = 1440): Promise<void> {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${workbench.address}#/overview?case=${kase}`);
    await complete(page);
  }

  test('its map fits its frame, and can be made larger than that', async () => {
    await open('korea-2018');
    const map = page.getByRole('region', { name: 'Where it leads' });
    await map.locator('svg').waitFor();
    const over = (): Promise<number> => map.evaluate((one) => one.scrollWidth - one.clientWidth);
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(over, { message: String(width) }).toBe(0);
      const cut = (): Promise<number> =>
        map.evaluate((one) => {
          const frame = one.getBoundingClientRect();
          return [...one.querySelectorAll('text, rect')].filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < frame.left - 1 || right > frame.right + 1;
          }).length;
        });
      await expect.poll(cut, { message: String(width) }).toBe(0);
    }
    await page.getByRole('button', { name: 'Larger' }).click();
    await expect.poll(over).toBeGreaterThan(0);
  });

  test('a lever shows what would become of it beside what is, and can be kept', async () => {
    await open('korea-2018');
    await page.getByText('“War and regime change” in the United States', { exact: true }).click();
    const after = page.getByRole('region', { name: /^With “War and regime change”/ });
    await after.getByText('Outcomes, and how each party fares').waitFor();
    await complete(page);
    const before = page.getByRole('region', { name: 'As it stands', exact: true });
    expect(await before.innerText()).toContain('Open North between the powers');
    expect(await after.innerText()).toContain('Talks between the Koreas');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Before and after' }).click();
    expect(
      await page.evaluate(() => document.activeElement?.textContent.startsWith('As it stands')),
    ).toBe(true);
    await page.getByRole('button', { name: 'Keep as a variant' }).click();
    await page.getByRole('link', { name: 'Compare it with the text as it stands' }).click();
    await page.getByText('What they come to').waitFor();
  });

  test('an outcome of the map leads to why it holds, and the map can be had as a file', async () => {
    await open('elmira');
    const map = page.getByRole('region', { name: 'Where it leads' });
    await map.getByRole('link', { name: /accepts a changed order/ }).click();
    await page.getByRole('complementary', { name: 'Why' }).waitFor();
    const saved = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const svg = String(await saved('Save as SVG'));
    expect(svg).toMatch(/^<svg xmlns/);
    expect(svg).not.toContain('href=');
    expect((await saved('Save as PNG')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('a change of what somebody wants shows what would become of it, and can be kept', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${workbench.address}#/`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    const file = { name: 'firms.standoff', mimeType: 'text/plain', buffer: Buffer.from(FIRMS) };
    await (await chooser).setFiles(file);
    await page.getByText('“Both open their books” by a change', { exact: true }).click();
    const after = page.getByRole('region', { name: /^With “Both open their books”/ });
    await after.getByText('It ends in “Both open their books”').waitFor();
    expect(
      await page.getByRole('region', { name: 'As it stands', exact: true }).innerText(),
    ).not.toContain('ends in “Both open their books”');
    await page.getByRole('button', { name: 'Keep as a variant' }).click();
    await page.getByRole('link', { name: 'Compare it with the text as it stands' }).waitFor();
  });

  test('by another standard all of it is told anew, as the address says', async () => {
    await open('cuban-missile-crisis');
    const brief = page.getByRole('region', { name: 'In brief', exact: true });
    await brief.getByText('It ends in “The missiles go under blockade”').waitFor();
    await brief.getByRole('button', { name: 'Judged by' }).click();
    await page.getByRole('option', { name: 'at once' }).click();
    await brief.getByText('It goes round without an end, through 4 states').waitFor();
    expect(page.url()).toContain('standard=at-once');
  });

  test('a small situation is drawn with all its states and moves, a large one says that it is not', async () => {
    await open('elmira', 390);
    await page.getByText('All states and moves', { exact: true }).click();
    const graph = page.getByRole('region', { name: 'All states and moves' });
    await graph.getByRole('link', { name: 'Uniroyal delays, council insists' }).first().waitFor();
    expect(await graph.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await page.goto(`${workbench.address}#/overview?case=garrison-diversion`);
    await page.getByText('at most 16 states; this one has 23').waitFor();
  });

  test('a joint step is drawn as made', async () => {
    await open('stag-hunt');
    await page
      .getByText(/^the first hunter and the second hunter together$/i)
      .first()
      .click();
    const after = page.getByRole('region', { name: /together$/ });
    await after.getByText('then, together:').waitFor();
  });
});
