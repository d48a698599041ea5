import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { COLOURS, violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

/** A folder to put pictures of the page into, for a person to look at. */
const shots = process.env['SHOTS'];

const SITUATION = `situation "The bridge over the Lenn"

source gazette "Two towns and a bridge" {
  author "Ada Rook"
  published 2021-03-04
  kind "newspaper article"
}

actor North "Northbank" {
  option toll "Charge a toll"  @gazette:P2
  prefers {
    toll
    not South.close
  }
}

actor South "Southbank" {
  option close "Close the road"  @gazette:P3
  prefers {
    not North.toll
    not close
  }
}
`;

const TEXT = `Two towns and a bridge

By Ada Rook

4 March 2021

The bridge over the Lenn has joined Northbank and Southbank for ninety years.

Northbank has threatened to charge a toll unless its neighbour pays for the repairs. "We will not carry the cost alone," said its mayor, Iris Holm.

Southbank warned that it would close the road on its side if a single coin was taken.

The two councils will meet on 9 April, and neither expects the other to give way.
`;

describe.skipIf(CHROMIUM === null)('the source pane', () => {
  const workbench = atWorkbench();

  // One page opens case after case: to load it takes longer than most of what is looked at.
  let page: Page;
  let cases = 0;
  beforeAll(async () => {
    page = await withDrawers(await workbench.browser.newPage());
  });

  async function openCase(colours: 'light' | 'dark', width = 1440, height = 900): Promise<void> {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: colours });
    await page.goto(`${workbench.address}#/`);
    await give('Open a file', `bridge-${(cases += 1)}.standoff`, SITUATION);
    // On a narrow page one pane is shown at a time.
    if (width <= 896) await page.getByRole('button', { name: 'Source', exact: true }).click();
    await page.getByText('The text is not at hand').waitFor();
  }

  async function give(button: string, name: string, text: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
  }

  async function shot(name: string): Promise<void> {
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}.png`) });
  }

  const wordsOfModel = (): Promise<string> => page.locator('.cm-content').innerText();

  test('a text is opened, shown in numbers, kept, and says what rests on it', async () => {
    await openCase('light');
    // What cannot be read is said to be so, with what to do.
    await give('Open the text', 'empty.txt', '');
    await page.getByText('The file is empty. Give a file with a text.').waitFor();
    await give('Open the text', 'bridge.txt', TEXT);
    const second = page.getByRole('listitem').filter({ hasText: 'Northbank has threatened' });
    await second.waitFor();
    expect(await second.innerText()).toContain('North.toll');
    const fourth = page.getByRole('listitem').filter({ hasText: 'The two councils' });
    expect(await fourth.innerText()).toContain('not used');
    expect(await page.getByText('4 paragraphs, 2 used').count()).toBe(1);
    await shot('source-light');

    // To the element, and back from its reference to the passage.
    await second.getByRole('link', { name: 'North.toll' }).click();
    expect(page.url()).toContain('element=North.toll');
    await page.goto(`${page.url()}&paragraph=gazette:P3`);
    const third = page.getByRole('listitem').filter({ hasText: 'Southbank warned' });
    await page.locator('[aria-current="location"]').waitFor();
    expect(await third.getAttribute('aria-current')).toBe('location');

    await page.reload();
    await third.waitFor();
  });

  test('the view of what rests on what counts paragraphs of the text, in both colours', async () => {
    await page.getByText('4 paragraphs, 2 used').waitFor();
    await page.getByRole('link', { name: 'What it rests on' }).click();
    await page.getByRole('link', { name: 'Evidence' }).click();
    await page.getByText('2 of 4 paragraphs of the body are not').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(1).waitFor();
    expect(await rows.allInnerTexts()).toContain('Option\t2\t0\t2\t0\t0');
    for (const [colorScheme, rules] of [['light'], ['dark', COLOURS]] as const) {
      await page.emulateMedia({ colorScheme });
      await shot(`evidence-${colorScheme}`);
      expect(await violationsOn(page, rules)).toEqual([]);
    }
    await page.getByRole('link', { name: 'P4 not used' }).click();
    await page.locator('[aria-current="location"]').getByText('The two councils').waitFor();
  });

  test('a passage is chosen by keyboard, linked to the selected element, and annotated', async () => {
    await openCase('light');
    await give('Open the text', 'bridge.txt', TEXT);
    const second = page.getByRole('button', { name: 'P2: choose' });
    await second.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('@gazette:P2-P3', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Element that rests on it' }).click();
    await page.getByRole('option', { name: /\(option South\.close\)$/ }).click();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText(/\(option South\.close\) now rests on/).waitFor();
    // A source rests on no text.
    await page.getByRole('button', { name: 'Element that rests on it' }).click();
    expect(await page.getByRole('option', { name: /\(source / }).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await wordsOfModel()).toContain('@gazette:P3 @gazette:P2-P3');

    await page.getByRole('button', { name: 'Annotate' }).click();
    await page.getByLabel('Name').fill('threats');
    await page.getByLabel('Comment').fill('Both threaten.');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Kept as @gazette#threats').waitFor();
    // Undo brings a removed one back, and takes it away that was made; then nothing can be linked to it.
    const annotation = page.getByRole('button', { name: '#threats' });
    await annotation.click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await annotation.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await annotation.click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await annotation.waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: 'What is chosen' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await annotation.waitFor();
    await page.reload();
    await annotation.click();
    await page.getByText('Both threaten.').waitFor();
    await shot('source-annotation');
    // An address leads to it too, as references to it do.
    await page.getByRole('button', { name: 'Choose nothing' }).click();
    await page.goto(`${page.url()}&paragraph=gazette%23threats`);
    await page.getByText('Both threaten.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('a selection with the mouse is exactly the words that are annotated', async () => {
    await openCase('dark');
    await give('Open the text', 'bridge.txt', TEXT);
    const words = page.getByText('The two councils will meet');
    await words.dblclick({ position: { x: 12, y: 10 } });
    await page.getByRole('button', { name: 'Annotate' }).click();
    await page.getByLabel('Name').fill('word');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.locator('mark').waitFor();
    expect((await page.locator('mark').innerText()).trim()).toBe('The');
    await shot('source-dark');
    expect(await violationsOn(page)).toEqual([]);
    // In a text without the words the annotation is told as not found, and stays.
    await give('Another text', 'other.txt', 'A note.\n\nNothing of it stands here any more.\n');
    await page.getByText('1 annotation not found in this text').waitFor();
    expect(await page.getByText('#word').count()).toBe(1);
  });

  test('a suggestion is inserted or rejected, and stays decided', async () => {
    await openCase('light');
    await give('Open the text', 'bridge.txt', TEXT);
    await page.getByRole('radio', { name: 'Open', exact: true }).click();
    await page.getByText(/\d+ suggestions by rules/).waitFor();
    const list = (words: string) => page.getByRole('listitem').filter({ hasText: words }).first();
    const event = list('The two councils will meet')
      .getByRole('listitem')
      .filter({ hasText: 'A date' });
    await event.waitFor();
    const line = await event.locator('code').innerText();
    expect(line).toContain('event 2021-04-09');
    await shot('source-suggestions');
    expect(await violationsOn(page)).toEqual([]);
    await event.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('link', { name: 'event-1' }).waitFor();
    expect(await wordsOfModel()).toContain('event 2021-04-09');
    const open = await page.getByRole('button', { name: 'Reject' }).count();
    await page.getByRole('button', { name: 'Reject' }).first().click();
    await page.waitForFunction(
      (before) =>
        [...document.querySelectorAll('button')].filter((one) => one.innerText.includes('Reject'))
          .length < before,
      open,
    );
    await page.reload();
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    await page.getByText('rejected', { exact: true }).waitFor();
    expect(await page.getByText('accepted', { exact: true }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Decide anew' }).count()).toBe(2);
  });

  test('Undo and Redo take a decision on a suggestion back and make it again, with the text', async () => {
    await openCase('light');
    await give('Open the text', 'bridge.txt', TEXT);
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    const event = page.getByRole('listitem').filter({ hasText: 'A date' }).last();
    const decided = (words: string) => event.getByText(words, { exact: true }).waitFor();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await event.getByRole('button', { name: 'Insert' }).click();
    await decided('accepted');
    expect(await wordsOfModel()).toContain('event 2021-04-09');
    await press('Undo');
    await event.getByRole('button', { name: 'Insert' }).waitFor();
    expect(await wordsOfModel()).not.toContain('event 2021-04-09');
    await press('Redo');
    await decided('accepted');
    expect(await wordsOfModel()).toContain('event 2021-04-09');
    await press('Undo');

    // What changes no text is a step, too.
    await event.getByRole('button', { name: 'Reject' }).click();
    await decided('rejected');
    await event.getByRole('button', { name: 'Decide anew' }).click();
    await event.getByRole('button', { name: 'Reject' }).waitFor();
    await press('Undo');
    await decided('rejected');
    await press('Undo');
    await event.getByRole('button', { name: 'Reject' }).waitFor();
    await press('Redo');
    await decided('rejected');
    // As it is kept beside the case.
    await page.reload();
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    await decided('rejected');
    expect(await page.getByText('accepted', { exact: true }).count()).toBe(0);
  });

  test('a text of 5000 paragraphs is in the page only where one looks', async () => {
    await openCase('light', 390, 844);
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    const many = Array.from(
      { length: 5000 },
      (_, k) => `The council met for the ${k + 1}th time and agreed on nothing that it could keep.`,
    );
    await give('Open the text', 'minutes.txt', many.join('\n\n'));
    await page.getByText('5,000 paragraphs').or(page.getByText('5000 paragraphs')).waitFor();
    const link = await page.evaluate(() => `${location.hash}&paragraph=gazette:P4321`);
    await page.goto(`${workbench.address}${link}`);
    const there = page.locator('[aria-current="location"]');
    await there.waitFor();
    expect(await there.innerText()).toContain('the 4321th time');
    expect(await there.isVisible()).toBe(true);
    expect(await page.locator('[data-index]').count()).toBeLessThan(200);
    await page.getByText('How to cite it').scrollIntoViewIfNeeded();
    await page.getByText('How to cite it').click();
    await page.getByText('Rook, A. (2021').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await shot('source-phone');
    expect(await violationsOn(page)).toEqual([]);
  });
});
