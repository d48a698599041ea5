import type { TextFormat } from '@standoff/evidence';
import fc from 'fast-check';
import { docxParts, packDocx } from '../../packages/evidence/test/reading/docx-writer.js';
import { assemble } from '../../packages/evidence/test/reading/pdf-writer.js';
import { utf8 } from './mutations.js';

type Bomb = (times: number) => Uint8Array;

const said = (before: string, piece: string, after = ''): Bomb => {
  return (times) => utf8(before + piece.repeat(times) + after);
};
const words = '<p>One two three.</p>';
const HEAD =
  'From: a@b.example\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n';

function archive(name: string, before: string, piece: string, after = ''): Bomb {
  return (times) => packDocx({ [name]: utf8(before + piece.repeat(times) + after) });
}

const TEXTS: Readonly<Record<Exclude<TextFormat, 'docx' | 'pdf'>, readonly Bomb[]>> = {
  text: [
    said('One ', '\u0F71\u0F72\u0301\u0323'),
    said('', 'a\n'),
    said('', '\n', 'a'),
    said('', 'word'),
    said('', '('),
    said('', 'One two. '),
    said('', '1. a\n\n'),
    said('', '00:00:01,000 --> 00:00:02,000\na\n\n'),
  ],
  markdown: [
    said('', '- ', 'x'),
    said('', '> ', 'x'),
    said('', '1. ', 'x'),
    (times) => utf8(Array.from({ length: times }, (_, k) => `${' '.repeat(2 * k)}- a\n`).join('')),
    said('', '['),
    said('', '![[]('),
    said('', '*a_ '),
    said('', '`a'),
    said('', '|a'),
    said('|a|\n|-|\n', '|b|\n'),
    said('a[^1]\n\n', '[^1]: b\n'),
    said('', '<div>'),
    said('', '# a\n\n'),
  ],
  html: [
    said('<body>', '<div>', words),
    said('<body>', '<ul><li>', words),
    said('<body>', '<table><tr><td>', words),
    said('<body>', '<b><p>', words),
    said('<body>', '<p>a</p>'),
    said(`<body>${words}`, '<div><p></span>'),
    (times) => utf8(`${'<div>'.repeat(times)}${'</p></ul>'.repeat(times)}${words}`),
    said('<body><p ', 'a="b" ', `>${words}`),
    said('<body><p>', '&amp;', '</p>'),
    said('<body>', '<!--', words),
    said('<body>', '<br>', words),
    said('<body>', '<svg><template>', words),
    said('<title>', 'a ', `</title>${words}`),
  ],
  odt: [
    archive('content.xml', '<office:text>', '<text:p>a</text:p>', '</office:text>'),
    archive('content.xml', '<office:text>', '<text:list><text:list-item>', '</office:text>'),
  ],
  epub: [archive('META-INF/container.xml', '', '<rootfile full-path="a"/>')],
  rtf: [
    said('{\\rtf1 ', '{\\b a', '}'),
    said('{\\rtf1 ', 'a\\par '),
    said('{\\rtf1 ', '{\\footnote a}'),
    said('{\\rtf1 ', "\\'e4"),
    said('{\\rtf1 ', 'a\\cell\\row '),
  ],
  mail: [
    said(HEAD, 'a\n'),
    said(HEAD, '\r\n--a\r\n\r\nb'),
    said('', 'Received: a\r\n', `${HEAD}a`),
    said(HEAD, '> '),
  ],
  subtitles: [
    said('WEBVTT\n\n', '00:00:01.000 --> 00:00:02.000\na\n\n'),
    said('WEBVTT\n\n', '<v a>'),
  ],
};

function docx(body: (times: number) => string): Bomb {
  const parts = docxParts([{ text: 'One two three.' }]);
  const document = new TextDecoder().decode(parts['word/document.xml']);
  return (times) =>
    packDocx({
      ...parts,
      'word/document.xml': utf8(document.replace('</w:body>', () => `${body(times)}</w:body>`)),
    });
}

const DOCX: readonly Bomb[] = [
  docx((times) => '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(times)),
  docx((times) => `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(times)}</w:p>`),
  docx((times) => `<w:p>${'<w:smartTag>'.repeat(times)}${'</w:smartTag>'.repeat(times)}</w:p>`),
  docx((times) => {
    const [begin, end] = ['<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'];
    return begin.repeat(times) + end.repeat(times);
  }),
  docx((times) => `<w:p><w:r><w:t>${' a'.repeat(50 * times)}</w:t></w:r></w:p>`),
  docx((times) => '<w:p><w:r><w:br/></w:r></w:p>'.repeat(times)),
];

/** A page that shows what is given, and further objects from number 5 on. */
function pdf(shown: string, further: readonly string[] = [], kids = '3 0 R'): Uint8Array {
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${kids.split(' R').length - 1} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> /XObject << /X 5 0 R >> >> >>`,
      `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
      ...further,
    ],
    '/Root 1 0 R',
  );
}

const LINE = 'BT /F 10 Tf 50 700 Td (One two three four five six) Tj ET';

const PDF: readonly Bomb[] = [
  // A form that shows the next one twice: so many forms, two to the power of so many lines.
  (times) => {
    const depth = Math.max(1, Math.round(Math.log2(times + 2)));
    const forms = Array.from({ length: depth }, (_, k) => {
      const shown = k === depth - 1 ? LINE : '/X Do /X Do';
      const next = k === depth - 1 ? '' : ` /XObject << /X ${k + 6} 0 R >>`;
      return `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources <<${next} >> /Length ${shown.length} >>\nstream\n${shown}\nendstream`;
    });
    return pdf(`${LINE}\n/X Do`, forms);
  },
  (times) => pdf(LINE, [], '3 0 R '.repeat(times + 1).trim()),
  (times) => pdf(`${LINE}\n`.repeat(times)),
  (times) => pdf(`BT /F 10 Tf 50 700 Td ${'(a) Tj '.repeat(times)}ET`),
  (times) => pdf(`${LINE}\n${'q '.repeat(times)}`),
  (times) => pdf(LINE, [`${'['.repeat(times)}${']'.repeat(times)}`]),
  (times) => pdf(LINE, [`${'<</A '.repeat(times)}1${'>>'.repeat(times)}`]),
  // Pages that are their own parents.
  () => pdf(LINE, [], '2 0 R 3 0 R'),
];

/** Files that are small and may be much work: nested, said often, unfolding. */
export function bombs(format: TextFormat, most: number): fc.Arbitrary<Uint8Array> {
  const all = format === 'docx' ? DOCX : format === 'pdf' ? PDF : TEXTS[format];
  return fc
    .tuple(fc.constantFrom(...all), fc.nat({ max: most }))
    .map(([bomb, times]) => bomb(times));
}
