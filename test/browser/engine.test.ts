import { fileURLToPath } from 'node:url';
import { stabilityKernel } from '@standoff/engine';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, leaveBrowser, serve, takeBrowser } from './chromium.js';
import { digits, gameOf, LARGE, RECIPES, resultsOf, type EnginePage } from './engine-results.js';

declare const enginePage: EnginePage;

/** For a browser: a Node built-in anywhere in the engine would make this fail. */
async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['standoff-source'],
  });
  return outputFiles[0].text;
}

it('the engine bundles for a browser without anything of Node', async () => {
  expect(await bundle('engine-page.ts')).not.toMatch(/from "node:|require\("/);
});

describe.skipIf(CHROMIUM === null)('in a real Chromium', () => {
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;
  const failures: string[] = [];

  beforeAll(async () => {
    const script = { type: 'text/javascript' };
    server = await serve(
      new Map([
        [
          '/',
          {
            type: 'text/html',
            body: '<!doctype html><script type="module" src="/page.js"></script>',
          },
        ],
        ['/page.js', { ...script, body: await bundle('engine-page.ts') }],
        ['/worker.js', { ...script, body: await bundle('engine-worker.ts') }],
      ]),
    );
    browser = await takeBrowser();
    page = await browser.newPage();
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(server.address);
    await page.waitForFunction(() => 'enginePage' in globalThis);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    server.close();
    expect(failures).toEqual([]);
  });

  it('verdicts, coalitions, relations, distances and explanations are those of Node, bit for bit', async () => {
    const there = await page.evaluate(() => enginePage.all());
    expect(there).toEqual(JSON.parse(JSON.stringify(RECIPES.map(resultsOf))));
  });

  it('Web Workers on shared memory give the same, and tell how far they are', async () => {
    const { shared, verdicts, reports } = await page.evaluate(() => enginePage.inWorkers());
    expect(shared).toBe(true);
    const game = gameOf(LARGE);
    const kernel = stabilityKernel(game);
    const here = (['Nash', 'GMR', 'SMR', 'SEQ'] as const).flatMap((concept) =>
      game.ranks.map((_, i) => digits(kernel(i, concept))),
    );
    expect(verdicts.length).toBe(here.length);
    expect(verdicts.every((list, k) => list === here[k])).toBe(true);
    expect(reports).toBeGreaterThan(3);
  });

  it('work that is cancelled ends, and the workers can be used again', async () => {
    const { code, after } = await page.evaluate(() => enginePage.cancelled());
    expect(code).toBe('cancelled');
    const game = gameOf(LARGE);
    const kernel = stabilityKernel(game);
    expect(after).toEqual(game.ranks.map((_, i) => digits(kernel(i, 'Nash'))));
  });
});
