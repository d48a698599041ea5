import { describe, expect, it } from 'vitest';
import { LIMITS, ReadError, type Limits } from '../../src/index.js';
import { readText } from '../../src/read.js';
import { crc32 } from '../../src/reading/zip-directory.js';
import { latin, pdfOfForms, pdfOfPage } from './damaged-files.js';
import { docxOf, docxParts } from './docx-writer.js';
import { assemble } from './pdf-writer.js';
import { strToU8, zipSync } from 'fflate';

/** Limits that a small file passes; what a file costs is counted in the same way. */
const LOW: Limits = {
  ...LIMITS,
  pdf: { ...LIMITS.pdf, words: 100_000, letters: 20_000, forms: 500, stream: 2 ** 19 },
  docx: { ...LIMITS.docx, entries: 100, elements: 4000 },
};

async function reason(bytes: Uint8Array, limits?: Limits): Promise<string> {
  try {
    return (await readText(bytes, limits && { limits })).text;
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError);
    return `${(error as ReadError).code}: ${error instanceof Error ? error.message : ''}`;
  }
}

const WORDS = 'BT /F 10 Tf 50 700 Td (A few words.) Tj ET ';

describe('what a PDF costs', () => {
  it('forms that double are counted each time they are shown', async () => {
    expect(await reason(pdfOfForms(25, 2), LOW)).toBe(
      'too-large: The PDF is not read: its pages are put together of more than 500 forms.',
    );
  });

  it('operators that have nothing to work on are counted too', async () => {
    expect(await reason(pdfOfPage('Tj '.repeat(100_001), 1), LOW)).toContain(
      'more than 100 000 operators and operands',
    );
  });

  it('letters are counted, also those of one glyph', async () => {
    expect(await reason(pdfOfPage(`BT /F 10 Tf (${'a'.repeat(20_001)}) Tj ET`, 1), LOW)).toContain(
      'more than 20 000 letters',
    );
  });

  it('a stream is counted while it unpacks, packed twice too', async () => {
    for (const packed of [1, 2]) {
      expect(await reason(pdfOfPage(' '.repeat(530_000), packed), LOW)).toContain(
        'one of its streams unpacks to more than',
      );
    }
  });

  it('a form within itself is left out, and the text around it is read', async () => {
    const file = assemble(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 6 0 R >> /XObject << /A 5 0 R >> >> >>',
        `<< /Length ${WORDS.length + 6} >>\nstream\n${WORDS}/A Do \nendstream`,
        '<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /A 5 0 R >> >> /Length 5 >>\nstream\n/A Do\nendstream',
        '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      ],
      '/Root 1 0 R',
    );
    expect(await reason(file)).toBe('A few words.');
  });

  it.each([
    ['pages that are their own kids', '[2 0 R]', '/Count 5'],
    ['a page tree that leads back', '[4 0 R]', '/Count 1'],
    ['a number of pages that is not true', '[]', '/Count 2000000000'],
  ])('%s end', async (_, kids, count) => {
    const file = assemble(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids ${kids} ${count} /Parent 4 0 R >>`,
        'null',
        '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>',
      ],
      '/Root 1 0 R',
    );
    expect(await reason(file)).toMatch(/^(?:broken|no-text|too-large): The PDF/u);
  });

  it('arrays within arrays are too deep for the page, not for the program', async () => {
    expect(await reason(pdfOfPage(`${WORDS}${'['.repeat(100_000)}`))).toMatch(
      /^A few words\.|^broken/u,
    );
  });

  it('what one file costs is not counted for the next, nor for one beside it', async () => {
    const dear = pdfOfPage('q '.repeat(3000));
    const plain = pdfOfPage(WORDS);
    expect(await Promise.all([dear, plain, dear, plain].map((file) => reason(file)))).toEqual([
      expect.stringContaining('states'),
      'A few words.',
      expect.stringContaining('states'),
      'A few words.',
    ]);
  });

  it('leaves the console and the globals of the program alone', async () => {
    const before = [console.warn, Array.prototype.push];
    await readText(pdfOfPage(WORDS));
    expect([console.warn, Array.prototype.push]).toEqual(before);
    expect('DOMMatrix' in globalThis).toBe(false);
  });
});

describe('what a DOCX costs', () => {
  const run = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('runs are elements too', async () => {
    expect(await reason(docxOf(`<w:p>${'<w:r/>'.repeat(4001)}</w:p>`), LOW)).toContain(
      'more than 4 000 elements',
    );
  });

  it('entities of its own are not unfolded', async () => {
    const xml = `<!DOCTYPE d [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${run('&c;')}</w:body></w:document>`;
    const said = await reason(zipSync({ ...docxParts([]), 'word/document.xml': strToU8(xml) }));
    expect(said.length).toBeLessThan(1000);
  });

  it('notes that refer to themselves, and styles that go round, end', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const file = zipSync({
      ...docxParts([]),
      'word/document.xml': strToU8(
        `<w:document ${word}><w:body><w:p><w:r><w:t>A few words.</w:t></w:r>${note}</w:p></w:body></w:document>`,
      ),
      'word/footnotes.xml': strToU8(
        `<w:footnotes ${word}><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r>${note}</w:p></w:footnote></w:footnotes>`,
      ),
      'word/numbering.xml': strToU8(
        `<w:numbering ${word}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
      ),
      'word/styles.xml': strToU8(
        `<w:styles ${word}><w:style w:type="numbering" w:styleId="L"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
      ),
    });
    expect(await reason(file)).toMatch(/^A few words\..*A note\./su);
  });

  it('parts that lead to each other end', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relationships = (target: string): Uint8Array =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="${target}"/><Relationship Id="r2" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      );
    const file = zipSync({
      ...docxParts([{ text: 'A few words.' }]),
      '_rels/.rels': relationships('_rels/.rels'),
      'word/_rels/document.xml.rels': relationships('document.xml'),
    });
    expect(await reason(file)).toBe('A few words.');
  });

  it('an archive of many entries is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, i) => [`x/${i}`, new Uint8Array(0)]),
    );
    expect(await reason(zipSync({ 'word/a.xml': new Uint8Array(0), ...many }), LOW)).toContain(
      'more than 100 files',
    );
  });
});

it('checksums of ZIP archives are those of the standard', () => {
  expect(crc32(latin('123456789'))).toBe(0xcbf43926);
  expect(crc32(latin('6789'), crc32(latin('12345')))).toBe(0xcbf43926);
});
