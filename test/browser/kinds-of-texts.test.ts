import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readText } from '../../packages/evidence/src/read.js';
import { CHROMIUM, withDrawers } from './chromium.js';
import { atWorkbench } from './site.js';

const FIRST =
  'The board will decide on the crane in June, and the owner says that the yard closes.';
const SECOND = 'The dockers are against it. Nobody has asked them.';

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>The crane</title><body>${body}</body>`;
const mail = (type: string, body: string): string =>
  `From: Ann <ann@a.example>\r\nSubject: The crane\r\nMessage-ID: <1@a>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;

/** Files as the world has them, with what stands in them. */
const GIVEN: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  [
    'notice.html',
    page(
      `<div class="hint"><p>Wir verwenden Cookies. Sie können ablehnen oder zustimmen.</p></div><h1>The crane</h1><p>${FIRST}</p><p>${SECOND}</p>`,
    ),
    [FIRST, SECOND],
  ],
  [
    'letter.eml',
    mail(
      'text/plain; charset=utf-8',
      `${FIRST}\r\n\r\n13.03.2022 10:00, Боб пишет:\r\n> ${SECOND}`,
    ),
    [FIRST, SECOND],
  ],
  [
    'saved.mhtml',
    `From: <Saved by Blink>\r\n${mail('multipart/related; boundary=B', `--B\r\nContent-Type: text/html\r\nContent-Location: https://p.example/\r\n\r\n${page(`<h1>The crane</h1><p>${FIRST}</p>`)}\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Buy a crane.</p>\r\n--B--`).slice(27)}`,
    [FIRST],
  ],
  [
    'talk.srt',
    `1\n00:00:01,000 --> 00:00:02,000\n${FIRST}\n\n2\n00:00:02,000 --> 00:00:03,000\n${SECOND}\n`,
    [FIRST, SECOND],
  ],
  [
    'front.md',
    `+++\ntitle = "The crane"\ndate = 2022-03-14\n+++\n\n${FIRST}\n\n${SECOND}\n`,
    [FIRST, SECOND],
  ],
  // "한국 정부는 회담을 제안했다." in EUC-KR.
  [
    'korean.txt',
    Uint8Array.from(
      'c7d1b1b920c1a4baceb4c220c8b8b4e3c0bb20c1a6bec8c7dfb4d92e'
        .match(/../g)!
        .map((two) => parseInt(two, 16)),
    ),
    ['한국 정부는 회담을 제안했다.'],
  ],
  [
    'arabic.txt',
    `تعثر المحادثات\n\nأحمد مثال - القاهرة\n\n١٤ آذار ٢٠٢٢\n\nسيصوت المجلس في يونيو على الرافعة.\n`,
    ['سيصوت المجلس في يونيو على الرافعة.'],
  ],
];

describe.skipIf(CHROMIUM === null)('a text as the world has it', () => {
  const workbench = atWorkbench();
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    page = await withDrawers(
      await workbench.browser.newPage({ viewport: { width: 1440, height: 900 } }),
    );
    page.on('pageerror', ({ message }) => complaints.push(message));
  }, 120_000);

  async function begins(paragraphs: readonly string[]): Promise<void> {
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    const items = page.locator('#pane-source').getByRole('listitem');
    await items
      .filter({ hasText: paragraphs.at(-1)! })
      .first()
      .waitFor();
    const shown = (await items.allInnerTexts()).join('\n').replace(/\s+/g, ' ');
    // What leads to a paragraph counts with it, and has its number.
    let from = 0;
    for (const [i, words] of paragraphs.entries()) {
      const number = shown.indexOf(`P${i + 1} `, from);
      from = shown.indexOf(words, number);
      expect([number >= 0, from >= 0], `${words} in ${shown}`).toEqual([true, true]);
    }
    expect(shown).not.toContain(`P${paragraphs.length + 1} `);
  }

  test.each(GIVEN)(
    '%s is read in the page as the command reads it',
    async (name, written, body) => {
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
      const { text, paragraphs } = await readText(bytes, { name });
      const counted = paragraphs.filter(({ kind }) => kind === 'body');
      expect(counted.map(({ start, end }) => text.slice(start, end))).toEqual(body);
      await page.goto(`${workbench.address}#/`);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Open a file' }).click();
      await (
        await chooser
      ).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await begins(body);
      expect(complaints).toEqual([]);
    },
  );

  test.each(GIVEN.filter(([name]) => /\.(?:txt|eml|srt)$/.test(name)))(
    '%s may be pasted',
    async (name, written, body) => {
      const words = typeof written === 'string' ? written : body.join('\n\n');
      await page.goto(`${workbench.address}#/`);
      await page.getByRole('button', { name: 'Paste a text' }).click();
      await page.getByLabel('Paste the text here').fill(words);
      await page.getByRole('button', { name: 'Read it' }).click();
      await begins(body);
      // Letters that run from the right stand at the right.
      if (name === 'arabic.txt')
        expect(
          await page
            .locator('#pane-source')
            .getByText(body[0])
            .first()
            .evaluate((element) => getComputedStyle(element).direction),
        ).toBe('rtl');
    },
  );
});
