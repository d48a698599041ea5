import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

/** In the page: questions reach no worker until they are let through. */
const HOLD = `
  const post = Worker.prototype.postMessage;
  const held = [];
  globalThis.holding = true;
  Worker.prototype.postMessage = function (message, ...more) {
    const send = () => post.call(this, message, ...more);
    if (globalThis.holding && message.type === 'ask') held.push(send);
    else send();
  };
  globalThis.letThrough = () => {
    globalThis.holding = false;
    for (const send of held.splice(0)) send();
  };
`;

describe.skipIf(CHROMIUM === null)('what is being worked out', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    await page.addInitScript(HOLD);
    await page.goto(`${workbench.address}#/overview?case=chicken`);
  }, 120_000);

  const answers = (): Locator => page.locator('#pane-answers');
  const strip = (): Locator =>
    answers()
      .getByRole('status')
      .filter({ hasText: /Working|Stopped/ });
  const said = (words: string): Locator => page.locator('header').getByText(words, { exact: true });
  const letThrough = (): Promise<unknown> => page.evaluate('letThrough()');
  const hold = (): Promise<unknown> => page.evaluate('holding = true');

  /** At the end of the text. */
  async function type(words: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(words);
  }

  test('is told above every view as long as nothing is answered, with the time and a way to stop it', async () => {
    const views = new Set<string>();
    const groups = answers().getByRole('list').first().getByRole('link');
    await groups.first().waitFor();
    for (const group of await groups.all()) {
      await group.click();
      // The views of the group before stand there until this one is shown.
      await expect.poll(() => group.getAttribute('aria-current')).not.toBeNull();
      for (const view of await answers().getByRole('list').nth(1).getByRole('link').all()) {
        await view.click();
        views.add(await view.innerText());
        await strip().getByRole('button', { name: 'Stop' }).waitFor();
        expect(await strip().innerText()).toMatch(/^Working out · \d+ s\s+Stop$/);
        expect(await said('Working out').count()).toBe(1);
        expect(await page.getByText('Answers are up to date').count()).toBe(0);
      }
    }
    expect(views.size).toBe(22);
    expect(await violationsOn(page)).toEqual([]);
  }, 120_000);

  test('is stopped, says so, and is worked out when it is asked again', async () => {
    await page.goto(`${workbench.address}#/coalitions?case=chicken`);
    await strip().getByRole('button', { name: 'Stop' }).click();
    await said('Stopped; not all is worked out').waitFor();
    expect(await answers().getByText('Stopped: not worked out.').count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    // It stays so for as long as the text does, whatever one looks at meanwhile.
    await answers().getByRole('link', { name: 'Stakeholders' }).click();
    await answers().getByRole('link', { name: 'Coalitions' }).click();
    await answers().getByText('Stopped: not worked out.').waitFor();
    await strip().getByRole('button', { name: 'Work it out' }).click();
    await said('Working out').waitFor();
    await letThrough();
    await said('Answers are up to date').waitFor();
    await expect.poll(() => strip().count()).toBe(0);
    expect(await answers().getByText('Stopped').count()).toBe(0);
  });

  test('leaves what was answered before, marked as of the text before', async () => {
    const old = answers().getByText('Of the text before your last change.');
    // What one points at stays where it is.
    const places = (): Promise<number[]> =>
      answers()
        .locator('h3, a, td')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(await old.count()).toBe(0);
    const before = await places();
    await hold();
    // It changes the model, and no answer that is looked at.
    await type('\nevent 1955-10-30 "The film is shown"');
    await old.first().waitFor();
    await strip().waitFor();
    expect(await places()).toEqual(before);
    await said('Working out').waitFor();
    await strip().getByRole('button', { name: 'Stop' }).click();
    await answers().getByText('Stopped: not worked out.').waitFor();
    expect(await old.count()).toBe(1);
    await strip().getByRole('button', { name: 'Work it out' }).click();
    await letThrough();
    await said('Answers are up to date').waitFor();
    await expect.poll(() => old.count()).toBe(0);
  });

  test('is nothing where the text has errors: what stands there is of the last without', async () => {
    await type('\nactor');
    await answers().getByText('Of the last text without errors.').waitFor();
    await said('The text has errors; answers are of the last one without').waitFor();
    expect(await strip().count()).toBe(0);
    await page.reload();
    await answers()
      .getByText('The text has errors, so that there is nothing to show yet')
      .waitFor();
  });
});
