import { ReadError, type SourceText, type TextFormat } from '../source-text.js';
import type { Draft } from './block.js';
import { composeText } from './compose.js';
import { decodeText } from './encoding.js';
import { detectFormat } from './format.js';
import { readPlainText } from './plain-text.js';

/** The largest file read, in bytes. */
export const LARGEST_FILE = 200_000_000;

export interface ReadOptions {
  /** The file's name: its ending decides where the content does not tell the format. */
  readonly name?: string;
  /** Read as this format, whatever content and name say. */
  readonly format?: TextFormat;
  /** Looked at between pages. */
  readonly signal?: { readonly aborted: boolean };
  /** Told the share of the work done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

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
  if (bytes.length > LARGEST_FILE) {
    throw new ReadError(
      'too-large',
      `The file has ${megabytes(bytes.length)} MB; at most ${megabytes(LARGEST_FILE)} MB are read.`,
      'Split the text, or save it without pictures.',
    );
  }
  const format = options.format ?? detectFormat(bytes, options.name);
  const text = composeText(format, draftOf(format, bytes));
  options.progress?.(1);
  if (text.text === '') {
    throw new ReadError('no-text', 'There is no text in the file.', 'Is it the right file?');
  }
  return text;
}

function draftOf(format: TextFormat, bytes: Uint8Array): Draft {
  if (format !== 'text') {
    throw new ReadError('unknown-format', `The format ${format} is not read yet.`);
  }
  const { text, warnings } = decodeText(bytes);
  const draft = readPlainText(text);
  return { ...draft, warnings: [...warnings, ...draft.warnings] };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
