import { FORMATS, type TextFormat } from '../formats.js';
import { ReadError, type SourceText } from '../source-text.js';
import type { Draft } from './block.js';
import { Cleaner } from './characters.js';
import { composeText } from './compose.js';
import { declaredCharset } from './declared-charset.js';
import { decodeText, type Names } from './encoding.js';
import { detectFormat, latin } from './format.js';
import { LIMITS, megabytes, type Limits } from './limits.js';
import { readPlainText } from './plain-text.js';
import type { ReadOptions } from './read-options.js';

/**
 * Reads a text of any format the way a person counts its paragraphs. Nothing of the file is run and
 * nothing is fetched.
 *
 * @throws ReadError where the file cannot be read; docs/evidence.md lists the codes
 */
export async function readText(bytes: Uint8Array, options: ReadOptions = {}): Promise<SourceText> {
  if (bytes.length === 0) {
    throw new ReadError('empty', 'The file is empty.', 'Give a file with a text.');
  }
  const limits = options.limits ?? LIMITS;
  if (bytes.length > limits.file) {
    throw new ReadError(
      'too-large',
      `The file has ${megabytes(bytes.length)}; at most ${megabytes(limits.file)} are read.`,
      'Split the text, or save it without pictures.',
    );
  }
  const format = options.format ?? detectFormat(bytes, options.name);
  const cleaner = new Cleaner();
  const draft = await withinStack(() => draftOf(format, bytes, { options, limits, cleaner }));
  const text = composeText(format, cleaner.cleanDraft(draft));
  options.progress?.(1);
  if (text.text === '') {
    throw new ReadError('no-text', 'There is no text in the file.', 'Is it the right file?');
  }
  return text;
}

/** What a file is read with. */
interface Work {
  readonly options: ReadOptions;
  readonly limits: Limits;
  /**
   * Where lines make the paragraphs they are clean before they are looked at; entities and escapes turn
   * into characters only then.
   */
  readonly cleaner: Cleaner;
}

/** Those with large libraries are loaded when one is wanted. */
const READERS: Readonly<
  Record<TextFormat, (bytes: Uint8Array, work: Work) => Draft | Promise<Draft>>
> = {
  pdf: async (bytes, { options, limits, cleaner }) =>
    (await import('./pdf.js')).readPdf(bytes, options, limits, cleaner),
  docx: async (bytes, { limits }) => (await import('./docx.js')).readDocx(bytes, limits),
  odt: async (bytes, { limits }) => (await import('./odt.js')).readOdt(bytes, limits),
  epub: async (bytes, { limits }) => (await import('./epub.js')).readEpub(bytes, limits),
  rtf: async (bytes) => (await import('./rtf.js')).readRtf(bytes),
  mail: async (bytes) => (await import('./mail.js')).readMail(bytes),
  subtitles: async (bytes, { options, cleaner }) => {
    const { readSubtitles } = await import('./subtitles.js');
    return readDecoded(bytes, { named: options.encoding }, (text) =>
      readSubtitles(cleaner.clean(text)),
    );
  },
  html: async (bytes, { options }) => {
    const { readHtml } = await import('./html.js');
    const declared = declaredCharset(latin(bytes, 4096));
    return readDecoded(bytes, { named: options.encoding, declared }, readHtml);
  },
  markdown: async (bytes, { options, limits, cleaner }) => {
    const { readMarkdown } = await import('./markdown.js');
    return readDecoded(bytes, { named: options.encoding }, (text) =>
      readMarkdown(cleaner.clean(text), limits),
    );
  },
  text: (bytes, { options, cleaner }) =>
    readDecoded(bytes, { named: options.encoding }, (text) => readPlainText(cleaner.clean(text))),
};

async function draftOf(format: TextFormat, bytes: Uint8Array, work: Work): Promise<Draft> {
  const { name, saysEncoding } = FORMATS[format];
  if (work.options.encoding !== undefined && saysEncoding) {
    throw new ReadError(
      'encoding',
      `A ${name} says itself how its letters are written.`,
      'Leave the encoding out.',
    );
  }
  return READERS[format](bytes, work);
}

async function readDecoded(
  bytes: Uint8Array,
  names: Names,
  read: (text: string) => Draft,
): Promise<Draft> {
  const { text, encoding, warnings } = await decodeText(bytes, names);
  const draft = read(text);
  return { ...draft, encoding, warnings: [...warnings, ...draft.warnings] };
}

/** Parsers call themselves for each level of nesting; what is nested too deep ends in a RangeError. */
async function withinStack<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReadError(
      'too-deep',
      'The file nests its elements too deep to be read.',
      'Save the text as plain text.',
    );
  }
}
