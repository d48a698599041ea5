import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from '@standoff/questions';
import { parseSituation } from '@standoff/language/parse';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { THOROUGH } from '../thorough.js';

/** A machine that does much else is slow. */
const SLOW = { timeout: 20_000 };

const root = fileURLToPath(new URL('../..', import.meta.url));
const chicken = readFileSync(path.join(root, 'cases/chicken/chicken.standoff'), 'utf8');
/** Red would rather give way than anything else. */
const meek = chicken.replace('  prefers {\n', '  prefers {\n    swerve\n');

/** Where to put pictures, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

describe.skipIf(CHROMIUM === null)('variants, and what differs between texts', () => {
  const workbench = atWorkbench();
  // One page for what takes little, with what was kept before; others have a browser of their own.
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
    page = await open(await newContext());
  }, 120_000);
  beforeEach(() => errors.splice(0));

  const newContext = async (): Promise<BrowserContext> =>
    withDrawers(await workbench.browser.newContext({ viewport: { width: 1440, height: 900 } }));

  async function open(context: BrowserContext): Promise<Page> {
    const opened = await context.newPage();
    opened.on('pageerror', ({ message }) => errors.push(message));
    await compareChicken(opened);
    return opened;
  }

  async function compareChicken(of: Page): Promise<void> {
    await of.goto(`${workbench.address}#/compare?case=chicken`);
    await card(of, 'Variants kept beside the case').waitFor();
  }

  async function write(page: Page, text: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  }

  const card = (page: Page, title: string): Locator =>
    page.getByRole('region', { name: title, exact: true });
  const variants = (page: Page): Locator =>
    card(page, 'Variants kept beside the case').getByRole('listitem');

  async function keep(page: Page, name: string): Promise<void> {
    const list = card(page, 'Variants kept beside the case');
    await list.getByLabel('Name', { exact: true }).fill(name);
    await list.getByRole('button', { name: 'Keep this text', exact: true }).click();
    await list.getByRole('heading', { name, exact: true }).waitFor();
  }

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  test('a what-if is kept, compared, opened, taken back and still there after a reload', async () => {
    await card(page, 'What they come to').getByText('Nothing differs').waitFor();
    await keep(page, 'As published');

    await write(page, meek);
    const conclusions = card(page, 'What they come to');
    await conclusions.getByText(/differs?, /).waitFor();
    const told = await conclusions.innerText();
    const [before, after] = [chicken, meek].map((text) => parseSituation(text).model!);
    const { models, steps } = compare([
      { name: 'before', model: before },
      { name: 'after', model: after },
    ]);
    expect(models.map(({ equilibria }) => equilibria)).not.toEqual([1, 1]);
    const row = (label: string): Promise<string> =>
      conclusions.getByRole('row').filter({ hasText: label }).innerText();
    expect(await row('States that would hold')).toMatch(
      new RegExp(`changed[^]*\\s${models[0].equilibria}\\s+${models[1].equilibria}$`),
    );
    expect(await row('all concepts')).toMatch(/Blue alone swerves[^]*gone[^]*all concepts\s+–$/);
    expect(told).not.toContain('Crash');
    expect(steps[0].differences).toHaveLength(1);
    const differences = card(page, 'What differs in the models');
    await differences.getByText('What the Red driver wants').waitFor();
    expect(await differences.getByText('changes a conclusion').count()).toBe(1);
    const lines = card(page, 'What differs in the texts');
    expect(await lines.locator('ins').allInnerTexts()).toEqual(['+     swerve']);
    expect(await lines.locator('del').count()).toBe(0);
    await picture(page, 'chicken-1440');
    expect(await violationsOn(page)).toEqual([]);

    // The variant is put in the place of the text, in one step.
    await page.getByRole('button', { name: 'Open “As published” as the text' }).click();
    await page.getByText('“As published” is now the text of the situation.').waitFor();
    await card(page, 'What they come to').getByText('Nothing differs').waitFor();
    expect(await page.locator('.cm-content').innerText()).not.toMatch(/\n\s*swerve\n/);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await conclusions.getByText(/differs?, /).waitFor();

    // Sent and reloaded, the address shows the same.
    await page.getByRole('button', { name: 'Compare “As published”' }).click();
    await expect.poll(() => page.url(), SLOW).toMatch(/from=now&to=[0-9a-f]{8}/);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await conclusions.getByText(/differs?, /).waitFor();
    expect(await row('all concepts')).toMatch(/Blue alone swerves[^]*new[^]*–\s+all concepts$/);
    expect(await variants(page).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  test.runIf(THOROUGH)(
    'variants are renamed, removed and put back; two tabs show the same',
    async () => {
      const context = await newContext();
      const [one, two] = [await open(context), await open(context)];
      await keep(one, 'First');
      await keep(one, 'Second');
      await variants(two).getByRole('heading', { name: 'Second' }).waitFor();
      await two.getByRole('button', { name: 'Name and note of “First”' }).click();
      const form = variants(two).locator('form');
      await form.getByLabel('Name').fill('Another name');
      await form.getByLabel('Note').fill('as told by the mediator');
      await form.getByRole('button', { name: 'Keep' }).click();
      await variants(one).getByText('as told by the mediator').waitFor();

      await one.getByRole('button', { name: 'Remove “Another name”' }).click();
      await expect.poll(() => variants(two).count(), SLOW).toBe(1);
      await one.getByText('“Another name” is removed.').waitFor();
      await card(one, 'Variants kept beside the case')
        .getByRole('button', { name: 'Undo' })
        .click();
      await expect
        .poll(() => variants(two).getByRole('heading').allInnerTexts(), SLOW)
        .toEqual(['Another name', 'Second']);

      // From any view, by keyboard.
      await one.goto(`${workbench.address}#/overview?case=chicken`);
      await one.getByRole('button', { name: 'Keep this text as a variant' }).press('Enter');
      const dialog = one.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Third');
      await one.keyboard.press('Enter');
      await dialog.getByText('Kept as “Third”.').waitFor();
      expect(await violationsOn(one)).toEqual([]);
      await one.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await variants(two).getByRole('heading', { name: 'Third' }).waitFor();
      expect(errors).toEqual([]);
    },
  );

  test('what has no answer is told by its name, and the present text may be mended', async () => {
    await compareChicken(page);
    await write(page, chicken.replace('actor Red', 'actor'));
    await page.getByText('The text as it stands has errors (line 11: ').waitFor();
    await keep(page, 'Broken');
    await write(page, meek);
    await page.getByRole('button', { name: 'Compare “Broken”' }).click();
    const conclusions = card(page, 'What they come to');
    await conclusions.getByText('Broken has no answer').waitFor();
    await conclusions
      .getByText(/^Line \d+: /)
      .first()
      .waitFor();
    await picture(page, 'wrong-1440');

    // A variant that is not here, and a file that was read before the page was left.
    await page.goto(`${workbench.address}#/compare?case=chicken&from=now&to=0123abcd`);
    await page.getByText('is not kept with this case').waitFor();
    await page.goto(`${workbench.address}#/compare?case=chicken&from=now&to=file:other.standoff`);
    await page.getByText('“other.standoff” was read from the disk').waitFor();
    expect(errors).toEqual([]);
  });

  test.runIf(THOROUGH)('a file from the disk, and a series of four side by side', async () => {
    const own = await open(await newContext());
    const files = own.waitForEvent('filechooser');
    await own.getByRole('button', { name: 'A file…' }).click();
    await (
      await files
    ).setFiles({ name: 'meek red.standoff', mimeType: 'text/plain', buffer: Buffer.from(meek) });
    const conclusions = card(own, 'What they come to');
    await conclusions
      .getByRole('columnheader', { name: 'File meek red.standoff' })
      .first()
      .waitFor();
    for (const [k, asOf] of ['2001-01-01', '2002-01-01'].entries()) {
      await write(own, meek.replace('situation "Chicken"', `situation "Chicken" as of ${asOf}`));
      await keep(own, `Series ${k + 1}`);
    }
    await write(own, chicken);
    for (let k = 0; k < 2; k++)
      await own.getByRole('button', { name: 'One more beside them' }).click();
    const columns = (): Promise<number> =>
      conclusions.getByRole('table').first().getByRole('columnheader').count();
    await own.getByText('“The text as it stands” is left out below').waitFor();
    await expect.poll(columns, SLOW).toBe(1 + 3);
    await write(
      own,
      chicken.replace(/prefers \{\n(?=[^}]*Red)/, (begun) => `${begun}    swerve\n`),
    );
    await expect.poll(columns, SLOW).toBe(1 + 4);
    await own.getByText('of different dates: the earlier stands first').waitFor();
    await picture(own, 'series-1440');
    await own.setViewportSize({ width: 390, height: 844 });
    await own.emulateMedia({ colorScheme: 'dark' });
    await own.getByRole('button', { name: 'Answers', exact: true }).click();
    await picture(own, 'series-390-dark');
    expect(await violationsOn(own)).toEqual([]);
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(errors).toEqual([]);
  });

  test('a variants.json that cannot be used is told and left as it is', async () => {
    await compareChicken(page);
    await keep(page, 'Kept before');
    const stored = '{"schema":"standoff/variants/7","variants":[]}';
    await page.evaluate(replaceStored, { name: 'chicken', text: stored });
    await page.reload();
    await page
      .getByRole('alert')
      .filter({ hasText: 'of the form “standoff/variants/7”' })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Keep this text', exact: true }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(replaceStored, { name: 'chicken', text: null })).toBe(stored);
    expect(errors).toEqual([]);
  });
});

/** In the page: what the browser keeps as variants.json of a case, replaced where a text is given. */
function replaceStored({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string | null;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('standoff', 1);
    opening.onerror = () => reject(new Error('not opened'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('cases', 'readwrite');
      const cases = transaction.objectStore('cases');
      const reading = cases.get(name) as IDBRequest<{ files: Record<string, string> }>;
      reading.onsuccess = () => {
        const { files } = reading.result;
        if (text !== null) cases.put({ name, files: { ...files, 'variants.json': text } });
        transaction.oncomplete = () => resolve(files['variants.json']);
      };
    };
  });
}
