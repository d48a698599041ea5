import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, serve } from './chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where to put pictures of the views, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The views as the list of views has them; its components need a browser. */
const VIEWS = [
  ...readFileSync(path.join(root, 'packages/workbench/src/views/index.ts'), 'utf8').matchAll(
    /id: '([a-z]+)'/g,
  ),
].map(([, id]) => id);

describe.skipIf(CHROMIUM === null)('every view, of Korea', () => {
  let browser: Browser;
  let site: { readonly address: string; close(): void };

  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'standoff-views-'));
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
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  test.each(
    VIEWS.flatMap((view) => [
      { view, colorScheme: 'light' as const, width: 1440, height: 900 },
      { view, colorScheme: 'dark' as const, width: 390, height: 844 },
    ]),
  )(
    '$view, $colorScheme, $width wide: nothing that axe objects to, no error',
    async ({ view, colorScheme, width, height }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.goto(`${site.address}#/${view}?case=korea-2018`);
      if (width < 800) await page.getByRole('button', { name: 'Answers', exact: true }).click();
      await page.locator('[data-state="current"]').first().waitFor({ timeout: 90_000 });
      // What is still being worked out says so.
      await page.waitForFunction(
        () =>
          document.querySelector('[aria-label="being worked out"], [role="progressbar"]') === null,
        undefined,
        { timeout: 90_000 },
      );
      expect(await page.getByRole('note').filter({ hasText: 'No answer' }).count()).toBe(0);
      if (PICTURES !== undefined)
        await page.screenshot({ path: path.join(PICTURES, `${view}-${width}.png`) });
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const found = await axe.run();
        return found.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
      });
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
    200_000,
  );
});
