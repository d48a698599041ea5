import path from 'node:path';
import { applyEdits, type EditResult } from '@standoff/language';
import {
  moveStatement,
  supposeOpposite,
  removeStatement,
  setPerhaps,
  setPrevails,
  setWants,
} from '@standoff/language/edit';
import { parseSituation } from '@standoff/language/parse';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { KOREA as korea } from './korea.js';
import { atWorkbench } from './site.js';
import { THOROUGH } from '../thorough.js';

/** Where to put pictures, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

describe.skipIf(CHROMIUM === null)('the preferences of Korea', { timeout: 120_000 }, () => {
  const workbench = atWorkbench();

  async function open(hash = '', look = {}): Promise<Page> {
    const context = await withDrawers(
      await workbench.browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...look,
      }),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${workbench.address}#/preferences?case=korea-2018${hash}`);
    const small = page.viewportSize()!.width < 800;
    if (small) await page.getByRole('button', { name: 'Answers', exact: true }).click();
    await page.getByText('levels.').waitFor();
    return page;
  }

  const rows = (page: Page): Locator =>
    page.getByRole('grid', { name: 'Statements' }).getByRole('row');
  const ids = (page: Page): Promise<string[]> =>
    rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  const headline = (page: Page): Locator =>
    page.getByRole('region', { name: 'What this change did' }).getByRole('status');
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  };

  /** The text of the case as the browser has stored it; the bundled one where it has not. */
  const stored = async (page: Page): Promise<string> =>
    (await page.evaluate<string | null>(`new Promise((resolve) => {
      const opening = indexedDB.open('standoff');
      opening.onsuccess = () => {
        const reading = opening.result.transaction('cases').objectStore('cases').get('korea-2018');
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result?.files.situation ?? null);
        };
      };
    })`)) ?? korea;
  const becomes = (page: Page, text: string): Promise<void> =>
    expect.poll(() => stored(page), { timeout: 15_000 }).toBe(text);

  const edited = (result: EditResult): string => {
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(korea, result.edits);
  };
  /** What the statements of an actor say, in order, as the language reads the text. */
  const statementsOf = (text: string, actor: string): string[] => {
    const { preference } = parseSituation(text).model!.actors.find(({ id }) => id === actor)!;
    return preference.form !== 'statements'
      ? []
      : preference.items.flatMap((item) => (item.item === 'statement' ? [item.text] : []));
  };
  const lines = (text: string): string[] => text.split('\n').sort();
  const focused = (page: Page): Promise<string> =>
    page.evaluate(
      () =>
        document.activeElement?.closest('[role=row]')?.getAttribute('aria-label') ??
        document.activeElement?.outerHTML.slice(0, 120) ??
        '',
    );

  // One page for what takes little: to load it and to rank the states of Korea takes longer.
  let page: Page;
  beforeAll(async () => {
    page = await open('&whose=US/change');
  }, 120_000);

  test.runIf(THOROUGH)(
    'a statement is dragged with the mouse: the text changes by as much, what it did is told, and it is undone',
    async () => {
      const page = await open();
      expect(await headline(page).innerText()).toContain('Nothing has been changed yet');
      const before = await ids(page);
      const from = (await rows(page).nth(5).boundingBox())!;
      const to = (await rows(page).nth(1).boundingBox())!;
      await page.mouse.move(from.x + 12, from.y + 12);
      await page.mouse.down();
      // The list says where it would go before one lets go.
      await expect
        .poll(async () => {
          await page.mouse.move(to.x + 60, to.y + 9);
          await page.mouse.move(to.x + 60, to.y + 3);
          return page.locator('[data-drop-target]').count();
        })
        .toBeGreaterThan(0);
      await page.mouse.up();
      const text = edited(moveStatement(korea, 'NK.6', { before: 'NK.2' }));
      await becomes(page, text);
      expect(lines(text)).toEqual(lines(korea));
      expect(statementsOf(text, 'NK')[1]).toBe(statementsOf(korea, 'NK')[5]);
      await expect
        .poll(() => ids(page))
        .toEqual([before[0], before[5], ...before.slice(1, 5), ...before.slice(6)]);
      await expect.poll(() => headline(page).innerText()).toMatch(/outcomes? would/);
      const told = page.getByRole('region', { name: 'What changed in detail' });
      expect(await told.innerText()).toContain('now counts for more than 4 statements');
      await picture(page, 'dragged');
      expect(await violationsOn(page)).toEqual([]);

      // The reason stands in the why panel, and the same preference stays in view.
      await told
        .getByRole('link', { name: /^Why, for North Korea/ })
        .first()
        .click();
      await page
        .getByRole('complementary', { name: 'Why' })
        .getByText('North Korea')
        .first()
        .waitFor();
      expect(page.url()).toContain('actor=NK');
      await picture(page, 'dragged-why');

      await page.getByRole('link', { name: 'China, SEQ' }).click();
      expect(page.url()).toContain('actor=CN');
      expect(await ids(page)).toContain(before[0]);

      await page.getByRole('heading', { name: 'What it wants' }).click();
      await page.keyboard.press('Control+z');
      await becomes(page, korea);
      await expect.poll(() => ids(page)).toEqual(before);
      await page.context().close();
    },
  );

  test.runIf(THOROUGH)(
    'the same by keyboard: the handle, and Alt with an arrow; the focus stays on what is moved',
    async () => {
      const page = await open();
      const before = await ids(page);
      await page
        .getByRole('button', { name: /North Korea/ })
        .first()
        .focus();
      for (let k = 0; k < 4 && !(await focused(page)).startsWith('Not “Go to war'); k++)
        await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(before[0]);
      for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('slot'))).toBe('drag');
      await page.keyboard.press('Enter');
      // Said by the list: where it would go.
      const target = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      await expect.poll(target).toMatch(/^Insert/);
      for (let k = 0; k < 14 && !(await target()).startsWith(`Insert between ${before[0]}`); k++)
        await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await becomes(page, edited(moveStatement(korea, 'NK.6', { before: 'NK.2' })));
      await expect
        .poll(() => ids(page))
        .toEqual([before[0], before[5], ...before.slice(1, 5), ...before.slice(6)]);
      await expect.poll(() => headline(page).innerText()).toMatch(/outcomes? would/);
      expect(await focused(page)).toBe(before[5]);

      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(async () => (await ids(page)).indexOf(before[5])).toBe(2);
      await expect.poll(() => focused(page)).toBe(before[5]);
      // Faster than they are read: the second waits for the first.
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(async () => (await ids(page)).indexOf(before[5])).toBe(4);
      await page.keyboard.press('Alt+ArrowDown');
      await becomes(page, korea);
      await expect.poll(() => focused(page)).toBe(before[5]);

      // The buttons do the same, and keep the focus too.
      const down = page.getByRole('button', { name: 'Move statement 6 down', exact: true });
      await down.focus();
      await page.keyboard.press('Enter');
      await becomes(page, edited(moveStatement(korea, 'NK.6', { after: 'NK.7' })));
      await expect.poll(() => focused(page)).toBe(before[5]);
      // What the keys go to is not behind the bar.
      for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowDown');
      await expect
        .poll(() =>
          page.evaluate(
            () =>
              document.activeElement!.getBoundingClientRect().bottom -
              document.querySelector('[class*=bar]:has(h3)')!.getBoundingClientRect().top,
          ),
        )
        .toBeLessThanOrEqual(1);
      await page.context().close();
    },
  );

  test('what decides nothing is said to have changed nothing', async () => {
    await page.getByRole('button', { name: 'Move statement 5 up', exact: true }).click();
    await expect
      .poll(() => headline(page).innerText())
      .toBe('Nothing changed: nobody ranks any state otherwise than before.');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await becomes(page, korea);
  });

  test('a statement is negated, doubted, rewritten, grounded otherwise, removed and added; a refusal is shown', async () => {
    await page.goto(`${workbench.address}#/preferences?case=korea-2018&whose=CN`);
    await expect.poll(() => rows(page).count()).toBe(8);
    const menu = async (place: number, item: string): Promise<void> => {
      await page.getByRole('button', { name: `Change statement ${place}`, exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu(5, 'What if it wanted the opposite?');
    const supposed = edited(supposeOpposite(korea, 'CN.5'));
    await becomes(page, supposed);
    // To be seen for what it is: nothing is cited for it any more.
    await rows(page).nth(4).getByText('what if, uncited').waitFor();
    await rows(page).nth(4).getByText('because what if: the opposite').waitFor();
    expect(await rows(page).nth(4).getByRole('link', { name: '@' }).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await becomes(page, korea);
    await menu(7, 'Perhaps');
    const perhaps = edited(setPerhaps(korea, 'CN.7', { percent: null }));
    await becomes(page, perhaps);
    await rows(page).nth(6).getByText('perhaps').waitFor();
    await menu(7, 'Strongly');
    await rows(page).nth(6).getByText('strongly').waitFor();
    await page.keyboard.press('Control+z');
    await becomes(page, perhaps);
    await page.keyboard.press('Control+z');
    await becomes(page, korea);

    await menu(6, 'Edit');
    const dialog = page.getByRole('dialog', { name: 'Statement 6' });
    const wants = dialog.getByLabel('It wants');
    await wants.fill('enforce and');
    await wants.press('Enter');
    await dialog.getByText(/^Not done: /).waitFor();
    expect(await stored(page)).toBe(korea);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'refused');
    // Nothing but the view itself is scrolled by what is focused in it.
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('#pane-answers, #pane-answers *')]
          .filter((one) => getComputedStyle(one).overflowY === 'hidden' && one.scrollTop > 0)
          .map(({ className }) => className),
      ),
    ).toEqual([]);
    await wants.fill('enforce');
    await wants.press('Enter');
    const enforced = edited(setWants(korea, 'CN.6', 'enforce'));
    await becomes(page, enforced);
    await dialog.getByRole('button', { name: 'Take @cogan:P4 away' }).click();
    await expect.poll(() => stored(page)).not.toBe(enforced);
    const { preference } = parseSituation(await stored(page)).model!.actors.find(
      ({ id }) => id === 'CN',
    )!;
    expect(
      preference.form === 'statements' &&
        preference.items[5].item === 'statement' &&
        preference.items[5].evidence.map(({ paragraphs }) => paragraphs?.from),
    ).toEqual([8]);
    // The button that had the focus is gone: the focus stays in the dialog.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null))
      .toBe(true);
    // The first Escape closes the hint of the button that has the focus now, if it is shown.
    await expect
      .poll(async () => {
        if ((await dialog.count()) > 0) await page.keyboard.press('Escape');
        return dialog.count();
      })
      .toBe(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await becomes(page, korea);

    await menu(8, 'Remove');
    await becomes(page, edited(removeStatement(korea, 'CN.8')));
    await expect.poll(() => rows(page).count()).toBe(7);
    const add = page.getByLabel('Add a statement');
    await add.fill('not (JP.rearm');
    await add.press('Enter');
    await page.getByText(/^Not done: /).waitFor();
    await add.fill('not JP.rearm');
    await add.press('Enter');
    await expect.poll(() => rows(page).count()).toBe(8);
    await expect
      .poll(async () => statementsOf(await stored(page), 'CN').at(-1))
      .toBe('not JP.rearm');
  });

  test.runIf(THOROUGH)(
    'a faction is assumed to prevail, and what is typed in the text is told as well',
    async () => {
      const page = await open('&whose=US/change');
      await page.clock.install();
      await page.getByRole('button', { name: 'Assume that it prevails' }).click();
      await becomes(page, edited(setPrevails(korea, 'US', 'change')));
      const told = page.getByRole('region', { name: 'What changed in detail' });
      await told.getByText('Who prevails in the United States').waitFor();
      await expect.poll(() => headline(page).innerText()).toMatch(/outcomes? would/);
      await picture(page, 'prevails');

      // A comment is no change; a constraint is one.
      await page.clock.fastForward(1_600);
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('# a remark');
      await expect.poll(async () => (await stored(page)).endsWith('# a remark')).toBe(true);
      expect(await told.innerText()).toContain('Who prevails in the United States');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.type('never NK.realign ');
      await told.getByText('Constraint: new: “never NK.realign”').waitFor();
      await told.getByText('There are other states than before').waitFor();
      await picture(page, 'typed');
      await page.context().close();
    },
  );
});
