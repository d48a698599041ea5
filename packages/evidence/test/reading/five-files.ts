import { strToU8, zipSync } from 'fflate';
import type { TextFormat } from '../../src/index.js';
import { writeDocx } from './docx-writer.js';
import { typeset, wrap, writePdf } from './pdf-writer.js';

const TITLE = 'The dam above the valley';
export const AUTHOR = 'Ana Ruiz';
const DATE = '4 March 2021';
const BODY = [
  'The upstream state began to fill the reservoir in the first week of March, and its minister said that nothing in the protocol of 2019 forbids it. The downstream state lodged a protest on the same day and called its ambassador home for consultations that were to last a month.',
  'Both sides know that the rains decide. If they fail again, as they did in two of the last four years, the farmers of the plain (some 40 000 households, by the count of the irrigation board) lose a harvest; if they come, nobody will speak of the filling until the next dry season.',
  'A joint commission has been proposed three times. Each time the upstream state asked for a seat for the company that built the dam, and each time the answer was no.',
  'The neighbour to the east has offered to mediate, on the condition that both sides stop their press campaigns. It has an interest of its own: a third of its power comes over lines that cross the valley.',
  'What remains is the guarantee of the lending bank, which can suspend its payments where a borrower breaks a protocol. It has never done so.',
];
const CLOSING = ['Related articles:', 'A bank without a dam', 'Contact: desk@valley.example'];
const ALL = [TITLE, `${AUTHOR}\n${DATE}`, ...BODY, ...CLOSING];

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = (tag: string, text: string): string =>
  `<${tag}>${text.replace(/\n/gu, '<br>')}</${tag}>`;

const LINES = ALL.slice(1).flatMap((text) => text.split('\n'));

/** A ZIP archive that says first, and not packed, what it is. */
function archive(type: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => [name, strToU8(part)] as const);
  return zipSync(
    { mimetype: [strToU8(type), { level: 0 }], ...Object.fromEntries(files) },
    { mtime: new Date(2021, 2, 4) },
  );
}

const rtf = (text: string): string =>
  text
    .replace(/[\\{}]/gu, '\\$&')
    .replace(/[^\0-\x7F]/gu, (letter) => `\\u${letter.charCodeAt(0)}?`);

/** One text as a file of each format. */
export const FILES: Record<TextFormat, Uint8Array> = {
  text: bytes(
    ALL.map((text) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, 72))
        .join('\n'),
    ).join('\n\n'),
  ),
  markdown: bytes(`# ${ALL.join('\n\n')}`),
  html: bytes(
    `<!doctype html><title>x</title><nav><a href="/">Home</a></nav><article><h1>${TITLE}</h1>${ALL.slice(
      1,
    )
      .map((text) => html('p', text))
      .join('')}</article>`,
  ),
  docx: writeDocx([
    { text: TITLE, style: 'Title' },
    ...ALL.slice(1)
      .flatMap((text) => text.split('\n'))
      .map((text) => ({ text })),
  ]),
  pdf: writePdf(
    typeset(
      ALL.flatMap((text) => text.split('\n')),
      { perPage: 11, header: 'The Valley Review' },
    ),
  ),
  odt: archive('application/vnd.oasis.opendocument.text', {
    'content.xml': `<office:document-content><office:body><office:text><text:p text:style-name="Title">${TITLE}</text:p>${LINES.map(
      (text) => `<text:p text:style-name="P1">${text}</text:p>`,
    ).join('')}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta><office:meta><meta:initial-creator>Somebody else</meta:initial-creator><dc:date>2024-01-01</dc:date></office:meta></office:document-meta>`,
  }),
  epub: archive('application/epub+zip', {
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="text/book.opf"/></rootfiles></container>',
    'text/book.opf': `<package><metadata><dc:title>${TITLE}</dc:title><dc:creator>${AUTHOR}</dc:creator></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'text/nav.xhtml': '<html><body><nav><p>Contents</p></nav></body></html>',
    'text/a.xhtml': `<html><head><title/></head><body>${LINES.slice(0, 4)
      .map((text) => html('p', text))
      .join('')}</body></html>`,
    'text/b.xhtml': `<html><body><a id="b"/>${LINES.slice(4)
      .map((text) => html('p', text))
      .join('')}</body></html>`,
  }),
  rtf: bytes(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\author Somebody else}}{\\header The Valley Review\\par}\n${[TITLE, ...LINES].map((text) => `\\pard ${rtf(text)}\\par`).join('\n')}}`,
  ),
  mail: bytes(
    [
      `From: ${AUTHOR} <ana@valley.example>`,
      `Subject: ${TITLE}`,
      'Date: Thu, 4 Mar 2021 06:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      ALL.slice(1)
        .flatMap((text) => ['', ...text.split('\n').flatMap((line) => wrap(line, 72))])
        .join('\r\n'),
      '',
      '-- ',
      'Sent from a boat',
    ].join('\r\n'),
  ),
  subtitles: bytes(
    `WEBVTT\n\n${[TITLE, ...LINES]
      .map(
        (text, i) =>
          `${i + 1}\n00:${10 + i}:00.000 --> 00:${10 + i}:59.000\n${wrap(text, 40).join('\n')}`,
      )
      .join('\n\n')}`,
  ),
};

/** The formats that tell its paragraphs from each other: subtitles know sentences. */
export const WHOLE = (Object.keys(FILES) as TextFormat[]).filter(
  (format) => format !== 'subtitles',
);

/** Number, kind and words of its paragraphs. */
export const EXPECTED = [
  `0 title ${TITLE}`,
  `0 byline ${AUTHOR}`,
  `0 date ${DATE}`,
  ...BODY.map((text, i) => `${i + 1} body ${text}`),
  '6 related Related articles:',
  '6 related A bank without a dam',
  '6 contact Contact: desk@valley.example',
];
