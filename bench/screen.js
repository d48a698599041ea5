/**
 * How soon the page shows: the first screen cold, and the briefing redrawn after a key stroke that changes a
 * preference, and the frames while all states are scrolled, in a real Chromium; of several versions of the program by turns, in one run.
 *
 *   node bench/screen.js [--case cases/korea-2018] [--line 'not US.attack'] [--times 20] [--cold 3] [ROOT …]
 *
 * ROOT is the folder of a built version; this one when left out. The line is the first with these words: it is
 * commented out and in again.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    case: { type: 'string', default: 'cases/korea-2018' },
    line: { type: 'string', default: 'not US.attack' },
    times: { type: 'string', default: '20' },
    cold: { type: 'string', default: '3' },
  },
});
const roots = positionals.length > 0 ? positionals : [resolve(import.meta.dirname, '..')];
const places = JSON.parse(
  readFileSync(new URL('../test/browser/places.json', import.meta.url), 'utf8'),
);
const executablePath = [process.env.CHROMIUM ?? '', ...places].find((one) => existsSync(one));

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
});
const versions = [];
try {
  for (const root of roots) versions.push(await opened(resolve(root)));
  for (let k = 0; k < Number(values.cold); k++)
    for (const version of versions) version.cold.push(await firstScreen(version));
  for (const version of versions) await placeCursor(version.page);
  for (let k = 0; k < Number(values.times); k++)
    for (const version of versions)
      version.strokes.push(await stroke(version.page, k % 2 === 0 ? '#' : 'Backspace'));
  for (const version of versions) version.frames = await scrolled(version.page);
  for (const { root, cold, strokes, frames } of versions) {
    console.log(root);
    console.log(`  first screen, cold:               ${told(cold)}`);
    console.log(`  key stroke to the briefing drawn: ${told(strokes.map(({ drawn }) => drawn))}`);
    console.log(`  key stroke to all of it:          ${told(strokes.map(({ all }) => all))}`);
    console.log(`  a frame while states are scrolled: ${told(frames)}`);
  }
} finally {
  await browser.close();
  for (const { server, folder } of versions) {
    server.kill();
    rmSync(folder, { recursive: true });
  }
}

/** The program serving a copy of the case, since what is typed is saved. */
async function opened(root) {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-screen-'));
  cpSync(values.case, folder, { recursive: true });
  const server = spawn(
    process.execPath,
    [join(root, 'packages/cli/bin/standoff.js'), 'open', folder, '--no-browser'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise((found) => {
    server.stdout.on('data', (data) => {
      const [url] = /http:\/\/\S+/.exec(String(data)) ?? [];
      if (url) found(url);
    });
  });
  return {
    root,
    folder,
    server,
    address,
    page: null,
    context: null,
    cold: [],
    strokes: [],
    frames: [],
  };
}

/** In a browser that has nothing of the page yet. The address of the program opens one session only. */
async function firstScreen(version) {
  const kept = await version.context?.storageState();
  await version.context?.close();
  version.context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(kept ? { storageState: kept } : {}),
  });
  await version.context.addInitScript(() => {
    const state = { open: { source: true, model: true } };
    localStorage.setItem('standoff:settings', JSON.stringify({ state, version: 0 }));
  });
  version.page = await version.context.newPage();
  // A loaded machine takes as long as it takes.
  version.page.setDefaultTimeout(0);
  await version.page.goto(kept ? version.home : version.address);
  await version.page.waitForFunction(() => performance.getEntriesByName('standoff:shown').length);
  version.home = version.page.url();
  const first = await version.page.evaluate(
    () => performance.getEntriesByName('standoff:shown')[0].startTime,
  );
  await quiet(version.page);
  return first;
}

async function placeCursor(page) {
  const line = page.locator('.cm-line', { hasText: values.line }).first();
  for (let down = 0; (await line.count()) === 0; down += 300)
    await page.locator('.cm-scroller').evaluate((pane, top) => {
      pane.scrollTop = top;
      return new Promise(requestAnimationFrame);
    }, down);
  await line.click();
  // Where the line is wrapped, the first leads to the beginning of a part of it.
  await page.keyboard.press('Home');
  await page.keyboard.press('Home');
}

/** Milliseconds until the briefing is drawn, and until all of it is. */
async function stroke(page, key) {
  await page.evaluate(() => performance.clearMarks());
  await page.keyboard.press(key);
  await page.waitForFunction(() => performance.getEntriesByName('standoff:shown').length);
  await quiet(page);
  return page.evaluate(() => {
    const [changed] = performance.getEntriesByName('standoff:changed');
    const [shown] = performance.getEntriesByName('standoff:shown');
    return {
      drawn: shown.startTime - changed.startTime,
      all: performance.now() - changed.startTime,
    };
  });
}

/** Milliseconds of each frame while the table of all states is scrolled, 400 pixels a frame. */
async function scrolled(page) {
  await page.evaluate(() => (location.hash = '#/states'));
  await page.locator('[role=table] [role=row]').nth(1).waitFor();
  await quiet(page);
  return page.locator('[role=table]').evaluate(async (table) => {
    const times = [];
    for (let last = await new Promise(requestAnimationFrame); times.length < 120;) {
      table.scrollTop += 400;
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  });
}

/** Until nothing is worked out any more. */
async function quiet(page) {
  await page.waitForFunction(
    () =>
      document.querySelector(
        '[data-state]:not([data-state="current"]), [aria-label="being worked out"], [data-goes-on]',
      ) === null,
    undefined,
    { polling: 'raf' },
  );
}

function told(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (k) => `${Math.round(sorted[k])} ms`;
  if (sorted.length === 0) return 'not measured';
  return `median ${ms(Math.floor(sorted.length / 2))} of ${sorted.length} (${ms(0)} to ${ms(sorted.length - 1)})`;
}
