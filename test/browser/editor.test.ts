import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from './chromium.js';
import { serveWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('the editor of the workbench', () => {
  let browser: Browser;
  let site: { readonly address: string; close(): void };
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await serveWorkbench();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${site.address}#/overview?case=chicken`);
    await page.locator('.cm-content').waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  const line = (words: string) => page.locator('.cm-line', { hasText: words }).first();

  test('words are coloured by their kind', async () => {
    await expect.poll(() => line('worst for Red').locator('.cm-standoff-keyword').count()).toBe(3);
    expect(await line('Chicken: two cars').locator('.cm-standoff-comment').count()).toBe(1);
  });

  test('behind an actor and a dot its options are offered, and taken with Enter', async () => {
    await line('worst for Blue').click();
    await page.keyboard.press('End');
    await page.keyboard.type('\nnever Red.');
    const offered = page.locator('.cm-tooltip-autocomplete li');
    // What was offered for the beginning of a line may still be there for a moment.
    await expect
      .poll(() => offered.allInnerTexts())
      .toEqual([expect.stringMatching(/^swerve\s*Swerve$/)]);
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await expect.poll(() => line('never Red').innerText()).toBe('never Red.swerve');

    await page.keyboard.type(' @');
    await expect
      .poll(() => offered.allInnerTexts())
      .toEqual([expect.stringMatching(/^fang1993\s*Interactive Decision Making/)]);
    await page.keyboard.press('Escape');
    for (let k = 0; k < '\nnever Red.swerve @'.length; k++) await page.keyboard.press('Backspace');
  });

  test('a name under the pointer says what it stands for', async () => {
    await line('worst for Red').locator('span', { hasText: 'crash' }).last().hover();
    const told = page.locator('.cm-lsp-hover-tooltip');
    await told.waitFor();
    expect((await told.innerText()).split('\n')).toEqual(['scenario crash', 'Crash']);
  });

  test('F12 goes to where a name is given', async () => {
    await line('worst for Red').locator('span', { hasText: 'crash' }).last().click();
    await page.keyboard.press('F12');
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toMatch(/^scenario crash/);
  });

  test('a mistake is told once, and mended with a click', async () => {
    await line('worst for Blue').click();
    await page.keyboard.press('End');
    await page.keyboard.type('\nnever Red.swreve ');
    const wrong = page.locator('.cm-lintRange-error');
    await wrong.waitFor();
    expect(await wrong.count()).toBe(1);
    await wrong.hover();
    await page.locator('.cm-diagnostic').waitFor();
    expect(await page.locator('.cm-diagnostic').count()).toBe(1);
    await page.getByRole('button', { name: 'Write Red.swerve instead of Red.swreve' }).click();
    await expect.poll(() => line('never Red').innerText()).toBe('never Red.swerve ');
    await expect.poll(() => wrong.count()).toBe(0);
  });

  test('nothing was thrown on the way', () => expect(errors).toEqual([]));
});
