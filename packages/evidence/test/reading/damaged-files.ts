import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { docxOf, docxParts, writeDocx } from './docx-writer.js';
import { assemble, typeset, writePdf } from './pdf-writer.js';

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const PARAGRAPH = 'A paragraph that is long enough to be one.';
const PDF = writePdf(typeset([PARAGRAPH], {}));

/** A file that is refused, with the code and words of the reason. */
export interface Damaged {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  readonly says: string;
}

/** The standard security handler with a password nobody has. */
function encryptedPdf(): Uint8Array {
  const junk = '<' + 'ab'.repeat(32) + '>';
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${junk} /U ${junk} >>`,
    ],
    `/Root 1 0 R /Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`,
  );
}

const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>';
const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
const page = (contents: string, resources = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${contents} /Resources << ${FONT} ${resources} >> >>`;

/** A PDF of one page; what is packed is packed as often as there are filters. */
export function pdfOfPage(content: string, packed = 0): Uint8Array {
  let bytes = latin(content);
  for (let k = 0; k < packed; k++) bytes = deflateSync(bytes, { level: 9 });
  const text = Buffer.from(bytes).toString('latin1');
  const filters = '/FlateDecode '.repeat(packed);
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('4 0 R'),
      stream(`/Filter [${filters}]`, text),
    ],
    '/Root 1 0 R',
  );
}

/** A PDF of forms that show the next one so many times each; the last one holds the text. */
export function pdfOfForms(forms: number, times: number): Uint8Array {
  const form = (content: string, next: string): string =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${FONT} ${next} >>`,
      content,
    );
  const shown = (number: number): string => `/XObject << /A ${number} 0 R >>`;
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('4 0 R', shown(5)),
      stream('', '/A Do'),
      ...Array.from({ length: forms }, (_, k) => form('/A Do '.repeat(times), shown(6 + k))),
      form('BT /F 10 Tf 50 700 Td (x) Tj ET', ''),
    ],
    '/Root 1 0 R',
  );
}

/** A PDF whose one page is listed so many times. */
function pdfOfPages(pages: number): Uint8Array {
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
      page('4 0 R'),
      stream('', 'BT /F 10 Tf 50 700 Td (x) Tj ET'),
    ],
    '/Root 1 0 R',
  );
}

/** The archive with one of its files' words changed behind its checksum. */
export function withWrongChecksum(): Uint8Array {
  const docx = zipSync(docxParts([{ text: PARAGRAPH }]), { level: 0 });
  const at = Buffer.from(docx).indexOf('long enough');
  return docx.with(at, 'w'.charCodeAt(0));
}

export function withoutEnd(): Uint8Array {
  const docx = zipSync(docxParts([{ text: PARAGRAPH }]), { level: 0 });
  return docx.slice(0, Buffer.from(docx).indexOf('PK\x01\x02'));
}

export const DAMAGED: readonly Damaged[] = [
  ['nothing', 'a.txt', new Uint8Array(0), 'empty', 'The file is empty'],
  [
    'bytes that are no text',
    'a.md',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 32),
    'binary',
    'control characters',
  ],
  [
    'a page nested too deep',
    'a.html',
    latin('<!doctype html>' + '<div>'.repeat(20_000) + 'x'),
    'too-deep',
    'deep',
  ],
  ['a PDF cut off in its head', 'a.pdf', PDF.slice(0, 60), 'broken', 'broken or cut off'],
  ['a PDF of noise', 'a.pdf', latin('%PDF-1.7\n' + 'x'.repeat(5000)), 'broken', 'broken'],
  ['a PDF without text', 'a.pdf', writePdf([[], []]), 'no-text', 'holds no text'],
  ['an encrypted PDF', 'a.pdf', encryptedPdf(), 'encrypted', 'asks for a password'],
  ['a PDF of many pages', 'a.pdf', pdfOfPages(10_001), 'too-large', 'has 10 001 pages'],
  ['a PDF of deep forms', 'a.pdf', pdfOfForms(60, 1), 'too-large', 'more than 50 deep'],
  ['a PDF of states', 'a.pdf', pdfOfPage('q '.repeat(3000)), 'too-large', '1 000 states'],
  [
    'a PDF packed twice',
    'a.pdf',
    pdfOfPage(' '.repeat(68_000_000), 2),
    'too-large',
    'unpacks to more than 67 MB',
  ],
  [
    'a DOCX cut off',
    'a.docx',
    writeDocx([{ text: 'One two three. '.repeat(50) }]).slice(0, 900),
    'broken',
    'broken or cut off',
  ],
  ['a ZIP archive', 'a.docx', zipSync({ 'a.txt': strToU8('hello') }), 'archive', 'a ZIP archive'],
  [
    'a DOCX of elements',
    'a.docx',
    docxOf('<w:p/>'.repeat(400_001)),
    'too-large',
    'more than 400 000 elements',
  ],
  [
    'a DOCX of tables in tables',
    'a.docx',
    docxOf('<w:tbl><w:tr><w:tc>'.repeat(100) + '</w:tc></w:tr></w:tbl>'.repeat(100)),
    'too-deep',
    'more than 250 deep',
  ],
].map(([what, name, bytes, code, says]) => ({ what, name, bytes, code, says }) as Damaged);
