import { readFileSync } from 'node:fs';
import { DEFAULT_MEMORY } from '@standoff/situation';
import { parseSituation } from '@standoff/language/parse';
import { findingsOf, reportFile } from '@standoff/questions';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from './axe.js';
import { CHROMIUM, leaveBrowser, serve, takeBrowser } from './chromium.js';
import { SMALLER_KOREA } from './korea.js';
import { printedPages } from './printed-pages.js';
import { sampled } from '../thorough.js';

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

function reportOf(text: string): string {
  const { model } = parseSituation(text);
  const origin = {
    text,
    version: '0.1.0',
    seed: 1,
    memory: DEFAULT_MEMORY,
    opponentsRule: 'legal sequences',
    style: null,
    made: null,
  } as const;
  return reportFile({ findings: findingsOf(model!, origin), origin }, 'html');
}

describe.skipIf(CHROMIUM === null)('a report in a real Chromium', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const long = 'Unbreakable'.repeat(12);
    const strange = here('../../packages/questions/test/told/fixtures/harbour.standoff')
      .replace('"A settlement"', `"${long} \u05e9\u05dc\u05d5\u05dd \u202eabc"`)
      .replace('"Raise wages"', `"<script>document.title = 'run'</script>${long}"`);
    server = await serve(
      new Map([
        ['/korea', { type: 'text/html', body: reportOf(SMALLER_KOREA) }],
        ['/strange', { type: 'text/html', body: reportOf(strange) }],
      ]),
    );
    browser = await takeBrowser();
  }, 200_000);
  afterAll(async () => {
    await leaveBrowser(browser);
    server.close();
  });

  const looks = ['korea', 'strange'].flatMap((name) =>
    ['light', 'dark'].flatMap((scheme) => [1440, 390].map((width) => [name, scheme, width])),
  ) as [string, 'light' | 'dark', number][];
  it.each(sampled(looks, 4))(
    '%s, %s, %i wide: nothing that axe objects to, nothing asked for',
    async (name, scheme, width) => {
      // Axe has to be put in past the report's own policy, which lets no script run.
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        colorScheme: scheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${server.address}${name}`);
      expect(asked.filter((path) => path !== '/favicon.ico')).toEqual([`/${name}`]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth'),
        'the page itself does not scroll sideways',
      ).toBe(width);
      expect(await page.title()).not.toBe('run');
      // What is folded away has to be as good as the rest.
      await page.evaluate(
        'document.querySelectorAll("details").forEach((d) => { d.open = true; })',
      );
      expect(await violationsOn(page)).toEqual([]);
      await context.close();
    },
  );

  it('lets nothing run that somebody wrote into the model', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${server.address}strange`);
    expect(said.filter((text) => !text.includes('favicon'))).toEqual([]);
    expect(await page.title()).toBe('The harbour strike');
    await page.close();
  });

  it('prints on pages, with the drawings', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}korea`);
    const pages = await printedPages(page);
    // What it comes to is the first page, and the second begins with the contents.
    expect(pages[0]).toContain('What would change it');
    expect(pages[0]).toContain('no probabilities, and no forecast');
    expect(pages[1]).toMatch(/^.{0,90}CONTENTS/);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.length).toBeLessThan(60);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(
      await page.evaluate('getComputedStyle(document.body).backgroundColor'),
      'paper is white, whatever the screen is',
    ).toBe('rgb(255, 255, 255)');
    // Where the course leads, on the first page and state by state; worlds, single changes, events.
    expect(await page.evaluate('document.querySelectorAll("figure svg").length')).toBe(5);
    // A bar for each share of the worlds, and for each change of a statement.
    expect(await page.evaluate('document.querySelectorAll("svg.share").length')).toBeGreaterThan(
      20,
    );
    await page.close();
  });
});
