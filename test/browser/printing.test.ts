import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { call } from '../../packages/cli/test/in-process.js';
import { openHere } from '../../packages/workbench/test/server/command.js';
import { CHROMIUM } from './chromium.js';
import { printedPages } from './printed-pages.js';
import { atWorkbench } from './site.js';
import { THOROUGH } from '../thorough.js';
import { complete } from './views.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(CHROMIUM === null)('printing', () => {
  const workbench = atWorkbench();
  let context: BrowserContext;
  let page: Page;
  let folder: string;
  /** What the page complained of: a policy that is broken, an error that nobody caught. */
  let complaints: string[];

  // One page goes from case to case: to load it takes longer than most of what is looked at.
  beforeAll(async () => {
    context = await workbench.browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await newPage(context);
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-printing-'));
    complaints = [];
  });
  afterEach(() => {
    expect(complaints).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });

  async function newPage(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return page;
  }

  /** A view with all its answers. */
  async function show(address: string): Promise<void> {
    await page.goto(address);
    await complete(page);
  }

  const printed = async (of = page): Promise<string> => (await printedPages(of)).join(' ');

  /** Downloads a form of the report, and has the command check it. */
  async function checked(button: string, of = page): Promise<string> {
    const [download] = await Promise.all([
      of.waitForEvent('download'),
      of.getByRole('button', { name: button, exact: true }).click(),
    ]);
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout, stderr } = await call(['report', '--verify', path.basename(file)], {
      cwd: folder,
    });
    return stdout + stderr;
  }

  test.runIf(THOROUGH)(
    'the report of Korea is printed whole, and nothing but it',
    async () => {
      await show(`${workbench.address}#/report?case=korea-2018`);
      const pages = await printedPages(page);
      expect(pages[0]).toContain('Korean peninsula, April 2018');
      expect(pages[1]).toContain(`2 / ${pages.length}`);
      const text = pages.join(' ');
      for (const heading of ['In brief', 'What would hold', 'How this was made'])
        expect(text).toContain(heading);
      expect(text).not.toContain('Answers are up to date');
      expect(text).not.toContain('Print or save as PDF');
    },
    200_000,
  );

  test('what the app saves is what the command makes', async () => {
    await show(`${workbench.address}#/report?case=euphrates-1975-misperception`);
    expect(await checked('HTML')).toMatch(/: the same\. All \d+ sections/);
    expect(await checked('Markdown')).toMatch(/: the same\. All \d+ sections/);
  }, 200_000);

  test('the table of factions is printed with all its columns', async () => {
    await show(`${workbench.address}#/factions?case=korea-2018`);
    const table = page
      .getByRole('region', { name: 'Each combination of factions' })
      .getByRole('table');
    const heads = await table.getByRole('columnheader').allTextContents();
    const cells = await table.locator('tbody').getByRole('cell').allTextContents();
    // The first of a row is its heading, which has none of its own.
    expect(heads).toHaveLength(4);
    expect(cells).toHaveLength(4 * 4);
    // Words are broken where a column is narrow.
    const close = (text: string): string => text.replaceAll(/\s/g, '');
    const text = close(await printed());
    for (const words of [...heads, ...cells]) expect(text).toContain(close(words));
    const verdicts = (words: string): number => words.match(/wouldnot/g)?.length ?? 0;
    expect(verdicts(text)).toBe(verdicts(close(cells.join(' '))));
  }, 200_000);

  test('links in the report lead to their place, and the address stays', async () => {
    await show(`${workbench.address}#/report?case=chicken`);
    const address = page.url();
    await page.getByRole('link', { name: 'How this was made', exact: true }).click();
    expect(page.url()).toBe(address);
    await page.waitForFunction(() => {
      const sheet = document.querySelector('[data-report]')!.shadowRoot!;
      const top = sheet.getElementById('making')!.getBoundingClientRect().top;
      return top >= 0 && top < 600;
    });
  });

  test('the report is shown and printed under the policy of the server', async () => {
    copyFileSync(
      path.join(root, 'cases/elmira/elmira.standoff'),
      path.join(folder, 'elmira.standoff'),
    );
    const opened = await openHere([folder], {
      app: inject('app'),
      state: path.join(folder, 'state'),
    });
    const own = await workbench.browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const page = await newPage(own);
      await page.goto(opened.address);
      await page.getByRole('heading', { name: 'In brief' }).waitFor();
      await page.evaluate(() => (location.hash = '#/report'));
      await page.locator('[data-report]').waitFor({ timeout: 60_000 });
      const [font, least] = await page.evaluate(() => {
        const sheet = document.querySelector('[data-report]')!.shadowRoot!;
        const drawing = sheet.querySelector<HTMLElement>('.drawing');
        return [
          getComputedStyle(sheet.querySelector('.report')!).maxWidth,
          drawing && getComputedStyle(drawing).getPropertyValue('--least'),
        ];
      });
      expect(font).toBe('1088px');
      expect(least).toMatch(/^\d+px$/);
      expect(await printed(page)).toContain('In brief');
      expect(await checked('HTML', page)).toContain('the same');
    } finally {
      // First the page, or it complains that the server is gone.
      await own.close();
      await opened.close();
    }
  }, 120_000);

  test('views are printed whole and dark on white, without what operates them', async () => {
    for (const view of ['overview', 'states', 'coalitions', 'ask']) {
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.goto(`${workbench.address}#/${view}?case=elmira`);
      await page
        .locator(`[aria-current="page"][href*="#/${view}?"]`)
        .waitFor({ state: 'attached' });
      await complete(page);
      const headings = await page.locator('#pane-answers section h3').allTextContents();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const seen = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        // Nothing is cut off by a box that would scroll on a screen.
        cut: [...document.querySelectorAll<HTMLElement>('#pane-answers, #pane-answers *')]
          .filter(
            (one) =>
              one.clientHeight > 40 &&
              one.scrollHeight > one.clientHeight + 2 &&
              getComputedStyle(one).overflowY !== 'visible',
          )
          .map((one) => one.outerHTML.slice(0, 120)),
      }));
      expect(seen, view).toEqual({ ground: 'rgb(255, 255, 255)', ink: 'rgb(28, 26, 23)', cut: [] });
      for (const name of ['Views', 'Panes'])
        expect(await page.getByRole('navigation', { name }).count()).toBe(0);
      const text = await printed();
      for (const heading of headings) expect(text, view).toContain(heading.replaceAll(/\s+/g, ' '));
      expect(text).not.toContain('Answers are up to date');
    }
  }, 120_000);
});
