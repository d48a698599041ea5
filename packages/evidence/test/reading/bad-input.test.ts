import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paragraphText, ReadError } from '../../src/index.js';
import { readText, type ReadOptions } from '../../src/read.js';
import { DAMAGED, latin, withoutEnd, withWrongChecksum } from './damaged-files.js';
import { docxParts } from './docx-writer.js';
import { typeset, writePdf } from './pdf-writer.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failure(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadError> {
  const error: unknown = await readText(bytes, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ReadError);
  return error as ReadError;
}

const PDF = writePdf(typeset(['A paragraph that is long enough to be one.'], {}));

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['only white space', utf8(' \n\n\t\n'), 'no-text'],
    ['a picture', latin('\x89PNG\r\n\x1a\n' + '\0'.repeat(100)), 'image'],
    [
      'an old Word file',
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + '\0'.repeat(600)),
      'old-office',
    ],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'archive'],
    [
      'a DOCX whose document is noise',
      zipSync({ ...docxParts([]), 'word/document.xml': strToU8('<w:document><') }),
      'broken',
    ],
  ])('%s', async (_, bytes, code) => {
    const error = await failure(bytes);
    expect(error.code).toBe(code);
    expect(error.message.length).toBeGreaterThan(15);
    expect(error.hint).not.toBeNull();
  });

  it.each(DAMAGED)('$what', async ({ name, bytes, code, says }) => {
    const error = await failure(bytes, { name });
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(says)]);
    expect(error.hint).not.toBeNull();
  });

  it('a zip bomb is stopped while it unfolds', async () => {
    const bomb = zipSync(
      { ...docxParts([]), 'word/document.xml': new Uint8Array(150_000_000).fill(32) },
      { level: 1 },
    );
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const error = await failure(bomb);
    expect(error.code).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250_000_000);
  });

  it('HTML nested too deep', async () => {
    const error = await failure(utf8('<!doctype html>' + '<div>'.repeat(200_000) + 'x'));
    expect(error.code).toBe('too-deep');
  });

  it('a file larger than is read', async () => {
    const error = await failure({ length: 200_000_001 } as Uint8Array);
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('200 MB');
  });

  it('stops between pages where asked to', async () => {
    const error = await failure(PDF, { signal: { aborted: true } });
    expect(error.code).toBe('cancelled');
  });
});

describe('files that are read with a warning', () => {
  it('UTF-8 with stray Windows-1252 bytes', async () => {
    const bytes = Uint8Array.from([
      ...utf8('Zürich said “no”. '),
      0x93,
      0x6e,
      0x6f,
      0x94,
      0x20,
      0xe9,
    ]);
    const text = await readText(bytes);
    expect(text.text).toBe('Zürich said “no”. “no” é');
    expect(text.warnings).toEqual([
      '3 bytes are not UTF-8 (the first at byte 23); read as Windows-1252.',
    ]);
  });

  it.each(['le', 'be'])('UTF-16%s, with and without its mark', async (order) => {
    const words = 'The talks began in Zürich on Monday.';
    const units = [...('\uFEFF' + words)].flatMap((c) => {
      const unit = c.charCodeAt(0);
      return order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    });
    const marked = await readText(Uint8Array.from(units));
    const bare = await readText(Uint8Array.from(units.slice(2)));
    expect([marked.text, marked.warnings]).toEqual([words, []]);
    expect(bare.text).toBe(words);
    expect(bare.warnings).toEqual([
      `There is no byte order mark; read as UTF-16${order.toUpperCase()}.`,
    ]);
  });

  it('a character set that HTML declares', async () => {
    const bytes = latin(
      '<!doctype html><meta charset=windows-1251><p>\xcc\xee\xf1\xea\xe2\xe0.</p>',
    );
    const text = await readText(bytes);
    expect(text.text).toContain('Москва.');
    expect(text.warnings).toEqual([]);
  });

  it('a few NUL bytes', async () => {
    const text = await readText(utf8('The talks\0 began.'));
    expect(text.text).toBe('The talks began.');
    expect(text.warnings).toEqual(['1 control character was left out.']);
  });

  it('right-to-left text keeps its order; characters that turn it go', async () => {
    const words = 'بدأت المحادثات في جنيف يوم الاثنين.';
    const text = await readText(utf8(`\u202B${words}\u202C\n\n\u202Eabc\u202C is not cba.`));
    expect(text.paragraphs.map((p) => paragraphText(text, p))).toEqual([words, 'abc is not cba.']);
    expect(text.warnings).toHaveLength(1);
    expect(text.warnings[0]).toMatch(/^1 character that reverses the direction/u);
  });

  it('a DOCX with a wrong checksum, and one without its end', async () => {
    const wrong = await readText(withWrongChecksum());
    expect(wrong.text).toBe('A paragraph that is wong enough to be one.');
    expect(wrong.warnings).toEqual([
      'The checksum of word/document.xml is wrong: the file is damaged, and its words may be too.',
    ]);
    const cut = await readText(withoutEnd());
    expect(cut.text).toBe('A paragraph that is long enough to be one.');
    expect(cut.warnings).toEqual([
      'The end of the file is missing: it was cut off. Text may be missing too.',
    ]);
  });

  it('a PDF with one page that has no text', async () => {
    const [page] = typeset(['A paragraph that is long enough to be one.'], {});
    const text = await readText(writePdf([page, [], page]));
    expect(text.warnings).toEqual(['Page 2 is without text: blank, or a picture of text.']);
  });
});

describe('HTML', () => {
  it('never runs what it holds, and leaves scripts, frames and forms out', async () => {
    const globals = globalThis as { ranByHtml?: boolean };
    const html = `<!doctype html><html><head><title>Talks</title><script>globalThis.ranByHtml = true</script></head>
      <body onload="globalThis.ranByHtml = true"><p onclick="globalThis.ranByHtml = true">The talks began on Monday.</p>
      <img src=x onerror="globalThis.ranByHtml = true"><iframe srcdoc="<p>framed</p>">inner</iframe>
      <svg><script>globalThis.ranByHtml = true</script></svg><form><button>Subscribe now</button></form>
      <p>They ended on Friday.<script>document.write('x')</script></p></body></html>`;
    const text = await readText(utf8(html));
    expect(text.text).toBe('Talks\n\nThe talks began on Monday.\n\nThey ended on Friday.');
    expect(globals.ranByHtml).toBeUndefined();
  });
});
