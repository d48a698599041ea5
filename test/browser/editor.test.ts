import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('the editor of the workbench', () => {
  const workbench = atWorkbench();
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.clock.install();
    await page.goto(`${workbench.address}#/overview?case=chicken`);
    // What is offered comes of a worker that is started when somebody first comes to the editor.
    await Promise.all([
      page.waitForEvent('worker', (one) => /language-worker/.test(one.url())),
      page.locator('.cm-content').focus(),
    ]);
  }, 120_000);

  const line = (words: string) => page.locator('.cm-line', { hasText: words }).first();

  test('words are coloured by their kind', async () => {
    await expect.poll(() => line('worst for Red').locator('.cm-standoff-keyword').count()).toBe(3);
    expect(await line('Chicken: two cars').locator('.cm-standoff-comment').count()).toBe(1);
  });

  // Before anything is typed: while that is being read nothing is told of what the pointer is on.
  test('a name under the pointer says what it stands for', async () => {
    const told = page.locator('.cm-lsp-hover-tooltip');
    await line('worst for Red').locator('span', { hasText: 'crash' }).last().hover();
    await told.waitFor();
    expect((await told.innerText()).split('\n')).toEqual(['scenario crash', 'Crash']);
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
    // What has only just been offered is not taken, lest a key meant for the text takes it. What is due
    // in the first stretch of time may offer it once more, which is old after the second.
    for (let k = 0; k < 2; k++) {
      await page.clock.fastForward(500);
      await expect.poll(() => offered.count()).toBe(1);
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => line('never Red').innerText()).toBe('never Red.swerve');

    await page.keyboard.type(' @');
    await expect
      .poll(() => offered.allInnerTexts())
      .toEqual([expect.stringMatching(/^fang1993\s*Interactive Decision Making/)]);
    await page.keyboard.press('Escape');
    for (let k = 0; k < '\nnever Red.swerve @'.length; k++) await page.keyboard.press('Backspace');
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

  describe('in a text longer than the pane', () => {
    beforeAll(async () => {
      await page.goto(`${workbench.address}#/overview?case=sarel-basin&element=Kestrel`);
      await chosen('actor Kestrel').waitFor();
    });

    const chosen = (words: string) => page.locator('.cm-chosen', { hasText: words }).first();
    const scroller = () => page.locator('.cm-scroller');
    const top = () => scroller().evaluate(({ scrollTop }) => Math.round(scrollTop));
    const active = () => page.locator('.cm-activeLine').innerText();

    test('an address leads to its element with the caret, and another one anew', async () => {
      await expect.poll(active).toMatch(/^actor Kestrel/);
      const before = await top();
      expect(before).toBeGreaterThan(1_000);
      await page.evaluate(() => {
        location.hash = location.hash.replace('element=Kestrel', 'element=Belmor');
      });
      await expect.poll(active).toMatch(/^actor Belmor/);
      expect(await top()).toBeLessThan(before - 1_000);
      expect(await line('actor Belmor').isVisible()).toBe(true);
    });

    test('one stays where one types, however often what is typed is read', async () => {
      await line('not dam').click();
      const { y } = (await page.locator('.cm-activeLine').boundingBox())!;
      await page.keyboard.press('End');
      for (const word of ['Nobody', 'Noone']) {
        await page.keyboard.type(`\n${word}.acts `);
        await page.locator('.cm-lintRange-error', { hasText: word }).waitFor();
        await page.keyboard.press('Escape');
      }
      const typed = (await page.locator('.cm-activeLine').boundingBox())!;
      expect(await active()).toContain('Noone.acts');
      expect(typed.y - y).toBeGreaterThan(0);
      expect(typed.y - y).toBeLessThan(3 * typed.height);
    });

    test('one stays where one searches, and replaces', async () => {
      await page.evaluate(() => {
        location.hash = location.hash.replace(/element=.*/, 'element=Avarn');
      });
      await expect.poll(active).toMatch(/^actor Avarn/);
      await line('actor Avarn').click();
      await page.keyboard.press('Control+f');
      await page.getByPlaceholder('Find').pressSequentially('insure iff Kestrel');
      await page.keyboard.press('Enter');
      await page.getByPlaceholder('Replace').pressSequentially('insure iff Nowhere');
      await expect.poll(top).toBeGreaterThan(1_000);
      const before = await top();
      await page.getByRole('button', { name: 'replace', exact: true }).click();
      await page.locator('.cm-lintRange-error', { hasText: 'Nowhere' }).waitFor();
      expect(await top()).toBe(before);
    });

    test('a long line is wrapped, going on further in, and nothing is scrolled sideways', async () => {
      await page.evaluate(() => {
        location.hash = '#/overview?case=sarel-basin&element=Fund';
      });
      const long = line('at least 6 of');
      await long.waitFor();
      const { width, whole, lines, begins, goesOn } = await long.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const rows = new Map<number, number>();
        for (const { top: y, left } of range.getClientRects()) {
          // Words of several kinds stand a little higher or lower in one row.
          const row = Math.round(y / 10);
          rows.set(row, Math.min(rows.get(row) ?? Infinity, left));
        }
        const [first, second] = [...rows].sort(([a], [b]) => a - b).map(([, left]) => left);
        const { clientWidth, scrollWidth } = element.closest('.cm-scroller')!;
        return {
          width: clientWidth,
          whole: scrollWidth,
          lines: rows.size,
          begins: first,
          goesOn: second,
        };
      });
      expect(whole).toBe(width);
      expect(lines).toBeGreaterThan(2);
      expect(goesOn).toBeGreaterThan(begins);
    });

    test('nothing is seen through the line numbers', async () => {
      const ground = await page
        .locator('.cm-gutters')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(ground).not.toBe('rgba(0, 0, 0, 0)');
    });
  });

  test('nothing was thrown on the way', () => expect(errors).toEqual([]));
});
