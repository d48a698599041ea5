import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

const ARTICLE = `Two towns and a bridge

By Ada Rook

4 March 2021

The bridge over the Lenn has joined Northbank and Southbank for ninety years.

Southbank warned that it would close the road on its side if a single coin was taken.
`;

describe.skipIf(CHROMIUM === null)('a file opened on the start page', () => {
  const workbench = atWorkbench();
  let page: Page;

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
  }, 120_000);

  beforeEach(async () => {
    await page.goto(`${workbench.address}#/`);
    await page.getByRole('button', { name: 'Open a file' }).waitFor();
  });

  async function give(name: string, text: string, button = 'Open a file'): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
  }

  const written = (): Promise<string> => page.locator('.cm-content').innerText();

  test('is the source of a new case where it is a text', async () => {
    await give('bridge.txt', ARTICLE);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { name: 'Two towns and a bridge', level: 1 }).waitFor();
    expect(await written()).toContain('source bridge "Two towns and a bridge" {');
    expect(await written()).toContain('published 2021-03-04');
    expect(await written()).not.toMatch(/^actor/m);
    // It stays with the case.
    await page.reload();
    await page.getByText('Southbank warned that it would close').first().waitFor();
  });

  test('is taken where it is dropped too, and what is no file is not', async () => {
    const drop = (fill: string): Promise<boolean> =>
      page.evaluate(
        ([what, text]) => {
          const dataTransfer = new DataTransfer();
          if (what === 'file') dataTransfer.items.add(new File([text], 'bridge.txt'));
          else dataTransfer.items.add(text, 'text/plain');
          const on = document.querySelector('main')!;
          const given = { bubbles: true, cancelable: true, dataTransfer };
          on.dispatchEvent(new DragEvent('dragover', given));
          return !on.dispatchEvent(new DragEvent('drop', given));
        },
        [fill, ARTICLE],
      );
    expect(await drop('words')).toBe(false);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await drop('file')).toBe(true);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { name: 'Two towns and a bridge', level: 1 }).waitFor();
  });

  test('is a case as a package, with its text or without', async () => {
    await give('bridge.txt', ARTICLE);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByText('Southbank warned that it would close').first().waitFor();
    for (const form of ['.zip', '.zip, no texts']) {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export for other programs' }).click();
      await page.getByRole('button', { name: form, exact: true }).click();
      const file = await (await saved).path();
      await page.goto(`${workbench.address}#/`);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open a file' }).click();
      const given = { name: 'case.zip', mimeType: 'application/zip', buffer: readFileSync(file) };
      await (await chooser).setFiles(given);
      await page.getByRole('heading', { name: 'Two towns and a bridge', level: 1 }).waitFor();
      const text = page.getByText('Southbank warned that it would close');
      if (form === '.zip') await text.first().waitFor();
      else expect(await text.count()).toBe(0);
    }
    await page.goto(`${workbench.address}#/`);
    await give('case.zip', 'no archive');
    await page.getByRole('alert').waitFor();
  });

  test('is of another program: what had to be chosen is told before a case is made of it', async () => {
    await give('well.csv', 'decision maker,option,1,2\nNorth,Pump,Y,N\nrank,North,1,2\n');
    const dialog = page.getByRole('dialog', { name: 'Read well.csv' });
    await dialog.getByText('The file does not say where things stand').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make a case of it' }).click();
    await page.getByRole('heading', { name: 'well', level: 1 }).waitFor();
    // And out again.
    await page.getByRole('button', { name: 'Export for other programs' }).click();
    const out = page.getByRole('dialog', { name: 'Export for other programs' });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      out.getByRole('button', { name: '.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('well.csv');
    expect(readFileSync(await saved.path(), 'utf8')).toContain('North,Pump,both,N,Y');
    await out.getByText('Saved as well.csv.').waitFor();
  });

  test('is of another program and damaged: the place is told, and nothing is made', async () => {
    await give('well.csv', 'decision maker,option,1\nNorth,Pump,maybe\n');
    const dialog = page.getByRole('dialog', { name: 'Read well.csv' });
    await dialog.getByText('line 2, column 3: expected Y or N, found "maybe"').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Open a file' }).waitFor();
  });

  test('is asked about where its name and what is written in it disagree', async () => {
    await give('bridge.md', 'situation "The bridge"\n');
    const dialog = page.getByRole('dialog', { name: 'What is it?' });
    await dialog.getByText('a situation is written in it').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Open it as a situation' }).click();
    await page.getByRole('heading', { name: 'The bridge', level: 1 }).waitFor();
    await page.locator('#pane-source').getByText('names no source').waitFor();
    await give('article.txt', ARTICLE, 'Add a source');
    await page.locator('#pane-source').getByText('Southbank warned').waitFor();
    expect(await written()).toContain('source article "Two towns and a bridge" {');

    await page.goto(`${workbench.address}#/`);
    await give('article.standoff', ARTICLE);
    await dialog.getByText('none is written in it').waitFor();
    await dialog.getByRole('button', { name: 'Begin a new case with it' }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    // The dialog shows the beginning of the text too: only the case has it as its title.
    await page.getByRole('heading', { name: 'Two towns and a bridge', level: 1 }).waitFor();
    await page.getByText('Southbank warned that it would close').first().waitFor();
  });

  test('is told where it cannot be read, and leaves no case behind', async () => {
    await give('empty.txt', '');
    await page.getByRole('alert').getByText('The file is empty.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Open a file' }).waitFor();
    expect(await page.getByRole('link', { name: 'empty' }).count()).toBe(0);
  });
});
