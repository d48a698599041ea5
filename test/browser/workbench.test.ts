import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefing } from '@standoff/questions';
import { prepare } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { THOROUGH } from '../thorough.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const korea = readFileSync(path.join(root, 'cases/korea-2018/korea.standoff'), 'utf8');

/** What stands above the table where no state is filtered away, however thousands are set apart. */
const ALL = /10.?000 states of/;

describe.skipIf(CHROMIUM === null)('the workbench as a static site', () => {
  const workbench = atWorkbench();

  async function open(hash: string): Promise<Page> {
    const context = await withDrawers(
      await workbench.browser.newContext({
        viewport: { width: 1440, height: 900 },
      }),
    );
    const page = await context.newPage();
    await page.goto(`${workbench.address}${hash}`);
    return page;
  }

  /** Waits until all that is shown is of the text as it stands. */
  const quiet = (page: Page): Promise<void> =>
    expect
      .poll(() =>
        page
          .locator('#pane-answers')
          .locator('[data-state]:not([data-state="current"]), [aria-label="being worked out"]')
          .count(),
      )
      .toBe(0);

  test(
    'the first screen says of Korea what the library says, and says it again as one types',
    { timeout: 120_000 },
    async () => {
      const page = await open('#/overview?case=korea-2018');
      await page.getByRole('heading', { name: 'Where it leads' }).waitFor();
      await page.getByText('All outcomes that have a name').click();
      const prepared = prepare(parseSituation(korea).model!);
      const text = await page.locator('#pane-answers').innerText();
      const { ends, elsewhere } = briefing(prepared);
      expect(ends.length).toBeGreaterThan(1);
      for (const { state } of ends) expect(text).toContain(state.name.label);
      for (const { label } of elsewhere) expect(text).toContain(label);

      // A comment changes no result, and is a key stroke like any other.
      await page.locator('.cm-content').click();
      const shown = (): Promise<number> =>
        page.evaluate(() => performance.getEntriesByName('standoff:shown').length);
      for (let k = 0; k < 8; k++) {
        const before = await shown();
        await page.keyboard.press(k === 0 ? '#' : 'x');
        await expect.poll(shown).toBeGreaterThan(before);
        await quiet(page);
      }
      await page.context().close();
    },
  );

  test('a case of the reader is removed only when that is confirmed, and can be saved first', async () => {
    const page = await open('');
    await page.getByRole('button', { name: 'New situation' }).click();
    await page.locator('.cm-content').waitFor();
    await page.goto(workbench.address);
    await page.reload();
    const own = page.getByRole('link', { name: 'situation', exact: true });
    const remove = page.getByRole('button', { name: 'Remove situation' });
    const dialog = page.getByRole('dialog', { name: 'Remove the case?' });
    await remove.click();
    expect(await violationsOn(page)).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the text as a file' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('situation.standoff');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await own.count()).toBe(1);
    await remove.click();
    await dialog.getByRole('button', { name: 'Remove it' }).click();
    await expect.poll(() => own.count()).toBe(0);
    await page.context().close();
  });

  test.runIf(THOROUGH)(
    'the 10 000 states of Korea are scrolled and filtered, with few of them in the page',
    { timeout: 120_000 },
    async () => {
      const page = await open('#/states?case=korea-2018');
      await page.getByText(ALL).waitFor();
      await quiet(page);
      // A frame at a time, as one scrolls.
      const top = await page.locator('[role=table]').evaluate(async (table) => {
        for (let k = 0; k < 120; k++) {
          table.scrollTop += 400;
          await new Promise(requestAnimationFrame);
        }
        return table.scrollTop;
      });
      expect(top).toBeGreaterThan(40_000);
      expect(await page.locator('[role=row]').count()).toBeLessThan(100);

      const words = page.getByLabel('Name, option or number');
      await words.pressSequentially('treaty');
      const count = page.locator('[role=status]', { hasText: /states? of 10.?000/ });
      await expect.poll(() => count.innerText()).not.toMatch(ALL);
      for (let k = 0; k < 6; k++) await words.press('Backspace');
      await expect.poll(() => count.innerText()).toMatch(ALL);
      await page.context().close();
    },
  );
});
