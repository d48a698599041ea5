import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, type EditResult } from '@standoff/language';
import { removeWithUses } from '@standoff/language/edit';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { COLOURS, violationsOn } from './axe.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { KOREA } from './korea.js';
import { atWorkbench } from './site.js';
import { sampled } from '../thorough.js';

/** Where to put pictures of the forms, to be looked at; not set: nowhere. */
const PICTURES = process.env['PICTURES'];

describe.skipIf(CHROMIUM === null)('the forms', () => {
  const workbench = atWorkbench();
  let page: Page;
  let model: Locator;
  const errors: string[] = [];

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    // A view that does not ask for all states again whenever the text changes.
    await page.goto(`${workbench.address}#/lesson?case=korea-2018`);
    model = page.locator('#pane-model');
    await shownAs('Forms').click();
    await model.getByRole('button', { name: /^Actors/ }).waitFor();
    if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
  }, 120_000);

  const shownAs = (name: string): Locator =>
    model
      .getByRole('radiogroup', { name: 'Show the model as' })
      .getByRole('radio', { name, exact: true });

  const picture = async (name: string): Promise<void> => {
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  };

  /** The text of the situation, as it is saved. */
  const written = async (): Promise<string> => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the situation as a file' }).click(),
    ]);
    return readFileSync(await saved.path(), 'utf8');
  };

  /** The text of the situation, as the other way to show the model has it. */
  const shownText = async (): Promise<string> => {
    await shownAs('Text').click();
    await model.locator('.cm-content').waitFor();
    const text = await page.evaluate(() => {
      const { view } = (
        document.querySelector('.cm-content') as unknown as {
          cmTile?: { view: { state: { doc: { toString(): string } } } };
          cmView?: { view: { state: { doc: { toString(): string } } } };
        }
      ).cmTile!;
      return view.state.doc.toString();
    });
    await shownAs('Forms').click();
    await model.getByRole('button', { name: /^Actors/ }).waitFor();
    return text;
  };

  const applied = (text: string, result: EditResult): string => {
    if (!result.ok) throw new Error(result.refusal.message);
    return applyEdits(text, result.edits);
  };

  const section = (title: string): Locator =>
    model.getByRole('button', { name: new RegExp(`^${title}`) }).first();
  /** Opens the row of an element by a link, as from anywhere else. */
  const follow = async (element: string, view = 'lesson'): Promise<void> => {
    await page.evaluate((place) => {
      location.hash = place;
    }, `#/${view}?case=korea-2018&element=${element}`);
    await model.getByRole('button', { expanded: true }).nth(1).waitFor();
  };
  const field = (label: string): Locator => model.getByLabel(label, { exact: true });
  const saidSoFar: string[] = [];

  test('begin with the sections folded', async () => {
    await picture('folded');
    expect(await model.getByRole('listitem').count()).toBe(0);
    expect(await shownText()).toBe(KOREA);
    saidSoFar.push(KOREA);
  });

  test('a label is changed with Enter, in the text and in the row', async () => {
    await section('Actors').click();
    await model.getByRole('button', { name: /^Russia/ }).click();
    await field('Label').fill('Russian Federation');
    await page.keyboard.press('Enter');
    await model.getByRole('button', { name: /^Russian Federation/ }).waitFor();
    saidSoFar.push(await shownText());
    expect(saidSoFar.at(-1)).toBe(
      KOREA.replace('actor RU "Russia"', 'actor RU "Russian Federation"'),
    );
  });

  test('an option is added with what it is today and with its direction', async () => {
    await follow('JP');
    await model.getByRole('button', { name: 'Add an option' }).click();
    await field('Label of the option').fill('Host an envoy');
    expect(await field('Name of the option in the text').inputValue()).toBe('hostEnvoy');
    await model.getByRole('button', { name: /Changing it/ }).click();
    await page.getByRole('option', { name: 'Once taken, it cannot be undone' }).click();
    await picture('option');
    await model.getByRole('button', { name: 'Add', exact: true }).click();
    await model.getByRole('button', { name: /^Host an envoy/ }).waitFor();
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain(
      `  option hostEnvoy "Host an envoy" irreversible\n\n  prefers {\n    not US.attack                     because "Japan`,
    );
    await model.getByRole('button', { name: /^Host an envoy/ }).click();
    await model.getByRole('button', { name: /Today/ }).click();
    await page.getByRole('option', { name: 'Taken today', exact: true }).click();
    await expect
      .poll(() => model.getByRole('button', { name: /^Host an envoy taken today/ }).count())
      .toBe(1);
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain('"Host an envoy" irreversible taken\n');
  });

  test('a scenario is added by picking options, and opens', async () => {
    await section('Scenarios and states').click();
    await model.getByRole('button', { name: 'Add a scenario' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('Not done: it needs a label or a name.').waitFor();
    await dialog.getByLabel('Label', { exact: true }).fill('Talks, but no peace');
    const options = (name: string): Locator => dialog.getByRole('radiogroup', { name });
    await options('North Korea: Keep up talks with Seoul')
      .getByRole('radio', { name: 'Yes' })
      .click();
    await options('Agreements: Peace treaty').getByRole('radio', { name: 'No' }).click();
    await dialog.getByText('“Keep up talks with Seoul” and not “Peace treaty”.').waitFor();
    await picture('scenario');
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await model.getByRole('button', { name: /^Talks, but no peace/, expanded: true }).waitFor();
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain(
      'scenario talksPeace "Talks, but no peace" = NK.talk and not treaty\n',
    );
  });

  test('what holds is written as text where it says more, and judged as it is written', async () => {
    await follow('courted');
    const holds = model.getByRole('group', { name: 'It holds where', exact: true });
    const text = holds.getByRole('textbox');
    await text.fill('US.assure or NK.realine');
    await holds.getByText('NK has no option called realine; did you mean').waitFor();
    await model.getByRole('button', { name: 'Apply' }).click();
    await model.getByRole('alert').getByText('NK has no option called realine').waitFor();
    await picture('refused');
    // What was begun is still there when one has been elsewhere.
    await follow('war');
    await model.getByText('not applied yet').waitFor();
    await follow('courted');
    await text.fill('US.assure or NK.realign or US.meet');
    await holds.getByText('or “Hold summits with Kim Jong-un”.').waitFor();
    await model.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => model.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain(
      '"Washington courts Pyongyang" = US.assure or NK.realign or US.meet  @cogan:P8\n',
    );
  });

  test('evidence is attached and taken away', async () => {
    await field('Rest it on a passage').fill('cogan:P99-P98');
    await model.getByRole('button', { name: /^Attach to / }).click();
    await model.getByText(/^Not done: /).waitFor();
    await field('Rest it on a passage').fill('cogan:P9');
    await page.keyboard.press('Enter');
    await model.getByRole('button', { name: 'Take @cogan:P9 away' }).waitFor();
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain('or US.meet  @cogan:P8 @cogan:P9\n');
    await model.getByRole('button', { name: 'Take @cogan:P8 away' }).click();
    await expect
      .poll(() => model.getByRole('button', { name: 'Take @cogan:P8 away' }).count())
      .toBe(0);
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toContain('or US.meet @cogan:P9\n');
  });

  test('a name that is taken is refused, another is changed everywhere', async () => {
    await field('Name in the text').fill('war');
    await page.keyboard.press('Enter');
    await model.getByText(/^Not done: the name war is taken/).waitFor();
    await field('Name in the text').fill('wooed');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('element=wooed');
    await model.getByRole('button', { name: 'Remove wooed' }).waitFor();
    expect(
      await page.evaluate(() => (document.activeElement as HTMLInputElement).value),
      'the focus stays in the field',
    ).toBe('wooed');
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).not.toContain('courted');
    expect(saidSoFar.at(-1)).toContain('enforce iff not (wooed or US.attack)');
  });

  test('what others speak of is told with them, and is kept or removed together with them', async () => {
    await model.getByRole('button', { name: 'Remove wooed' }).click();
    const uses = model.getByRole('group', { name: 'What speaks of wooed' });
    await uses.getByText(/elements? speaks? of wooed/).waitFor();
    const link = uses.getByRole('link', { name: /^China wants: / }).first();
    expect(await link.getAttribute('href')).toMatch(/element=CN\.\d/);
    await picture('uses');
    expect(await violationsOn(page)).toEqual([]);
    await uses.getByRole('button', { name: 'Keep it' }).click();
    expect(await uses.count()).toBe(0);
    expect(await written()).toBe(saidSoFar.at(-1));

    await follow('RU');
    await model.getByRole('button', { name: 'Remove RU', exact: true }).click();
    await model.getByRole('button', { name: 'Remove RU and what speaks of it' }).click();
    await expect
      .poll(() => model.getByRole('button', { name: /^Russian Federation/ }).count())
      .toBe(0);
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).toBe(
      applied(saidSoFar.at(-2)!, removeWithUses(saidSoFar.at(-2)!, 'RU')),
    );
    expect(saidSoFar.at(-1)).not.toMatch(/\bRU\b/);
  });

  test('what nothing speaks of is removed, and the focus stays near', async () => {
    await follow('talksPeace');
    await model.getByRole('button', { name: 'Remove talksPeace' }).click();
    await expect
      .poll(() => model.getByRole('button', { name: /^Talks, but no peace/ }).count())
      .toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Scenarios and states/,
    );
    saidSoFar.push(await written());
    expect(saidSoFar.at(-1)).not.toContain('Talks, but no peace');
  });

  test('Ctrl Z undoes it all, step by step, to the last byte', async () => {
    await follow('war');
    await field('Label').focus();
    for (const before of saidSoFar.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z');
      expect(await written()).toBe(before);
      await section('Actors').focus();
    }
    expect(await shownText()).toBe(KOREA);
    expect(saidSoFar).toHaveLength(11);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('of a text that cannot be read they say so, and edit nothing', async () => {
    await shownAs('Text').click();
    await model.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nscenario broken "Broken"');
    await shownAs('Forms').click();
    await model.getByText(/^The text cannot be read: line \d+: /).waitFor();
    await follow('war');
    expect(await field('Label').isDisabled()).toBe(true);
    await picture('unreadable');
    expect(await violationsOn(page)).toEqual([]);
    await model.getByRole('button', { name: 'To the text' }).click();
    await model.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' = US.atack');
    await shownAs('Forms').click();
    // A wrong name hinders nothing: it is told where it stands, and mended there.
    await follow('broken');
    await model.getByText('US has no option called atack').first().waitFor();
    await model.getByRole('textbox', { name: 'It holds where' }).fill('US.attack');
    await model.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => model.getByText('US has no option called atack').count()).toBe(0);
    expect(await written()).toContain('scenario broken "Broken" = US.attack');
  });

  const elements = [
    'NK.suspend',
    'US/deal',
    'constraint-1',
    'today',
    'fireAndFury',
    'treaty',
    'event-3',
    'exports',
    'relation-2',
    'cogan',
  ];
  test.each(sampled(elements, 5))(
    '%s: nothing that axe objects to, wide and narrow, light and dark',
    async (element) => {
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 });
        if (width === 390) await page.getByRole('button', { name: 'Model', exact: true }).click();
        await follow(element, 'agreements');
        for (const [colorScheme, rules] of [['light'], ['dark', COLOURS]] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const name = `${element.replace('/', '-')}-${width}-${colorScheme}`;
          await picture(name);
          expect(await violationsOn(page, rules), name).toEqual([]);
        }
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          'the page itself does not scroll sideways',
        ).toBe(width);
      }
    },
    60_000,
  );

  test('writing is fluid with every section open', { timeout: 60_000 }, async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const folded = model.locator('h3 > button[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
    await follow('courted');
    await model.getByRole('textbox', { name: 'It holds where' }).click();
    // Of each key: how much of the page has changed two frames later.
    await page.evaluate(() => {
      const changed: number[] = [];
      Object.assign(globalThis, { changed });
      let count = 0;
      new MutationObserver((records) => (count += records.length)).observe(document.body, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
      addEventListener('keydown', () => (count = 0), true);
      addEventListener(
        'input',
        () => requestAnimationFrame(() => requestAnimationFrame(() => changed.push(count))),
        true,
      );
    });
    await page.keyboard.press('End');
    const words = ' or US.meet or NK.open';
    const changed = (): Promise<number[]> =>
      page.evaluate(() => (globalThis as unknown as { changed: number[] }).changed);
    for (let k = 0; k < words.length; k++) {
      await page.keyboard.type(words[k]);
      await expect.poll(async () => (await changed()).length).toBe(k + 1);
    }
    // About 70 as a rule; were the sections drawn anew, it would be thousands.
    expect(Math.max(...(await changed()))).toBeLessThan(150);
  });

  test('a situation is begun from its title alone', { timeout: 60_000 }, async () => {
    await shownAs('Text').click();
    await model.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('situation "New"');
    await shownAs('Forms').click();
    await expect.poll(() => field('Situation').inputValue()).toBe('New');
    for (const [title, add, label] of [
      ['Actors', 'Add an actor', 'North Farm'],
      ['Actors', 'Add an actor', 'South Farm'],
    ] as const) {
      if ((await section(title).getAttribute('aria-expanded')) === 'false')
        await section(title).click();
      await model.getByRole('button', { name: add, exact: true }).click();
      await page.getByRole('dialog').getByLabel('Label', { exact: true }).fill(label);
      await page.keyboard.press('Enter');
      await model.getByRole('button', { name: new RegExp(`^${label}`), expanded: true }).waitFor();
    }
    await section('Agreements').click();
    await model.getByRole('button', { name: 'Add an agreement' }).click();
    await page.getByRole('dialog').getByLabel('Label', { exact: true }).fill('Shared well');
    await picture('begun');
    await page.keyboard.press('Enter');
    await model.getByRole('button', { name: /^Shared well/, expanded: true }).waitFor();
    await section('Relations').click();
    await model.getByRole('button', { name: 'Add a relation' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await model
      .getByRole('button', { name: /^North Farm allied with South Farm/, expanded: true })
      .waitFor();
    expect(await written()).toBe(
      [
        'situation "New"',
        '',
        'actor northFarm "North Farm"',
        'actor southFarm "South Farm"',
        '',
        'agreement sharedWell "Shared well" between northFarm, southFarm',
        '',
        'relation northFarm allied with southFarm',
      ].join('\n'),
    );
  });

  test('nothing was thrown on the way', () => expect(errors).toEqual([]));
});
