import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM } from './chromium.js';
import { atWorkbench } from './site.js';

describe.skipIf(CHROMIUM === null)('the calculation by hand', () => {
  const workbench = atWorkbench();

  let page: Page;
  beforeAll(async () => {
    page = await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } });
  });
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  /** Goes to the lesson at an address, with the board focused as the shortcut of the answers does. */
  async function lessonAt(query: string): Promise<void> {
    await page.goto(`${workbench.address}#/lesson?case=prisoners-dilemma&${query}`);
    await page.getByRole('heading', { name: 'The state', exact: false }).first().waitFor();
    await page.keyboard.press('Alt+3');
    await page
      .getByRole('group', { name: /^Lesson/ })
      .and(page.locator(':focus'))
      .waitFor();
  }

  test('by keyboard alone: guesses are judged, and the verdict is the kernel’s', async () => {
    await lessonAt('state=3&actor=One&concept=SEQ');
    const steps = page.getByRole('group', { name: /^Lesson/ }).getByRole('listitem');
    const heading = (name: string) => page.getByRole('heading', { name });
    await press('ArrowRight');
    await heading('What the first prisoner can do by itself').waitFor();
    await press('ArrowRight');
    await page.getByText('Would it be an improvement for the first prisoner?').waitFor();
    expect(await page.getByText('better off there than here').count()).toBe(0);
    await press('n');
    await page.getByText('You said no, which is not right.').waitFor();
    await page.getByText('It would be better off there than here.').waitFor();
    expect(await page.getByRole('row', { name: 'decides' }).textContent()).toContain('not “');
    await press('ArrowRight');
    await page.getByText(/^Can the others answer, by improvements of their own only/).waitFor();
    await press('y');
    await page.getByText('You said yes, which is right.').waitFor();
    await page.getByText('Deterred', { exact: true }).waitFor();
    await press('ArrowRight');
    await page.getByText('Is the state stable for the first prisoner under SEQ?').waitFor();
    // With the mouse, after which the keys work as before.
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('is stable for the first prisoner under SEQ.').waitFor();
    await page.getByText('comes to the same verdict').waitFor();
    expect(new URL(page.url()).hash).toContain('step=5');
    await press('ArrowRight');
    expect(new URL(page.url()).hash).toContain('step=5');
    expect(await violationsOn(page)).toEqual([]);
    await press('ArrowLeft');
    await heading('The verdict').waitFor({ state: 'detached' });
    expect(await steps.count()).toBeGreaterThan(3);
  });

  test('under Nash the same state is not stable; a choice of a concept begins anew', async () => {
    await lessonAt('state=3&actor=One&concept=Nash&step=all');
    await page.getByText('is not stable for the first prisoner under Nash.').waitFor();
    await page.getByRole('link', { name: 'SEQ', exact: true }).click();
    await page.getByText('Step 1 of 5').waitFor();
    expect(new URL(page.url()).hash).toBe(
      '#/lesson?case=prisoners-dilemma&state=3&actor=One&concept=SEQ',
    );
  });

  test('the panel that says why leads to the lesson about its verdict', async () => {
    await page.goto(
      `${workbench.address}#/states?case=prisoners-dilemma&state=3&actor=Two&concept=GMR`,
    );
    await page.getByRole('link', { name: 'Work this verdict out by hand' }).click();
    await page.getByText('Step 1 of 5').waitFor();
    expect(new URL(page.url()).hash).toBe(
      '#/lesson?case=prisoners-dilemma&state=3&actor=Two&concept=GMR',
    );
  });
});
