import { spawn } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openedApart, type OpenedApart } from '../../packages/workbench/test/server/command.js';
import { THOROUGH } from '../thorough.js';
import { CHROMIUM, leaveBrowser, takeBrowser, withDrawers } from './chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(CHROMIUM === null || !THOROUGH)('npm run dev', () => {
  let folder: string;
  let file: string;
  let server: OpenedApart;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-dev-'));
    file = path.join(folder, 'chicken.standoff');
    copyFileSync(path.join(root, 'cases/chicken/chicken.standoff'), file);
    browser = await takeBrowser();
    server = await openedApart(
      spawn(process.execPath, [path.join(root, 'scripts/dev.js'), folder, '--json'], {
        env: { ...process.env, XDG_STATE_HOME: path.join(folder, 'state'), NODE_ENV: '' },
      }),
    );
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Saves a source as it is. */
  function save(source: string): void {
    const now = new Date();
    utimesSync(path.join(root, source), now, now);
  }

  const answered = (page: Page): Promise<void> =>
    page.getByText('Answers are up to date').waitFor();

  test('nobody else is given a source', async () => {
    for (const address of ['/', '/src/main.tsx', '/@vite/client'])
      expect((await fetch(new URL(address, server.address))).status).toBe(401);
  });

  test('a case is edited in a page that follows its sources', async () => {
    const page = await withDrawers(
      await browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(server.address);
    await answered(page);

    // A part of the page is put in while the page stays.
    await page.evaluate(() => document.body.setAttribute('data-stays', ''));
    const part = page.waitForResponse(/grounds-card\.tsx\?t=/);
    save('packages/workbench/src/views/overview/grounds-card.tsx');
    expect((await part).status()).toBe(200);
    expect(await page.locator('body').getAttribute('data-stays')).toBe('');

    // What another package works out is loaded anew, in the workers too.
    const loaded = page.waitForEvent('load');
    save('packages/engine/src/stability.ts');
    await loaded;
    await answered(page);

    appendFileSync(file, '# by another program\n');
    await page.locator('.cm-content').getByText('by another program').waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# typed in the page');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('# typed in the page'), {
      timeout: 10_000,
    });
    expect(complaints).toEqual([]);
    expect(await server.end('SIGINT')).toBe(0);
  }, 180_000);
});
