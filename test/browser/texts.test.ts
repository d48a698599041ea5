import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { DAMAGED, withWrongChecksum } from '../../packages/evidence/test/reading/damaged-files.js';
import { FILES } from '../../packages/evidence/test/reading/five-files.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';
import { sampled } from '../thorough.js';

const NAMES = {
  text: 'dam.txt',
  markdown: 'dam.md',
  html: 'dam.html',
  pdf: 'dam.pdf',
  docx: 'dam.docx',
} as const;

const situation = (more: string): string => `situation "The dam"

source review "The dam above the valley" { url "https://review.example/dam" }
${more}
actor Upstream "The upstream state" {
  option fill "Fill the reservoir" @review:P1
}
`;

describe.skipIf(CHROMIUM === null)('texts in the built page', () => {
  const workbench = atWorkbench();

  // One page opens case after case: to load it takes longer than most of what is looked at.
  let page: Page;
  let cases = 0;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (one) => {
      if (one.type() === 'error') complaints.push(one.text());
    });
  });

  async function openCase(more = ''): Promise<void> {
    await page.goto(`${workbench.address}#/`);
    await give('Open a file', `dam-${(cases += 1)}.standoff`, Buffer.from(situation(more)));
    await page.getByText('The text is not at hand').waitFor({ state: 'attached' });
  }

  async function give(button: string, name: string, bytes: Uint8Array): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    const buffer = Buffer.from(bytes);
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  test('texts of every kind open one after the other, each with its paragraphs', async () => {
    await openCase();
    let button = 'Open the text';
    for (const [format, name] of Object.entries(NAMES)) {
      await give(button, name, FILES[format as keyof typeof FILES]);
      await page.getByText('6 paragraphs, 1 used').waitFor();
      const second = page
        .getByRole('listitem')
        .filter({ hasText: 'Both sides know that the rains' });
      expect(await second.innerText(), format).toContain('P2');
      // What is shown next cannot be what was shown before.
      button = 'Another text';
      await give(button, 'note.txt', Buffer.from('A note.\n\nAnd another one.\n'));
      await page.getByText('2 paragraphs, 1 used').waitFor();
    }
    expect(complaints).toEqual([]);
  });

  test('damaged texts are refused, each with its reason, and the next one opens', async () => {
    await openCase();
    // Each reason is held by packages/evidence/test/reading/bad-input.test.ts: here, that a reader sees it.
    for (const { what, name, bytes, says } of sampled(DAMAGED, 4)) {
      await give('Open the text', name, bytes);
      await page.getByRole('alert').filter({ hasText: says }).waitFor();
      expect(await page.getByRole('button', { name: 'Open the text' }).count(), what).toBe(1);
    }
    await give('Open the text', 'a.docx', withWrongChecksum());
    await page.getByText('A paragraph that is wong enough').waitFor();
  });

  // "Киев." in KOI8-R, and nothing that says so.
  const KIEV = Uint8Array.of(0xeb, 0xc9, 0xc5, 0xd7, 0x2e);

  async function readAs(encoding: string): Promise<void> {
    await page.getByRole('button', { name: /Encoding$/ }).click();
    await page.getByRole('option', { name: encoding, exact: true }).click();
    await page.getByRole('button', { name: 'Read it so' }).click();
  }

  test('a text in an old encoding is read once that is named, and in the same way again', async () => {
    await openCase();
    await give('Open the text', 'kiev.txt', KIEV);
    await page.getByRole('alert').filter({ hasText: 'cannot be told' }).waitFor();
    await readAs('utf-16le');
    await page.getByRole('alert').filter({ hasText: 'The file is not UTF-16LE' }).waitFor();
    await readAs('koi8-r');
    await page.getByText('Киев.').waitFor();
    await page.reload();
    await page.getByText('Киев.').waitFor();
    await readAs('windows-1251');
    await page.getByText('лЙЕЧ.').waitFor();
  });

  test('a case is begun with such a text', async () => {
    await page.goto(`${workbench.address}#/`);
    await give('Open a file', 'kiev.txt', KIEV);
    await page.getByRole('alert').filter({ hasText: 'cannot be told' }).waitFor();
    await readAs('koi8-r');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.locator('#pane-source').getByText('Киев.').first().waitFor();
  });

  const ADDRESSES = [
    '//evil.example/x',
    'vscode://file/x',
    'javascript:alert(1)',
    'data:text/html,x',
  ];

  test('an address of the web is a link, another is none', async () => {
    await openCase(
      ADDRESSES.map((url, k) => `source s${k} "Source ${k}" { url "${url}" }\n`).join(''),
    );
    const link = page.getByRole('link', { name: 'https://review.example/dam' });
    expect(await link.getAttribute('href')).toBe('https://review.example/dam');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    for (const [k, url] of ADDRESSES.entries()) {
      await page.locator('#pane-source').locator('[aria-haspopup="listbox"]').first().click();
      await page.getByRole('option', { name: `Source ${k}`, exact: true }).click();
      await page.getByText(url, { exact: true }).waitFor();
      expect(await page.getByRole('link', { name: url }).count(), url).toBe(0);
    }
  });

  test('the page has a policy of its own: nothing within it runs, nothing elsewhere is asked', async () => {
    await openCase();
    const broken = await page.evaluate(async () => {
      const violations: string[] = [];
      const all = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          violations.push(event.effectiveDirective);
          if (violations.length === 3) resolve();
        });
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranWithin = true';
      document.body.append(script);
      await fetch('https://evil.example/').catch(() => undefined);
      const picture = document.createElement('img');
      picture.src = 'https://evil.example/x.png';
      await all;
      return { violations, ran: 'ranWithin' in globalThis };
    });
    expect(broken.ran).toBe(false);
    expect(broken.violations.sort()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  });
});
