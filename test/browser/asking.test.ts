import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('the next question', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
  });
  const answered = (): Promise<void> =>
    page.locator('#pane-answers [data-state="current"]').first().waitFor({ timeout: 90_000 });

  test('an answer is given in the text, settles what it said, and is undone', async () => {
    await page.goto(`${workbench.address}#/ask?case=korea-2018`);
    await answered();
    await page.getByText('In 24 worlds, all there are').waitFor();
    const doubt = page.getByRole('listitem').filter({
      has: page.getByRole('heading', {
        name: /Does North Korea want.*Dismantle the nuclear arsenal.* if .*Assure Pyongyang/,
      }),
    });
    await doubt.getByText('What each answer would settle').click();
    await doubt.getByRole('button', { name: 'Write it down as certain' }).click();
    await page.getByText(/Done in the text: took “perhaps” off NK\.\d+\./).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // Half of the worlds are gone, and with them the question.
    await page.getByText('In 12 worlds, all there are').waitFor({ timeout: 90_000 });
    expect(await doubt.count()).toBe(0);

    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await page.getByText('In 24 worlds, all there are').waitFor({ timeout: 90_000 });
    expect(await page.getByText('Done in the text').count()).toBe(0);
  }, 200_000);

  test('a statement in question leads to its place in the text', async () => {
    await page
      .getByRole('link', { name: /Lift Washington’?'?s sanctions.* if .*Change sides/ })
      .first()
      .click();
    expect(page.url()).toMatch(/element=US\./);
    await page.locator('.cm-content').getByText('NK.realign').first().waitFor();
  });
});
