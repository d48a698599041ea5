import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outlook, prepare, scenarios } from '@standoff/analysis';
import { parseSituation } from '@standoff/language';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, serve } from './chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const korea = readFileSync(path.join(root, 'cases/korea-2018/korea.standoff'), 'utf8');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

describe.skipIf(CHROMIUM === null)('the workbench as a static site', () => {
  let browser: Browser;
  let site: { readonly address: string; close(): void };

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'standoff-app-'));
    await build({
      configFile: path.join(root, 'packages/workbench/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder },
    });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    site = await serve(
      new Map(
        files.map((file) => {
          const name = path.relative(folder, file);
          const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
          return [`/${name === 'index.html' ? '' : name}`, { type, body: readFileSync(file) }];
        }),
      ),
    );
    rmSync(folder, { recursive: true, force: true });
    browser = await launch();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  async function open(hash: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${site.address}${hash}`);
    return page;
  }

  test('the first screen says of Korea what the library says, and says it again as one types', async () => {
    const page = await open('#/overview?case=korea-2018');
    await page.getByText('the way ends in').waitFor();
    const prepared = prepare(parseSituation(korea).model!);
    const text = await page.locator('#pane-answers').innerText();
    const [{ improvements, ends }] = outlook(prepared).outlooks;
    expect(text).toContain(`reach ${improvements.states} other states`);
    for (const { nearest } of ends) expect(text).toContain(`#${nearest.state.name.decimal}`);
    for (const { label } of scenarios(prepared).scenarios) expect(text).toContain(label);

    // A comment changes no result, and is a key stroke like any other.
    await page.locator('.cm-content').click();
    const took: number[] = [];
    for (let k = 0; k < 8; k++) {
      const shown = await page.evaluate(
        () => performance.getEntriesByName('standoff:shown').length,
      );
      await page.keyboard.press(k === 0 ? '#' : 'x');
      await page.waitForFunction(
        (before) => performance.getEntriesByName('standoff:shown').length > before,
        shown,
      );
      took.push(
        await page.evaluate(() => {
          const last = (name: string): number =>
            performance.getEntriesByName(name).at(-1)!.startTime;
          return last('standoff:shown') - last('standoff:changed');
        }),
      );
      await page.waitForTimeout(900);
    }
    const sorted = took.map(Math.round).sort((a, b) => a - b);
    console.log(
      `key stroke to first-screen answers, Korea: ${took.map(Math.round).join(', ')} ms; median ${sorted[4]} ms`,
    );
    await page.context().close();
  });
});
