import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read.js';
import { docxOf, docxParts } from './docx-writer.js';

const FIRST =
  'The keeper of the lock will close it in June, and the owners of the barges say that nobody will pass the weir without a pilot.';
const SECOND =
  'The county is against the closing. It says that the keeper has asked nobody, and that the company has known of it for years.';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

async function read(file: Uint8Array): Promise<{ shown: string[]; warnings: readonly string[] }> {
  const { text, paragraphs, warnings } = await readText(file);
  return {
    shown: paragraphs.map((one) => `${one.number} ${one.kind} ${text.slice(one.start, one.end)}`),
    warnings,
  };
}

const shown = async (body: string): Promise<string[]> => (await read(docxOf(body))).shown;

/** A document with a part of its own and how it is called from the main one. */
function withPart(body: string, name: string, type: string, part: string, rId = 'r9'): Uint8Array {
  const parts = docxParts([]);
  const document = new TextDecoder().decode(docxBody(body));
  const relations = new TextDecoder().decode(parts['word/_rels/document.xml.rels']);
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(document),
    'word/_rels/document.xml.rels': strToU8(
      relations.replace(
        '</Relationships>',
        `<Relationship Id="${rId}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${name}"/></Relationships>`,
      ),
    ),
    [`word/${name}`]: strToU8(part),
  });
}

function docxBody(body: string): Uint8Array {
  return strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
  );
}

