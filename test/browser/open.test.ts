import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import {
  buildOpenCommand,
  type OpenCommand,
  type OpenedApart,
} from '../../packages/workbench/test/server/command.js';
import { CHROMIUM, leaveBrowser, serve, takeBrowser, withDrawers } from './chromium.js';
import { THOROUGH } from '../thorough.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(CHROMIUM === null)('standoff open', () => {
  let command: OpenCommand;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let folder: string;
  let file: string;
  let server: OpenedApart;
  /** What the pages complained of: a policy that is broken, an error that nobody caught. */
  let complaints: string[] = [];

  // A process, since it is killed. One server of one case, and one page at it: to start the one and to load the other takes longer
  // than most of what is looked at.
  beforeAll(async () => {
    command = buildOpenCommand();
    cpSync(inject('app'), command.app, { recursive: true });
    browser = await takeBrowser();
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-open-'));
    file = path.join(folder, 'chicken.standoff');
    copyFileSync(path.join(root, 'cases/chicken/chicken.standoff'), file);
    server = await command.open([folder]);
    context = await withDrawers(
      await browser.newContext({ viewport: { width: 1440, height: 900 } }),
    );
    await context.clock.install();
    page = await open();
  }, 180_000);
  afterAll(async () => {
    await leaveBrowser(browser);
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    command.remove();
  });
  beforeEach(() => {
    complaints = [];
  });

  /** The page, as the server that runs now gives it. */
  async function open(): Promise<Page> {
    const given = await context.newPage();
    given.on('pageerror', ({ message }) => complaints.push(message));
    given.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await given.goto(server.address);
    await given.getByRole('heading', { name: 'In brief' }).waitFor();
    return given;
  }

  const onDisk = (): string => readFileSync(file, 'utf8');
  const inFile = (words: string): Promise<void> =>
    vi.waitFor(() => expect(onDisk()).toContain(words), { timeout: 10_000 });

  /** Types a comment at the end of the text. */
  async function type(page: Page, words: string): Promise<void> {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(`\n# ${words}`);
  }

  const shown = (page: Page, words: string): Promise<void> =>
    page.locator('.cm-content').getByText(words).waitFor();
  const banner = (page: Page, words: string): Promise<void> =>
    page.getByRole('alert').getByText(words).waitFor();

  test('what is typed is on the disk a moment later, under the strict policy', async () => {
    // The token is nowhere that it could be copied from by accident.
    expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
    await page.getByRole('heading', { name: 'Chicken' }).waitFor();
    const before = onDisk();
    await type(page, 'typed in the page');
    await inFile('# typed in the page');
    expect(onDisk().startsWith(before.trimEnd())).toBe(true);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await shown(page, 'typed in the page');
    expect(complaints).toEqual([]);
  });

  test('what another program writes is taken over, or offered where one has typed', async () => {
    writeFileSync(file, `${onDisk()}# by another program\n`);
    await shown(page, 'by another program');
    expect(await page.getByRole('alert').count()).toBe(0);

    // Both change the text within the moment before it is saved.
    await type(page, 'mine');
    writeFileSync(file, `${onDisk()}# theirs\n`);
    await banner(page, 'was changed elsewhere');
    // Nor is it written once that moment has passed.
    await page.clock.fastForward(1_500);
    await page.getByText('Changed elsewhere', { exact: true }).waitFor();
    expect(onDisk()).toContain('# theirs');
    expect(onDisk()).not.toContain('# mine');
    await page.getByRole('button', { name: 'Show the difference' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('del').getByText('theirs').waitFor();
    await dialog.locator('ins').getByText('mine').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Take the other text' }).click();
    await shown(page, 'theirs');
    expect(await page.locator('.cm-content').innerText()).not.toContain('# mine');

    // What was given up can be had back.
    await page.getByRole('button', { name: 'Undo' }).click();
    await inFile('# mine');
    expect(complaints).toEqual([]);
  });

  test('a file that was gone is no longer said to be when it is back', async () => {
    const before = onDisk();
    rmSync(file);
    await type(page, 'meanwhile');
    await banner(page, 'The file is gone');
    writeFileSync(file, before);
    await inFile('# meanwhile');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);

    // Nor where the page was opened without it.
    rmSync(file);
    await page.reload();
    await banner(page, 'cannot be opened');
    writeFileSync(file, before);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'In brief' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a server that is killed and started again is found, and nothing is lost', async () => {
    await server.end('SIGKILL');
    await banner(page, 'of this page does not answer');
    await type(page, 'while nobody listened');
    // It was tried.
    await page.getByText('Not saved', { exact: true }).waitFor();
    expect(onDisk()).not.toContain('while nobody listened');
    expect(await page.locator('.cm-content').innerText()).toContain('while nobody listened');

    server = await command.open([folder]);
    await inFile('# while nobody listened');
    await page.getByText('Saved', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('alert').count(), { timeout: 10_000 }).toBe(0);

    // Changed by another program while the server was away, and nothing typed: taken over.
    await server.end('SIGKILL');
    await banner(page, 'of this page does not answer');
    writeFileSync(file, `${onDisk()}# meanwhile\n`);
    server = await command.open([folder]);
    await shown(page, 'meanwhile');
    expect(complaints).toEqual([]);
  });

  test('what is typed and not saved survives that the page is closed too', async () => {
    await server.end('SIGKILL');
    await banner(page, 'of this page does not answer');
    await type(page, 'kept in the browser');
    await page.close();
    server = await command.open([folder]);
    page = await open();
    await shown(page, 'kept in the browser');
    await inFile('# kept in the browser');
  });

  test.runIf(THOROUGH)('what two pages had not saved is kept for each of them', async () => {
    const pages = [page, await open()];
    await server.end('SIGKILL');
    for (const [k, one] of pages.entries()) {
      await banner(one, 'of this page does not answer');
      await type(one, `kept for page ${k}`);
    }
    for (const one of pages) await one.close();
    server = await command.open([folder]);
    const later = await open();
    await shown(later, 'kept for page 1');
    await inFile('# kept for page 1');
    // The other one was made from a text that is not stored any more: nothing is lost, and one decides.
    const earlier = await open();
    await shown(earlier, 'kept for page 0');
    await banner(earlier, 'was changed elsewhere');
    await earlier.getByRole('button', { name: 'Keep mine' }).click();
    await inFile('# kept for page 0');
    await later.close();
    page = earlier;
  });

  test.runIf(THOROUGH)('two pages of one case follow each other', async () => {
    const [one, two] = [page, await open()];
    await type(one, 'from the first');
    await shown(two, 'from the first');
    await type(two, 'from the second');
    await shown(one, 'from the second');
    await inFile('# from the second');
    expect(onDisk()).toContain('# from the first');
    for (const each of [one, two]) expect(await each.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a variant is a file beside the case; what another program makes of it is told', async () => {
    const variants = path.join(folder, 'variants.json');
    await page.goto(`http://127.0.0.1:${server.port}/#/compare`);
    const list = page.getByRole('region', { name: 'Variants kept beside the case' });
    await list.getByLabel('Name', { exact: true }).fill('As published');
    await list.getByLabel('Note').fill('kept in the page');
    await page.keyboard.press('Enter');
    await list.getByText('Kept as “As published”.').waitFor();
    const kept = readFileSync(variants, 'utf8');
    expect(JSON.parse(kept)).toMatchObject({
      schema: 'standoff/variants/1',
      variants: [{ name: 'As published', note: 'kept in the page', text: onDisk() }],
    });

    writeFileSync(variants, kept.replace('As published', 'Renamed by hand'));
    await list.getByRole('heading', { name: 'Renamed by hand' }).waitFor();
    writeFileSync(variants, kept.slice(0, -3));
    await list.getByRole('alert').getByText('variants.json is not JSON').waitFor();
    expect(await list.getByRole('button', { name: 'Keep this text' }).count()).toBe(0);
    expect(readFileSync(variants, 'utf8')).toBe(kept.slice(0, -3));
    writeFileSync(variants, kept);
    await list.getByRole('heading', { name: 'As published' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a page of another server can neither read the case nor frame it', async () => {
    const base = `http://127.0.0.1:${server.port}`;
    // At another port of this machine, so that the browser sends the cookie along.
    const site = await serve(
      new Map([
        ['/', { type: 'text/html', body: `<!doctype html><iframe src="${base}/"></iframe>` }],
      ]),
    );
    const other = await context.newPage();
    await other.goto(site.address);
    const read = await other.evaluate(
      (address) =>
        fetch(address, { credentials: 'include' }).then(
          () => 'read',
          () => 'refused',
        ),
      `${base}/api/case`,
    );
    expect(read).toBe('refused');
    expect(other.frames()).toHaveLength(2);
    expect(await other.frames()[1].content()).not.toContain('id="app"');
    expect(server.errors()).toMatch(/refused GET \/api\/case: 403/);
    expect(server.errors()).toMatch(/refused GET \/: 403/);
    site.close();
  });
});
