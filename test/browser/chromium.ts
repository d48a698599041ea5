import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keptFor } from '../../packages/workbench/server/app-files.js';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = JSON.parse(
  readFileSync(new URL('places.json', import.meta.url), 'utf8'),
) as string[];

/** The program to start; null: there is none, so that tests in a browser have to be skipped. */
export const CHROMIUM =
  [process.env['CHROMIUM'] ?? '', ...places].find((place) => place !== '' && existsSync(place)) ??
  null;

let shared: Promise<Browser> | null = null;

/**
 * A Chromium without a window that talks to nobody but the tests. It is one for all files of tests that
 * run in a process, since to start it takes longer than many of them; it ends with the process. Nothing is
 * left of a context that is closed, so that none of the files sees what another did.
 */
export async function takeBrowser(): Promise<Browser> {
  const running = await shared;
  if (!running?.isConnected()) shared = launch();
  return shared!;
}

/** Closes all that was opened in it. */
export async function leaveBrowser(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM!,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What a key scrolls to is there at once.
      '--disable-smooth-scrolling',
    ],
  });
}

/** For a reader who has the source and the model open beside the answers, which at first they are not. */
export async function withDrawers<Of extends Page | BrowserContext>(of: Of): Promise<Of> {
  await of.addInitScript(() => {
    const open = { source: true, model: true };
    // A frame without an address of its own keeps nothing.
    if (!location.protocol.startsWith('http')) return;
    if (localStorage.getItem('standoff:settings') === null)
      localStorage.setItem('standoff:settings', JSON.stringify({ state: { open }, version: 0 }));
  });
  return of;
}

/** Files by path, served on this machine only, isolated so that pages may share memory with workers. */
export async function serve(
  files: ReadonlyMap<string, { readonly type: string; readonly body: string | Uint8Array }>,
): Promise<{ readonly address: string; close(): void }> {
  const server: Server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    response.writeHead(file ? 200 : 404, {
      'Content-Type': file?.type ?? 'text/plain',
      'Cache-Control': keptFor(url),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(file?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
