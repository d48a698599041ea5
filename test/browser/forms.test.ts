import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from './chromium.js';
import { serveWorkbench } from './site.js';

/** Where to put pictures of the forms, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

const KOREA = readFileSync(
  new URL('../../cases/korea-2018/korea.standoff', import.meta.url),
  'utf8',
);

describe.skipIf(CHROMIUM === null)('the forms', () => {
  let browser: Browser;
  let site: { readonly address: string; close(): void };
  let page: Page;
  let model: Locator;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await serveWorkbench();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${site.address}#/overview?case=korea-2018`);
    model = page.locator('#pane-model');
    await model.getByRole('radio', { name: 'Forms' }).click();
    await model.getByRole('button', { name: /^Actors/ }).waitFor();
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  const picture = async (name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  };

  /** The text of the situation, as the other way to show the model has it. */
  const written = async (): Promise<string> => {
    await model.getByRole('radio', { name: 'Text' }).click();
    await model.locator('.cm-content').waitFor();
    const text = await page.evaluate(() => {
      const { view } = (
        document.querySelector('.cm-content') as unknown as {
          cmTile?: { view: { state: { doc: { toString(): string } } } };
          cmView?: { view: { state: { doc: { toString(): string } } } };
        }
      ).cmTile!;
      return view.state.doc.toString();
    });
    await model.getByRole('radio', { name: 'Forms' }).click();
    await model.getByRole('button', { name: /^Actors/ }).waitFor();
    return text;
  };

  test('begin with the sections folded', async () => {
    await picture('folded');
    expect(await model.getByRole('listitem').count()).toBe(0);
    expect(await written()).toBe(KOREA);
  });
});
