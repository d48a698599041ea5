import type { TextMetadata } from '../source-text.js';
import { ReadError } from '../source-text.js';
import type { Block, Draft } from './block.js';
import { decodeAs, encodingNamed } from './encodings.js';
import { latin } from './format.js';

/** Groups whose words are none of the text. */
const LEFT_OUT = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object objdata themedata colorschememapping latentstyles datastore xmlnstbl header headerl headerr headerf footer footerl footerr footerf fldinst bkmkstart bkmkend annotation atnid atnauthor atndate atnref template filetbl mmathPr userprops wgrffmtfilter shpinst nonshppict bin'.split(
    ' ',
  ),
);

/** Words that stand for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00A0',
  _: '\u2011',
};

/** Nothing that people write nests groups so deep. */
const DEEPEST = 500;

interface State {
  /** A group that is left out, or one of the metadata. */
  readonly to: 'text' | 'note' | 'nothing' | 'title' | 'author' | 'list';
  hidden: boolean;
  /** Letters after a \u that stand for it in older programs. */
  instead: number;
  raised: boolean;
}

const TOKEN =
  /\\'([\da-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giu;

/** RTF: paragraphs, rows of tables, notes; hidden text, headers and footers are left out. */
export function readRtf(file: Uint8Array): Draft {
  const source = characters(file);
  const blocks: Block[] = [];
  const notes: Block[] = [];
  const metadata: { title?: string; author?: string } = {};
  const stack: State[] = [];
  let state: State = { to: 'text', hidden: false, instead: 1, raised: false };
  let codepage = 'windows-1252';
  let bytes: number[] = [];
  let skip = 0;
  let words = '';
  let note = '';
  let label = '';
  let cells: string[] = [];
  let inTable = false;
  let first = false;
  let hiddenWords = 0;

  const put = (text: string): void => {
    if (state.hidden) {
      hiddenWords += text.trim() === '' ? 0 : 1;
      return;
    }
    if (state.to === 'text') words += text;
    else if (state.to === 'note') note += text;
    else if (state.to === 'list') label += text;
    else if (state.to === 'title') metadata.title = (metadata.title ?? '') + text;
    else if (state.to === 'author') metadata.author = (metadata.author ?? '') + text;
  };
  const flushBytes = (): void => {
    if (bytes.length === 0) return;
    put(decodeAs(Uint8Array.from(bytes), codepage));
    bytes = [];
  };
  const endParagraph = (): void => {
    if (state.to === 'note') {
      note += ' ';
      return;
    }
    if (inTable) words += ' ';
    else {
      if (words.trim() !== '') {
        const mark = label.replace(/\s+/gu, ' ').trim();
        const item = mark === '' ? '' : `${/^[·•▪\uF0B7o-]$/u.test(mark) ? '•' : mark} `;
        blocks.push({ text: item + words, kind: item === '' ? 'unsure' : 'item' });
      }
      words = '';
    }
    label = '';
  };

  for (const [, hex, word, value, sign, brace, plain] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (skip > 0) skip--;
      else bytes.push(parseInt(hex, 16));
      continue;
    }
    if (plain !== undefined) {
      // Letters that are no escapes are of the code page too.
      const rest = plain.slice(Math.min(skip, plain.length));
      skip = Math.max(0, skip - plain.length);
      for (let i = 0; i < rest.length; i++) bytes.push(rest.charCodeAt(i) & 0xff);
      first = false;
      continue;
    }
    flushBytes();
    if (brace === '{') {
      if (stack.length > DEEPEST) {
        throw new ReadError(
          'too-deep',
          `The RTF document nests its groups more than ${DEEPEST} deep.`,
          'Save its text as plain text.',
        );
      }
      stack.push(state);
      state = { ...state };
      first = true;
      skip = 0;
    } else if (brace === '}') {
      if (state.to === 'note' && stack.at(-1)?.to !== 'note') {
        const mark = notes.length + 1;
        notes.push({ text: `[${mark}] ${note.trim()}`, kind: 'note' });
        note = '';
        state = stack.pop() ?? state;
        put(`[${mark}]`);
      } else state = stack.pop() ?? state;
      skip = 0;
      first = false;
    } else if (sign !== undefined) {
      if (sign === '*') state = { ...state, to: 'nothing' };
      else if (sign === '\n' || sign === '\r') endParagraph();
      else put(CHARACTERS[sign] ?? (/[\\{}]/u.test(sign) ? sign : ''));
    } else if (word !== undefined) {
      const number = value === undefined ? null : Number(value);
      const starts = first;
      first = first && word === '*';
      if (word === 'bin') continue;
      if (starts && LEFT_OUT.has(word)) state = { ...state, to: 'nothing' };
      else if (word === 'title' || word === 'author') {
        if (starts) state = { ...state, to: word };
      } else if (word === 'info') state = { ...state, to: 'nothing' };
      else if (word === 'footnote') {
        note = '';
        state = { ...state, to: 'note' };
      } else if (word === 'listtext' || word === 'pntext') state = { ...state, to: 'list' };
      else if (word === 'shptxt') state = { ...state, to: 'text' };
      else if (word === 'v') state.hidden = number !== 0;
      else if (word === 'deleted') state.hidden = number !== 0;
      else if (word === 'plain') state.hidden = false;
      else if (word === 'uc') state.instead = number ?? 1;
      else if (word === 'u' && number !== null) {
        put(String.fromCharCode(number < 0 ? number + 65_536 : number));
        skip = state.instead;
      } else if (word === 'ansicpg' && number !== null) {
        codepage =
          encodingNamed(number === 65_001 ? 'utf-8' : `windows-${number}`) ??
          encodingOf(number) ??
          codepage;
      } else if (word === 'par' || word === 'sect' || word === 'page') endParagraph();
      else if (word === 'pard') inTable = false;
      else if (word === 'intbl') inTable = true;
      else if (word === 'cell' || word === 'nestcell') {
        cells.push(words.trim());
        words = '';
      } else if (word === 'row' || word === 'nestrow') {
        if (cells.some((cell) => cell !== ''))
          blocks.push({ text: cells.join(' | '), kind: 'row' });
        cells = [];
      } else if (word in CHARACTERS) put(CHARACTERS[word]);
    }
  }
  flushBytes();
  inTable = false;
  endParagraph();
  const warnings = hiddenWords > 0 ? ['Hidden text was left out.'] : [];
  const info: Partial<TextMetadata> = {
    title: metadata.title?.trim() || null,
    author: metadata.author?.trim() || null,
  };
  return { blocks: [...blocks, ...notes], metadata: info, ofFile: true, warnings };
}

/** Bytes as characters of the same number. */
function characters(file: Uint8Array): string {
  let text = '';
  for (let at = 0; at < file.length; at += 8192) text += latin(file.subarray(at), 8192);
  return text;
}

/** Code pages that are not called after Windows. */
function encodingOf(codepage: number): string | null {
  const names: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    866: 'ibm866',
    10_000: 'macintosh',
  };
  return encodingNamed(names[codepage] ?? '');
}
