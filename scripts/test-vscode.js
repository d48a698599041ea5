// npm run test:vscode: the extension in a real VS Code (code-server: the editor of VS Code in a browser)
// without a network: it is installed, the Korean case is opened in Chromium, a mistake is marked,
// something is completed, and the briefing is read.
//
//   npm run test:vscode                    what it needs is installed from npm into a folder of its own
//   npm run test:vscode -- --in FOLDER     into this one, or taken from there; pictures are left in it
//   npm run test:vscode -- --built         with the standoff.vsix that is there
//
// Code-server is 145 MB and runs on Node 22, which comes from npm too: no dependency of the rest.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    in: { type: 'string', default: path.join(tmpdir(), 'standoff-vscode') },
    built: { type: 'boolean', default: false },
  },
});
const place = path.resolve(values.in);
const vsix = path.join(root, 'editors/vscode/standoff.vsix');
const node = path.join(place, 'node_modules/node/bin/node');
const server = path.join(place, 'node_modules/code-server');
const entry = path.join(server, 'out/node/entry.js');
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};
/** A machine under load starts an extension slowly. */
const PATIENCE = Number(process.env.PATIENCE ?? 240_000);

if (!existsSync(path.join(server, 'lib/vscode/node_modules'))) setUp();
if (!values.built)
  execFileSync(process.execPath, [path.join(root, 'scripts/vscode.js')], { stdio: 'inherit' });
const work = mkdtempSync(path.join(tmpdir(), 'standoff-editor-'));
let running;
try {
  const port = await freePort();
  const folder = path.join(work, 'case');
  cpSync(path.join(root, 'cases/korea-2018/korea.standoff'), path.join(folder, 'korea.standoff'));
  const inWork = (name) => path.join(work, name);
  const options = [
    ...['--user-data-dir', inWork('user'), '--extensions-dir', inWork('extensions')],
    ...['--config', inWork('config.yaml')],
  ];
  mkdirSync(inWork('user/User'), { recursive: true });
  // What asks for an account, or takes the keyboard.
  writeFileSync(inWork('user/User/settings.json'), JSON.stringify(SETTINGS));
  execFileSync(node, [entry, ...options, '--install-extension', vsix], { stdio: 'inherit' });
  running = spawn(
    node,
    [
      entry,
      ...options,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      folder,
    ],
    { stdio: 'ignore', env: { ...process.env, PATH: `${path.dirname(node)}:${process.env.PATH}` } },
  );
  await listening(port);
  await drive(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
  console.log('4 passed, 0 failed');
} finally {
  if (running !== undefined) {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill();
    await ended;
  }
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

function setUp() {
  const npm = (args, cwd = place) =>
    execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' });
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), '{ "private": true }\n');
  npm(['install', 'node@22']);
  npm(['install', 'code-server@4.117.0', '--ignore-scripts']);
  npm(['install', '--omit=dev', '--ignore-scripts'], path.join(server, 'lib/vscode'));
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function listening(port) {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`http://127.0.0.1:${port}/healthz`);
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function drive(address) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    page.setDefaultTimeout(PATIENCE);
    // Nothing outside of this machine is asked for.
    await page.route(
      (url) =>
        !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http'),
      (route) =>
        route.request().url().includes('vscode-cdn.net') ? route.continue() : route.abort(),
    );
    const picture = (name) => page.screenshot({ path: path.join(place, `${name}.png`) });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'korea.standoff' })
      .dblclick();
    await page.locator('.view-lines').first().click();
    console.log('the case is open');

    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nnever Nobody.nothing');
    // What is offered meanwhile would be taken by the key for a new line.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Shift+M');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'Nobody' }).first();
    await problem.waitFor();
    console.log(`a mistake is told: ${(await problem.innerText()).replace(/\s+/g, ' ')}`);
    await picture('diagnostic');
    await page.keyboard.press('Control+J');

    await page.locator('.view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('never ');
    await page.keyboard.press('Control+Space');
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    const offered = await rows.allInnerTexts();
    console.log(
      `completed with: ${offered
        .slice(0, 5)
        .map((one) => one.split('\n')[0])
        .join(', ')}`,
    );
    await picture('completion');
    await page.keyboard.press('Escape');

    // Without the mistake there is something to answer.
    for (let k = 0; k < 12 && (await page.locator('.squiggly-error').count()) > 0; k++)
      await page.keyboard.press('Control+Z');
    await page.keyboard.press('F1');
    await page.keyboard.type('Standoff: Briefing');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Briefing' })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    const told = page
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .locator('body', { hasText: 'Kim' });
    await told.waitFor();
    console.log(
      `the briefing is read: ${(await told.innerText()).replace(/\s+/g, ' ').slice(0, 120)} …`,
    );
    await picture('briefing');
  } catch (error) {
    await page.screenshot({ path: path.join(place, 'failure.png') });
    throw error;
  } finally {
    await browser.close();
  }
}
