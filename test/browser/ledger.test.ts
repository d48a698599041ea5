import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

const ARTICLE = `Two towns and a bridge

By Ada Rook

4 March 2021

The bridge over the Lenn has joined Northbank and Southbank for ninety years. The river is low.

Northbank can charge a toll. It wants no closed road. Northbank threatened to charge a toll.

Southbank closed the road on 9 April 2020 and opened it again in May.
`;

/** The tests go on from each other, as somebody at work does. */
describe.skipIf(CHROMIUM === null)('from a pasted text to a cited situation', () => {
  const workbench = atWorkbench();
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(workbench.address);
  }, 120_000);

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const written = (): Promise<string> =>
    page
      .locator('.cm-content .cm-line')
      .allInnerTexts()
      .then((lines) => lines.join(' '));
  /** Chooses exact words, by the keyboard alone. */
  const choose = async (words: string): Promise<void> => {
    const field = page.getByRole('searchbox', { name: 'Find in the text' });
    await field.fill(words);
    await page.getByRole('button', { name: 'Choose', exact: true }).press('Enter');
    await page.getByRole('region', { name: 'What is chosen' }).waitFor();
  };
  const make = async (kind: string): Promise<void> => {
    await page
      .getByRole('group', { name: 'Make of it' })
      .getByRole('button', { name: kind })
      .click();
    await page.locator('form blockquote').waitFor();
  };
  const told = (words: string) =>
    page.getByRole('region', { name: 'What is chosen' }).getByText(words).waitFor();
  const open = (words: string) =>
    page.getByRole('group', { name: 'Open sentences' }).getByText(words).waitFor();

  test('a pasted text is read, shown, and begins a case under a name that is free', async () => {
    await press('Paste a text');
    const paste = page.getByRole('dialog', { name: 'A text to begin with' });
    await paste.getByRole('button', { name: 'Read it' }).click();
    await paste.getByText('There are no words in it yet').waitFor();
    await paste.getByLabel('Paste the text here').fill(ARTICLE);
    await paste.getByRole('button', { name: 'Read it' }).click();
    const dialog = page.getByRole('dialog', { name: 'A new situation' });
    await dialog.getByText('Ada Rook · 4 March 2021 · plain text · 3 paragraphs').waitFor();
    await dialog.getByText('Southbank closed the road').waitFor();
    expect(await dialog.getByLabel('Title').inputValue()).toBe('Two towns and a bridge');
    await dialog.getByLabel('Name of the case').fill('chicken');
    await dialog.getByText('A case called “chicken” is here already').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel('Name of the case').fill('bridge');
    await dialog.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Two towns and a bridge', level: 1 }).waitFor();
    expect(await written()).toContain('published 2021-03-04');
    // The reading aid is offered with it.
    await page.getByText(/\d+ suggestions? by rules/).waitFor();
    await page.getByRole('radio', { name: 'No suggestions' }).click();
    await open('6 of 6 sentences open');
  });

  test('chosen words become an actor, an option and a wish, each resting on them', async () => {
    await choose('Northbank');
    await make('Actor');
    expect(await page.getByLabel('What it is called').inputValue()).toBe('Northbank');
    await press('Make the actor');
    await told('Made: actor “Northbank”');
    expect(await written()).toMatch(/actor northbank "Northbank"\s+@text:P1#s1/);
    await open('5 of 6 sentences open');

    await choose('can charge a toll');
    await make('Option');
    await page.getByLabel('What it can do').fill('Charge a toll');
    await press('Make the option');
    await told('Made: option “Charge a toll”');
    expect(await written()).toMatch(/option chargeToll "Charge a toll"\s+@text:P2#s2/);

    await choose('It wants no closed road');
    await make('Wish');
    await page
      .getByRole('group', { name: 'What it wishes' })
      .getByRole('radio', { name: 'No', exact: true })
      .click();
    await press('Make the wish');
    await told('Made: wish');
    expect(await written()).toMatch(
      /not chargeToll\s+@text:P2#s3|not northbank\.chargeToll\s+@text:P2#s3/,
    );
    expect(await violationsOn(page)).toEqual([]);
  });

  test('a threat that the analyst infers says so, and an event has its date', async () => {
    await choose('Northbank threatened to charge a toll');
    await make('Promise or threat');
    await page.getByRole('button', { name: /Kind$/ }).click();
    await page.getByRole('option', { name: 'Threat' }).click();
    await page
      .getByRole('group', { name: 'What would be done', exact: true })
      .getByRole('radio', { name: 'Yes', exact: true })
      .click();
    await page.getByRole('radio', { name: 'I infer it' }).click();
    await press('Make the promise or threat');
    await page.getByText('it is not said why you infer it').waitFor();
    await page.getByLabel('Because (your reason)').fill('nobody else sets tolls');
    await press('Make the promise or threat');
    await told('Made: promise or threat');
    expect(await written()).toMatch(
      /threat northbank\.chargeToll\s+inferred from @text:P2#s4\s+because "nobody else sets tolls"/,
    );

    await choose('Southbank closed the road on 9 April 2020');
    await make('Event');
    await page.getByLabel('What happened').fill('The road is closed');
    await page.getByRole('textbox', { name: 'Date' }).fill('2020-04-09');
    await press('Make the event');
    await told('Made: event “The road is closed”');
    expect(await written()).toMatch(/event 2020-04-09 "The road is closed"\s+@text:P3#s5/);
  });

  test('what is open is gone through sentence by sentence, and left out with a reason', async () => {
    await open('1 of 6 sentences open');
    await press('Choose nothing');
    await press('Next open');
    await page.getByRole('region', { name: 'What is chosen' }).waitFor();
    await make('Leave out');
    await page.getByLabel('Left out, because').fill('the water changes nothing');
    await page.keyboard.press('Enter');
    await told('Left out, with its reason');
    expect(await written()).toMatch(
      /left out "The river is low\."\s+@text:P1#s6\s+because "the water changes nothing"/,
    );
    await open('None of 6 sentences is open, 1 left out');
    // One step of the history is the element with its statement.
    await press('Undo');
    await open('1 of 6 sentences open');
    expect(await written()).not.toContain('left out');
    await page.getByRole('switch', { name: 'Only what is open' }).check({ force: true });
    await expect.poll(() => page.locator('#pane-source [data-index]').count()).toBe(1);
    await page.getByRole('switch', { name: 'Only what is open' }).uncheck({ force: true });
    await press('Redo');
    await open('None of 6 sentences is open');
  });

  test('a suggestion that says what somebody says is accepted with its words', async () => {
    await page.getByRole('radio', { name: 'Open', exact: true }).click();
    const threat = page
      .getByRole('list', { name: 'Suggestions' })
      .getByRole('listitem')
      .filter({ hasText: 'A threat by' })
      .first();
    await threat.getByRole('button', { name: 'Insert' }).click();
    await expect.poll(written).toMatch(/threat "[^"]+": northbank\.chargeToll\s+@text:P2#s7/);
    await press('Undo');
    await threat.getByRole('button', { name: 'Insert' }).waitFor();
    expect(await written()).not.toContain('#s7');
    await page.getByRole('radio', { name: 'No suggestions' }).click();
  });

  test('words over the end of a paragraph are refused, with what to do', async () => {
    await choose('The river is low. Northbank can');
    await make('Claim');
    await page.getByLabel('What is claimed').fill('A claim');
    await press('Make the claim');
    await page.getByText('runs over the end of a paragraph').waitFor();
    await press('Cancel');
  });

  test('an element shows the very words that it rests on, and the view counts the four grounds', async () => {
    await page.goto(`${workbench.address}#/evidence?case=bridge&element=northbank.chargeToll`);
    const model = page.getByRole('region', { name: 'Model' });
    await model.getByText('exact words of a source').waitFor();
    await model.getByText('can charge a toll', { exact: true }).waitFor();
    await page.getByText(/Of 6 elements 5 rest on exact words and 1 on inference\./).waitFor();
    const one = page.getByRole('listitem').filter({ hasText: 'The analyst infers it from' });
    await one.getByText('nobody else sets tolls').first().waitFor();
    await page.getByText('1 is left out and none is open').waitFor();
    // What is half under the field that stays in sight is no target.
    await page.getByText('How to cite it').scrollIntoViewIfNeeded();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('a text that was replaced is told, with what is not found in it, and recorded where it is meant', async () => {
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('standoff', 1);
        request.onsuccess = () => resolve(request.result);
      });
      const writing = database.transaction('texts', 'readwrite');
      const bytes = new TextEncoder().encode('Another text\n\nNorthbank can charge a toll.\n');
      const text = { name: 'text.txt', bytes };
      writing.objectStore('texts').put({ case: 'bridge', source: 'text', text });
      await new Promise<void>((resolve) => (writing.oncomplete = () => resolve()));
      database.close();
    });
    await page.reload();
    const told = page.getByRole('alert').filter({ hasText: 'This is not the text' });
    await told.waitFor();
    await page.getByText(/\d annotations not found in this text/).waitFor();
    await told.getByRole('button', { name: 'Record this text' }).click();
    await told.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
