import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { sampled } from '../thorough.js';

/** What is looked at: an address, and what stands there once it is complete. */
const SCREENS = [
  { name: 'the start page', address: '', wait: 'h1' },
  {
    name: 'the overview, with the model',
    address: '#/overview?case=korea-2018',
    wait: 'text=Where it leads',
  },
  {
    name: 'the overview, with a reason',
    address: '#/overview?case=korea-2018&state=479463&actor=NK&concept=SEQ',
    wait: 'text=Stable under every concept.',
  },
  {
    name: 'the states',
    address: '#/states?case=korea-2018',
    wait: '[role=row][aria-rowindex="9"]',
  },
] as const;

describe.skipIf(CHROMIUM === null)('what axe finds in the workbench', () => {
  const workbench = atWorkbench();
  // One page goes from screen to screen: the text is read once.
  let page: Page;
  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
  });

  for (const { name, address, wait } of SCREENS)
    for (const colorScheme of sampled(['light', 'dark'] as const, 2))
      test(`nothing in ${name}, ${colorScheme}`, { timeout: 120_000 }, async () => {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${workbench.address}${address}`);
        await page.locator(wait).first().waitFor({ timeout: 60_000 });
        if (address !== '') await page.locator('.cm-content').waitFor();
        expect(await violationsOn(page)).toEqual([]);
      });
});
