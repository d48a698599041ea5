import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Evidence from '@standoff/evidence';
import type * as Readers from '@standoff/evidence/read';
import { EXPECTED, FILES, WHOLE } from '../../packages/evidence/test/reading/five-files.js';
import { CHROMIUM, leaveBrowser, serve, takeBrowser } from './chromium.js';

declare const evidence: typeof Evidence & typeof Readers;

const PAGE =
  '<!doctype html><script type="module">globalThis.evidence = { ...await import("/index.js"), ...await import("/read.js") }</script>';

/** The readers as a browser gets them: two doors, and a chunk for each library when it is wanted. */
async function chunks(): Promise<Map<string, { type: string; body: string }>> {
  const door = (name: string): string =>
    fileURLToPath(new URL(`../../packages/evidence/src/${name}.ts`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [door('index'), door('read')],
    outdir: '/',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    conditions: ['standoff-source'],
  });
  return new Map(
    outputFiles.map(({ path, text }) => [path, { type: 'text/javascript', body: text }]),
  );
}

describe.skipIf(CHROMIUM === null)('texts read in a real Chromium', () => {
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const files = await chunks();
    server = await serve(files.set('/', { type: 'text/html', body: PAGE }));
    browser = await takeBrowser();
    page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => 'evidence' in globalThis);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    server.close();
  });

  it.each(WHOLE)('%s', async (format) => {
    const shown = await page.evaluate(
      async ({ format, bytes }) => {
        const { readText, paragraphText } = evidence;
        const text = await readText(Uint8Array.from(bytes), { format });
        return text.paragraphs.map((p) => `${p.number} ${p.kind} ${paragraphText(text, p)}`);
      },
      { format, bytes: [...FILES[format]] },
    );
    expect(shown).toEqual(EXPECTED);
  });
});