describe('a Word document', () => {
  it('may have its text in a part of any name', async () => {
    const parts = docxParts([{ text: FIRST }, { text: SECOND }]);
    const relations = new TextDecoder().decode(parts['_rels/.rels']);
    const { 'word/document.xml': main, 'word/_rels/document.xml.rels': own, ...rest } = parts;
    const file = zipSync({
      ...rest,
      '_rels/.rels': strToU8(relations.replace('word/document.xml', '/word/text7.xml')),
      '[Content_Types].xml': strToU8(
        new TextDecoder().decode(parts['[Content_Types].xml']).replace('document.xml', 'text7.xml'),
      ),
      'word/text7.xml': main,
      'word/_rels/text7.xml.rels': own,
    });
    expect((await read(file)).shown).toEqual([`1 body ${FIRST}`, `2 body ${SECOND}`]);
  });

  it('keeps the words of equations, fields, ruby and text boxes', async () => {
    const formula =
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    const field = `<w:fldSimple w:instr=" DATE ">${run('3 May')}</w:fldSimple>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p(run('In a box.'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(run('In a box.'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(
      await shown(
        p(run(FIRST)) +
          p(
            `${box}${run('It is ')}${formula}${run(' on ')}${field}${run(' in ')}${ruby}${run('.')}`,
          ) +
          p(run(SECOND)),
      ),
    ).toEqual([
      `1 body ${FIRST}`,
      '2 body It is (a+b)/2x² on 3 May in 東京.',
      '3 body In a box.',
      `4 body ${SECOND}`,
    ]);
  });

  it('leaves hidden words and the table of contents out, and tells of the words', async () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('The county 7'))}</w:sdtContent></w:sdt>`;
    const field =
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('The lock 1'),
      ) + p(`${run('The county 7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`);
    const hidden = p(
      `${run('Nothing')}${run(' [check this]', '<w:vanish/>')}${run(' is', '<w:vanish w:val="0"/>')}${run(' decided.')}`,
    );
    const { shown, warnings } = await read(docxOf(contents + field + p(run(FIRST)) + hidden));
    expect(shown).toEqual([`1 body ${FIRST}`, '2 body Nothing is decided.']);
    expect(warnings).toEqual(['Hidden text was left out; it stands after “Nothing”.']);
  });

  it('has the title above it, whether a style says so or not', async () => {
    expect(
      await shown(p(run('The quarrel about the lock')) + p(run(FIRST)) + p(run(SECOND))),
    ).toEqual(['0 title The quarrel about the lock', `1 body ${FIRST}`, `2 body ${SECOND}`]);
  });

  it('has rows of tables as one paragraph, whatever their cells hold', async () => {
    const cell = (...texts: string[]): string =>
      `<w:tc>${texts.map((text) => p(text)).join('')}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(run('May') + '<w:r><w:br/></w:r>' + run('and June'))}${cell(run('a loss'), run('of 4'))}</w:tr></w:tbl>`;
    expect(await shown(p(run(FIRST)) + table + p(run(SECOND)))).toEqual([
      `1 body ${FIRST}`,
      '2 body May and June | a loss of 4',
      `3 body ${SECOND}`,
    ]);
  });

  it('counts items as its numbering says, over what stands between them', async () => {
    const level = (at: number, format: string, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', 'Art. %1')}${level(1, 'lowerLetter', '%2)')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (at: number, list = 1): string =>
      p(
        run(SECOND.repeat(3)),
        `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`,
      );
    const body =
      item(0) + item(1) + p(run(FIRST)) + item(1) + item(2) + item(0) + item(1) + item(0, 2);
    const { shown } = await read(withPart(body, 'numbering.xml', 'numbering', numbering));
    expect(shown.map((one) => one.slice(0, 16))).toEqual([
      '1 body Art. I Th',
      '2 body a) The co',
      '3 body The keepe',
      '4 body b) The co',
      '5 body I.b.1 The',
      '6 body Art. II T',
      '7 body a) The co',
      '8 body Art. IX T',
    ]);
  });

  it('may hold a page of another form, or say that it holds what is not read', async () => {
    const chunk = p(run(FIRST)) + '<w:altChunk r:id="r9"/>';
    const page = `<html><body><p>${SECOND}</p></body></html>`;
    expect((await read(withPart(chunk, 'a.htm', 'aFChunk', page))).shown).toEqual([
      `1 body ${FIRST}`,
      `2 body ${SECOND}`,
    ]);
    expect((await read(withPart(chunk, 'a.xps', 'aFChunk', '{}'))).warnings).toEqual([
      'A file within the document (a.xps) is not read; it stands after “pass the weir without a pilot.”.',
    ]);
  });

  it('may have links that lead nowhere, captions, ends of pages within a paragraph', async () => {
    const body =
      p(`<w:hyperlink r:id="none">${run('The lock')}</w:hyperlink>` + run(' closes.')) +
      p(run('The lock in winter'), '<w:pStyle w:val="Bildunterschrift"/>') +
      p(run('Nobody asks.') + '<w:r><w:br w:type="page"/></w:r>' + run('It closes.'));
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Bildunterschrift"><w:name w:val="caption"/></w:style></w:styles>`;
    const parts = { ...unzipSync(docxOf(body)), 'word/styles.xml': strToU8(styles) };
    const shown = [
      '1 body The lock closes.',
      '2 caption The lock in winter',
      '2 body Nobody asks. It closes.',
    ];
    expect((await read(zipSync(parts))).shown).toEqual(shown);
    // As some programs pack it.
    const odd = Object.entries(parts).map(([name, bytes]) => [
      name === 'word/document.xml' ? 'word\\Document.xml' : name,
      bytes,
    ]);
    expect((await read(zipSync(Object.fromEntries(odd) as typeof parts))).shown).toEqual(shown);
  });

  it('gives neither its creation as a date nor its typist as the author', async () => {
    const file = zipSync(
      docxParts(
        [{ text: 'The lock', style: 'Title' }, { text: 'By Ada Sample' }, { text: FIRST }],
        {
          creator: 'Typing pool',
          created: '2026-01-01T00:00:00Z',
        },
      ),
    );
    expect((await readText(file)).metadata).toMatchObject({
      author: 'Ada Sample',
      published: null,
    });
  });

  it('has the signs and limits of its equations', async () => {
    const q = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${q('i=1')}</m:sub><m:sup>${q('n')}</m:sup><m:e>${q('x')}</m:e></m:nary>`;
    const rest = `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${q('a')}</m:e></m:d><m:func><m:fName>${q('ln')}</m:fName><m:e>${q('z')}</m:e></m:func>`;
    const body = p(run(FIRST)) + p(`${run('It is ')}<m:oMath>${sum}${rest}</m:oMath>${run('.')}`);
    expect((await shown(body)).at(-1)).toBe('2 body It is ∑_(i=1)^n x[a]ln z.');
  });

  it('has the boxes of one paragraph in their order, and a small table in a cell', async () => {
    const box = (text: string): string =>
      `<w:r><w:pict><v:textbox><w:txbxContent>${p(run(text))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const table = (...cells: string[]): string =>
      `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;
    const inner = table(p(run('May')), p(run('120')));
    const body =
      p(run(FIRST) + box('One box.') + box('Another box.')) +
      table(p(run('Barges')), inner + p('')) +
      p(run(SECOND));
    expect(await shown(body)).toEqual([
      `1 body ${FIRST}`,
      '2 body One box.',
      '3 body Another box.',
      '4 body Barges | May | 120',
      `5 body ${SECOND}`,
    ]);
  });

  it('may call its vocabulary as it likes', async () => {
    const body =
      p(run(FIRST), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      p(run('Open.') + run(' Secret.', '<w:vanish/>'));
    const parts = unzipSync(docxOf(body));
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/_rels/document.xml.rels']) {
      const xml = new TextDecoder().decode(parts[name]);
      parts[name] = strToU8(
        xml
          .replace(/\bw:/gu, 'ns0:')
          .replace('xmlns:w=', 'xmlns:ns0=')
          .replace(/<(\/?)Relationship/gu, '<$1x:Relationship')
          .replace('xmlns="', 'xmlns:x="'),
      );
    }
    const read = await readText(zipSync(parts));
    expect(read.text).toBe(`• ${FIRST}\n\nOpen.`);
    expect(read.warnings).toEqual(['Hidden text was left out; it stands after “Open.”.']);
  });

  it('counts as the list of a style does, in words and without what was deleted', async () => {
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Art"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Art"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ordinalText"/><w:lvlText w:val="%1:"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="11"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%2、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (text: string, at = 0, more = ''): string =>
      p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>${more}`);
    const gone = '<w:del w:id="2"><w:r><w:delText>Gone.</w:delText></w:r></w:del>';
    const body =
      item(run(SECOND.repeat(2))) +
      item(gone, 0, '<w:rPr><w:del w:id="1"/></w:rPr>') +
      item(run(FIRST.repeat(2))) +
      item(run(SECOND.repeat(2)), 1);
    const { shown } = await read(withPart(body, 'numbering.xml', 'numbering', numbering));
    expect(shown.map((one) => one.slice(0, 18))).toEqual([
      '1 body First: The ',
      '2 body Second: The',
      '3 body 十一、 The cou',
    ]);
  });

  it('may hold documents of other programs, but no further ones in them', async () => {
    const chunk = p(run(FIRST)) + '<w:altChunk r:id="r9"/>';
    const both = [`1 body ${FIRST}`, `2 body ${SECOND}`];
    const rtf = `{\\rtf1\\ansi ${SECOND}\\par}`;
    expect((await read(withPart(chunk, 'a.rtf', 'aFChunk', rtf))).shown).toEqual(both);
    const page = `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: x\r\n\r\n<html><body><p>${SECOND}</p></body></html>`;
    expect((await read(withPart(chunk, 'a.mht', 'aFChunk', page))).shown).toEqual(both);
    const inner = withPart(p(run(SECOND)) + '<w:altChunk r:id="r9"/>', 'b.rtf', 'aFChunk', rtf);
    const outer = unzipSync(withPart(chunk, 'a.docx', 'aFChunk', ''));
    const within = await read(zipSync({ ...outer, 'word/a.docx': inner }));
    expect(within.shown).toEqual(both);
    expect(within.warnings.join()).toContain('(b.rtf) is not read');
    // What is broken within is no more than not read.
    const broken = await read(zipSync({ ...outer, 'word/a.docx': strToU8('PK') }));
    expect(broken.shown).toEqual(both.slice(0, 1));
    expect(broken.warnings.join()).toContain('(a.docx) is not read');
  });
});
