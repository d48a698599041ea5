import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { call } from '../../packages/cli/test/in-process.js';
import { openHere, type OpenedHere } from '../../packages/workbench/test/server/command.js';
import { violationsOn } from './axe.js';
import { CHROMIUM, leaveBrowser, takeBrowser } from './chromium.js';
import { printedPages } from './printed-pages.js';

/** Where to put pictures of the way, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

const SITUATION = `situation "The bridge over the Lenn" as of 2021-03-04

source gazette "Two towns and a bridge" {
  author "Ada Rook"
  published 2021-03-04
  kind "newspaper article"
}

actor North "Northbank" {
  option toll "Charge a toll"  @gazette:P2

  # The bridge is the town's only way to the market.
  prefers {
    not South.close  @gazette:P1
    toll             @gazette:P2
  }
}

actor South "Southbank" {
  option close "Close the road"

  prefers {
    close iff North.toll  @gazette:P3
  }
}

scenario free "The bridge stays free and open" = not North.toll and not South.close
scenario shut "A toll, and a closed road" = North.toll and South.close
`;

const TEXT = `Two towns and a bridge

By Ada Rook

4 March 2021

The bridge over the Lenn has joined Northbank and Southbank for ninety years.

Northbank has threatened to charge a toll unless its neighbour pays for the repairs.

Southbank warned that it would close the road on its side if a single coin was taken.
`;

describe.skipIf(CHROMIUM === null)('an analyst, from the source to the briefing', () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  let server: OpenedHere;
  /** What the page complained of: a policy that is broken, an error that nobody caught. */
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'standoff-journey-'));
    writeFileSync(path.join(folder, 'bridge.standoff'), SITUATION);
    server = await openHere([folder], {
      app: inject('app'),
      state: path.join(folder, 'state'),
    });
    browser = await takeBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }, 180_000);

  afterAll(async () => {
    await leaveBrowser(browser);
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const onDisk = (name = 'bridge.standoff'): string => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const becomes = (text: string): Promise<void> =>
    vi.waitFor(() => expect(onDisk()).toBe(text), { timeout: 15_000 });
  const answers = (): Locator => page.locator('#pane-answers');
  const card = (title: string): Locator => page.getByRole('region', { name: title, exact: true });
  const view = async (group: string, name: string): Promise<void> => {
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: group, exact: true }).click();
    await views.getByRole('link', { name, exact: true }).click();
  };
  async function step(name: string): Promise<void> {
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
    expect(await violationsOn(page), name).toEqual([]);
  }

  const linked = SITUATION.replace('"Close the road"\n', '"Close the road"  @gazette#warning\n');
  const tollFirst = linked.replace(
    /( {4}not South\.close {2}@gazette:P1\n)( {4}toll {13}@gazette:P2\n)/,
    '$2$1',
  );

  test('the first screen answers without a click', async () => {
    await page.goto(server.address);
    await card('In brief').getByText('Outcomes, and how each party fares').waitFor();
    await expect.poll(() => answers().innerText()).toContain('The bridge stays free and open');
    await step('1-first-screen');
  });

  test('the text is opened beside it, a passage marked, and an option rests on it', async () => {
    await page
      .getByRole('navigation', { name: 'Drawers' })
      .getByRole('button', { name: 'Source' })
      .click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open the text' }).click();
    await (
      await chooser
    ).setFiles({ name: 'bridge.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
    const words = page.getByText('Southbank warned that it would close');
    await words.dblclick({ position: { x: 90, y: 10 } });
    await page.getByRole('button', { name: 'Annotate' }).click();
    await page.getByLabel('Name').fill('warning');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Kept as @gazette#warning').waitFor();
    await vi.waitFor(() => expect(onDisk('annotations.json')).toContain('"warned"'));
    expect(onDisk('sources/gazette.txt')).toBe(TEXT);

    await page.getByRole('button', { name: '#warning' }).click();
    await page.getByRole('button', { name: 'Element that rests on it' }).click();
    await page.getByRole('option', { name: /\(option South\.close\)$/ }).click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText(/\(option South\.close\) now rests on @gazette#warning/).waitFor();
    await becomes(linked);
    await step('2-linked');
  });

  test('the text as it stands is kept as a variant', async () => {
    await view('What if', 'Compare');
    const kept = card('Variants kept beside the case');
    await kept.getByLabel('Name', { exact: true }).fill('As reported');
    await kept.getByRole('button', { name: 'Keep this text' }).click();
    await kept.getByRole('heading', { name: 'As reported' }).waitFor();
    await vi.waitFor(() => expect(onDisk('variants.json')).toContain('As reported'));
  });

  test('a preference is dragged: what that does is told, and why', async () => {
    await view('Outcomes', 'Preferences');
    const rows = page.getByRole('grid', { name: 'Statements' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(2);
    await rows.nth(1).dragTo(rows.first(), {
      sourcePosition: { x: 12, y: 12 },
      targetPosition: { x: 60, y: 3 },
    });
    await becomes(tollFirst);
    const told = page.getByRole('region', { name: 'What this change did' });
    await expect.poll(() => told.innerText()).toMatch(/outcomes? would/);
    await step('3-dragged');
    await page.keyboard.press('Control+z');
    await becomes(linked);
  });

  test('the same by keyboard alone', async () => {
    const rows = page.getByRole('grid', { name: 'Statements' }).getByRole('row');
    await rows.nth(1).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await becomes(tollFirst);
  });

  test('the reason of a verdict is a click away', async () => {
    await view('Outcomes', 'Overview');
    await expect
      .poll(() => card('What this change did').innerText())
      .toContain('Today’s state would no longer hold');
    const map = page.getByRole('region', { name: 'Where it leads' });
    await map.getByRole('link', { name: /^Today/ }).click();
    const why = page.getByRole('complementary', { name: 'Why' });
    await why.getByText('Northbank').first().waitFor();
    await expect.poll(() => why.innerText()).toMatch(/toll/i);
    await step('4-why');
  });

  test('both texts are compared in their conclusions', async () => {
    await view('What if', 'Compare');
    await page.getByRole('button', { name: 'Compare “As reported”' }).click();
    const conclusions = card('What they come to');
    await conclusions.getByText(/differs?, /).waitFor();
    expect(await conclusions.innerText()).toContain('The bridge stays free and open');
    await card('What differs in the models').getByText('changes a conclusion').first().waitFor();
    await step('5-compared');
  });

  test('the briefing is printed, saved, and checked by the command', async () => {
    await view('Explain', 'Report');
    await page.locator('[data-report]').waitFor();
    const print = page.getByRole('button', { name: 'Print or save as PDF' });
    await expect.poll(() => print.isEnabled()).toBe(true);
    await page.evaluate('globalThis.prints = 0; window.print = () => { globalThis.prints += 1; };');
    await print.click();
    expect(await page.evaluate('globalThis.prints')).toBe(1);
    const printed = (await printedPages(page)).join(' ');
    expect(printed).toContain('The bridge over the Lenn');
    expect(printed).toContain('A toll, and a closed road');
    expect(printed).not.toContain('Answers are up to date');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'HTML', exact: true }).click(),
    ]);
    await download.saveAs(path.join(folder, 'briefing.html'));
    const { stdout } = await call(['report', '--verify', 'briefing.html'], { cwd: folder });
    expect(stdout).toContain('briefing.html: the same.');
    await step('6-report');
  });

  test('nothing that was done cannot be undone, and nothing was complained of', async () => {
    for (let k = 0; k < 2; k++) await page.getByRole('button', { name: 'Undo' }).first().click();
    await becomes(SITUATION);
    expect(complaints).toEqual([]);
  });
});
