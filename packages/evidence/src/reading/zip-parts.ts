import { Unzip, UnzipInflate } from 'fflate';
import { ReadError } from '../source-text.js';

/** The archive is fed in pieces, so that what a bomb unfolds to is seen before it fills the memory. */
const PIECE = 16_384;

/** Directory entries are free to write: more than this are no document. */
const MOST_FILES = 10_000;

export interface ZipParts {
  readonly names: readonly string[];
  readonly parts: Map<string, Uint8Array>;
}

/**
 * Inflates the wanted files of a ZIP archive. The sizes an archive states are not believed: what comes
 * out is counted while it comes out.
 *
 * @param most bytes of all wanted files together
 * @throws ReadError 'too-large', 'broken'
 */
export function inflateParts(bytes: Uint8Array, wanted: RegExp, most: number): ZipParts {
  const names: string[] = [];
  const pieces = new Map<string, Uint8Array[]>();
  const open = new Set<string>();
  let size = 0;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    if (names.length > MOST_FILES) throw tooLarge(`it has more than ${MOST_FILES} files`);
    if (!wanted.test(file.name) || pieces.has(file.name)) return;
    const mine: Uint8Array[] = [];
    pieces.set(file.name, mine);
    open.add(file.name);
    file.ondata = (error, data, final) => {
      if (error) throw error;
      size += data.length;
      if (size > most) throw tooLarge(`its text unfolds to more than ${most / 1e6} MB`);
      mine.push(data);
      if (final) open.delete(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : brokenZip();
  }
  if (open.size > 0) throw brokenZip();
  return { names, parts: new Map([...pieces].map(([name, data]) => [name, concat(data)])) };
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(why: string): ReadError {
  return new ReadError(
    'too-large',
    `The DOCX document is not read: ${why}.`,
    'A document of a million words unfolds to less. Split it, or save it as plain text.',
  );
}

/** The archive ends before it should, or holds what no packer wrote. */
export function brokenZip(): ReadError {
  return new ReadError(
    'broken',
    'The DOCX document is broken or cut off: its archive cannot be unpacked.',
    'Get the file again, or open it in a word processor and save it again.',
  );
}
