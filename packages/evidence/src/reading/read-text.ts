import { ReadError, type SourceText, type TextFormat } from '../source-text.js';
import type { Draft } from './block.js';
import { Cleaner } from './characters.js';
import { composeText } from './compose.js';
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
  const draft = await withinStack(() => draftOf(format, bytes, options, limits, cleaner));
  const text = composeText(format, cleaner.cleanDraft(draft));
  options.progress?.(1);
  if (text.text === '') {
    throw new ReadError('no-text', 'There is no text in the file.', 'Is it the right file?');
  }
  return text;
}

/**
 * The readers with large libraries are loaded when one is wanted. Where lines make the paragraphs they
 * are clean before they are looked at; entities and escapes turn into characters only then.
 */
async function draftOf(
  format: TextFormat,
  bytes: Uint8Array,
  options: ReadOptions,
  limits: Limits,
  cleaner: Cleaner,
): Promise<Draft> {
  if (options.encoding !== undefined && (format === 'pdf' || format === 'docx')) {
    throw new ReadError(
      'encoding',
      `A ${format.toUpperCase()} says itself how its letters are written.`,
      'Leave the encoding out.',
    );
  }
  const { encoding: named } = options;
  switch (format) {
    case 'pdf':
      return (await import('./pdf.js')).readPdf(bytes, options, limits, cleaner);
    case 'docx':
      return (await import('./docx.js')).readDocx(bytes, limits);
    case 'html': {
      const { readHtml } = await import('./html.js');
      return readDecoded(bytes, { named, declared: declaredCharset(latin(bytes, 4096)) }, readHtml);
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.js');
      return readDecoded(bytes, { named }, (text) => readMarkdown(cleaner.clean(text), limits));
    }
    case 'text':
      return readDecoded(bytes, { named }, (text) => readPlainText(cleaner.clean(text)));
  }
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

/** The character set a page names in its head. */
function declaredCharset(start: string): string | null {
  const head = start.replace(/\0/gu, '').replace(/<!--[^]*?(?:-->|$)/gu, '');
  return (
    /<meta[\s/][^>]{0,400}?(?<=[\s/;"'])charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/iu.exec(
      head,
    )?.[1] ??
    /^\s{0,99}<\?xml[^>]{0,200}?encoding\s?=\s?["']([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    null
  );
}
