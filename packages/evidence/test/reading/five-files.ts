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
};

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
