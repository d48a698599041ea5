import { describe, expect, it } from 'vitest';
import type { TextFormat } from '../../src/index.js';
import { readText } from '../../src/read.js';
import { writeDocx } from './docx-writer.js';
import { typeset, writePdf } from './pdf-writer.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (text: string): string =>
  [...text].map((c) => `&#x${c.codePointAt(0)!.toString(16)};`).join('');

/** Invisible, turned and decomposed, and the same as it is read. */
const HIDDEN = 'x \u202Ee\u0301 so\u00ADft\u200B \u2066words\u2069';
const READ = 'x é soft words';
const TURNED =
  '1 character that reverses the direction of writing left out: the text may have looked different on the screen.';
const CONTROLS = '2 control characters were left out.';
const HALF = '1 half of a character was left out.';
const OTHER = 'A second paragraph that is long enough to be one stands here.';

describe('what no reader sees goes after parsing, whatever the format', () => {
  it.each<[string, TextFormat, Uint8Array, readonly string[]]>([
    ['plain text', 'text', utf8(`\x1B${HIDDEN}\x07.\n\n${OTHER}`), [CONTROLS, TURNED]],
    ['Markdown', 'markdown', utf8(`\x1B${HIDDEN}\x07.\n\n${OTHER}`), [CONTROLS, TURNED]],
    ['references in Markdown', 'markdown', utf8(`${codes(HIDDEN)}.\n\n${OTHER}`), [TURNED]],
    ['HTML', 'html', utf8(`<p>\x1B${HIDDEN}\x07.</p><p>${OTHER}</p>`), [CONTROLS, TURNED]],
    [
      'references in HTML',
      'html',
      utf8(`<p>${codes(`\x1B${HIDDEN}\x07`)}.</p><p>${OTHER}</p>`),
      [CONTROLS, TURNED],
    ],
    ['Word', 'docx', writeDocx([{ text: `${HIDDEN}.` }, { text: OTHER }]), [TURNED]],
    ['references in Word', 'docx', writeDocx([{ text: HIDDEN }, { text: OTHER }]), [TURNED]],
  ])('%s', async (_, format, bytes, warnings) => {
    const text = await readText(bytes, { format });
    expect(text.text.replace(/\.?\n\n.*/u, '')).toBe(READ);
    expect(text.warnings).toEqual(warnings);
  });

  it.each<[string, TextFormat, Uint8Array, readonly string[]]>([
    [
      'Markdown',
      'markdown',
      utf8(`---\ntitle: "${HIDDEN}\x07"\nauthor: A\x1Bnn\n---\n\n${OTHER}`),
      [CONTROLS, TURNED],
    ],
    [
      'HTML',
      'html',
      utf8(
        `<title>${codes(`${HIDDEN}\x07`)}</title><meta name=author content="A&#x1b;nn"><p>${OTHER}`,
      ),
      // The title stands above the text too.
      [
        '3 control characters were left out.',
        TURNED.replace('1 character that', '2 characters that').replace('reverses', 'reverse'),
      ],
    ],
    [
      'JSON in HTML',
      'html',
      utf8(
        `<script type="application/ld+json">{"@type":"Article","headline":"${HIDDEN}","author":"A\\u001bn\\u0007n\\ud800"}</script><h1>T</h1><p>${OTHER}`,
      ),
      [CONTROLS, HALF, TURNED],
    ],
    [
      'Word',
      'docx',
      writeDocx([{ text: OTHER }], { title: HIDDEN, creator: 'A\x1Bn\x07n' }),
      [CONTROLS, TURNED],
    ],
    [
      'PDF',
      'pdf',
      writePdf(typeset([OTHER], {}), {
        Title: `\u00FE\u00FF${[...HIDDEN].map((c) => String.fromCharCode(c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255)).join('')}`,
        Author: 'A\u00ADnn',
      }),
      [TURNED],
    ],
  ])('title and author: %s', async (_, format, bytes, warnings) => {
    const text = await readText(bytes, { format });
    expect(text.metadata).toMatchObject({ title: READ, author: 'Ann' });
    expect(text.warnings).toEqual(warnings);
  });

  it('a line of characters without width is blank; a word cut at a soft hyphen is whole', async () => {
    const text = await readText(utf8(`One stands here.\n\u200B\uFEFF\nTwo be\u00AD\ngins here.`));
    expect(text.text).toBe('One stands here.\n\nTwo begins here.');
    expect(text.warnings).toEqual([]);
  });

  it('joiners stay: they belong to words', async () => {
    const words = 'می‌خواهد کرد و 👩‍🚀 هم رفت.';
    expect((await readText(utf8(words))).text).toBe(words);
  });

  it('a name that is cut does not end in half of a letter', async () => {
    const title = `${'a'.repeat(999)}😀😀`;
    const text = await readText(utf8(`<title>${title}</title><p>${OTHER}`));
    expect(text.metadata.title).toBe('a'.repeat(999));
  });

  it('marks heaped on a letter are cut off at 30, so that composing takes no square of them', async () => {
    const marks = '\u0301\u0316'.repeat(200_000);
    const text = await readText(utf8(`a${marks} words. Zia\u0302\u0323 stays.`));
    expect(text.text).toMatch(/^á\p{M}{29} words\. Ziậ stays\.$/u);
    expect(text.warnings).toEqual(['399970 marks heaped on letters were left out.']);
  });
});
