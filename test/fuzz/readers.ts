import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ReadError, type SourceText, type TextFormat } from '@standoff/evidence';
import { readText } from '@standoff/evidence/read';
import fc from 'fast-check';
import { docxParts, packDocx } from '../../packages/evidence/test/reading/docx-writer.js';
import { FILES } from '../../packages/evidence/test/reading/five-files.js';
import { bombs } from './bombs.js';
import { mutated, STRANGE, utf8 } from './mutations.js';
import { expectThat, target, type Target } from './target.js';

const PAGE = readFileSync(new URL('../../docs/evidence.md', import.meta.url), 'utf8');
const CODES = new Set([...PAGE.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code));

/** What steers a terminal or turns a line round, and halves of characters. */
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;

const PIECES: Readonly<Record<TextFormat, readonly string[]>> = {
  text: [
    '\n\n',
    '\n',
    '1.',
    'By A. Writer',
    '27 April 2018',
    '[1]',
    '00:00:01,000 --> 00:00:02,000',
  ],
  markdown: [
    '# ',
    '- ',
    '> ',
    '```',
    '[a](b)',
    '[^1]',
    '[^1]: ',
    '|a|b|\n|-|-|\n',
    '---\n',
    '<!--',
    '*',
    '_',
    '&#27;',
    '&#x202e;',
  ],
  html: [
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<body>',
    '<!--',
    '-->',
    '<script>',
    '<table><tr><td>',
    '<br>',
    '<svg>',
    '<template>',
    '&#27;',
    '&#x202e;',
    '&#0;',
    '&#xD800;',
    '<meta charset=utf-16>',
    '<title>',
    '<![CDATA[',
    '<frameset>',
  ],
  docx: [
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '<w:t>',
    '<w:br/>',
    '<w:tab/>',
    '<w:tbl><w:tr><w:tc>',
    '&#27;',
    '&#x202e;',
    '&#9;',
    '<!--',
    'w:val="',
    '<w:numPr>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
  ],
  pdf: [
    'obj',
    'endobj',
    'stream',
    'endstream',
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    'Tj',
    'TJ',
    'BT',
    'ET',
    '/Kids [2 0 R]',
    '/Count 9',
    '1 0 R',
    '/Rotate 90',
    '/Length 0',
    'xref',
    'trailer',
    '%',
    '<0000>',
    '/Encrypt 1 0 R',
  ],
  odt: ['<text:p>', '</text:p>', '<text:note>', '<table:table-row>', 'mimetype', '&#27;'],
  epub: ['<item id="a"/>', '<itemref idref="a"/>', '../', 'mimetype', '<p>', '&#x202e;'],
  rtf: ['{', '}', '\\par ', '\\u8238?', "\\'1b", '\\bin9 ', '\\v ', '\\footnote ', '\\cell\\row '],
  mail: [
    '\r\n\r\n',
    'Content-Type: text/html\r\n',
    'Content-Type: multipart/mixed; boundary=a\r\n',
    '--a\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    '=1B',
    '>',
  ],
  subtitles: ['\n\n', '00:00:01,000 --> 00:00:02,000', '<v A>', 'WEBVTT', '{\\an8}', '- '],
};

const DOCX_TEXT = [
  'Title',
  'By A. Writer',
  'The first paragraph says something. It goes on.',
  'The second says more.',
];

/** A Word document with changes in one of its parts, so that the archive around it is whole. */
function mutatedDocx(pieces: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const parts = docxParts(
    DOCX_TEXT.map((text) => ({ text })),
    { title: 'T', creator: 'A' },
  );
  return fc
    .constantFrom(...Object.keys(parts))
    .chain((name) =>
      mutated([parts[name]], pieces).map((part) => packDocx({ ...parts, [name]: part })),
    );
}

export function readers(scale: number): Target[] {
  return (Object.keys(FILES) as TextFormat[]).map((format) => {
    const pieces = [...PIECES[format], ...STRANGE].map(utf8);
    const known = { format: fc.constantFrom(format, undefined) };
    const bytes = fc.oneof(
      { weight: 6, arbitrary: mutated([FILES[format]], pieces) },
      ...(format === 'docx' ? [{ weight: 8, arbitrary: mutatedDocx(pieces) }] : []),
      { weight: 1, arbitrary: bombs(format, 30 * scale) },
    );
    return target(`read-${format}`, {
      runs: format === 'pdf' ? 60 : 120,
      input: fc.record({ ...known, bytes }),
      check: checkRead,
      shown: ({ bytes: file, format: said }) => `${said ?? 'by its content'}: ${shownBytes(file)}`,
    });
  });
}

async function checkRead({
  bytes,
  format,
}: {
  readonly bytes: Uint8Array;
  readonly format: TextFormat | undefined;
}): Promise<void> {
  const read = async (): Promise<SourceText | ReadError> => {
    try {
      // Some readers take the bytes for themselves.
      return await readText(bytes.slice(), format === undefined ? {} : { format });
    } catch (error) {
      if (error instanceof ReadError) return error;
      throw error;
    }
  };
  const text = await read();
  if (text instanceof ReadError) {
    expectThat(CODES.has(text.code), `the code ${text.code} is not documented`);
    expectThat(text.message.trim() !== '', `${text.code} says nothing`);
    return;
  }
  checkText(text);
  deepEqual(await read(), text);
}

function checkText({ text, paragraphs, metadata }: SourceText): void {
  expectThat(paragraphs.length > 0, 'no paragraph and no refusal');
  equal(paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n\n'), text);
  let last = 0;
  for (const { number, start, end } of paragraphs) {
    expectThat(end > start, 'an empty paragraph');
    expectThat(number >= last, 'numbers fall');
    last = number;
  }
  for (const [what, words] of [['the text', text], ...Object.entries(metadata)]) {
    const unseen = UNSEEN.exec((words as string | null) ?? '');
    expectThat(
      unseen === null,
      `${what} has U+${unseen?.[0].charCodeAt(0).toString(16).padStart(4, '0') ?? ''} in it`,
    );
  }
  expectThat(/^\d{4}(-\d\d(-\d\d)?)?$/.test(metadata.published ?? '2018'), 'a day that is none');
}

function shownBytes(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\uFFFD') || text.includes('\u0000')
    ? `base64 ${Buffer.from(bytes).toString('base64')}`
    : JSON.stringify(text);
}
