import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { leaveBrowser, serve, takeBrowser } from './chromium.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** The workbench as a static site. */
function serveWorkbench(): ReturnType<typeof serve> {
  const folder = inject('app');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return serve(
    new Map(
      files.map((file) => {
        const name = path.relative(folder, file);
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
        return [`/${name === 'index.html' ? '' : name}`, { type, body: readFileSync(file) }];
      }),
    ),
  );
}

/** The workbench as it is served, and a browser to look at it with, for the tests of one block. */
export function atWorkbench(): { readonly browser: Browser; readonly address: string } {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    site = await serveWorkbench();
    browser = await takeBrowser();
  }, 120_000);
  afterAll(async () => {
    await leaveBrowser(browser);
    site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get address() {
      return site.address;
    },
  };
}
