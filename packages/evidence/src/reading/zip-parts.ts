import { Unzip, UnzipInflate } from 'fflate';
import { ReadError } from '../source-text.js';
import { largeNumber, megabytes, type Limits } from './limits.js';
import { XmlSize } from './xml-size.js';
import { crc32, statedChecksums } from './zip-directory.js';

/** The archive is fed in pieces, so that what a bomb unfolds to is seen before it fills the memory. */
const PIECE = 16_384;

export interface ZipParts {
  readonly names: readonly string[];
  readonly parts: Map<string, Uint8Array>;
  /** What is wrong with the archive, though its parts could be unpacked. */
  readonly warnings: readonly string[];
}

interface Part {
  readonly pieces: Uint8Array[];
  checksum: number;
}

/**
 * Inflates the wanted files of a ZIP archive, all of them XML. The sizes an archive states are not
 * believed: what comes out is counted while it comes out.
 *
 * @throws ReadError 'too-large', 'too-deep', 'broken'
 */
export function inflateParts(bytes: Uint8Array, wanted: RegExp, limit: Limits['docx']): ZipParts {
  const names: string[] = [];
  const parts = new Map<string, Part>();
  const xml = new XmlSize('DOCX document', limit);
  const open = new Set<string>();
  let size = 0;
  const unzip = new Unzip((file) => {
    // Some programs write names as their system does.
    const name = file.name.replaceAll('\\', '/');
    names.push(name);
    if (names.length > limit.entries)
      throw tooLarge(`it has more than ${largeNumber(limit.entries)} files`);
    if (!wanted.test(name) || parts.has(name)) return;
    const part: Part = { pieces: [], checksum: 0 };
    const count = xml.part();
    parts.set(name, part);
    open.add(name);
    file.ondata = (error, data, final) => {
      if (error) throw error;
      size += data.length;
      if (size > limit.unpacked)
        throw tooLarge(`its text unfolds to more than ${megabytes(limit.unpacked)}`);
      count(data);
      part.checksum = crc32(data, part.checksum);
      part.pieces.push(data);
      if (final) open.delete(name);
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
  return {
    names,
    parts: new Map([...parts].map(([name, { pieces }]) => [name, concat(pieces)])),
    warnings: damages(parts, statedChecksums(bytes)),
  };
}

function damages(
  parts: ReadonlyMap<string, Part>,
  stated: ReadonlyMap<string, number> | null,
): string[] {
  if (stated === null)
    return ['The end of the file is missing: it was cut off. Text may be missing too.'];
  const wrong = [...parts].filter(
    ([name, { checksum }]) => (stated.get(name) ?? checksum) !== checksum,
  );
  return wrong.map(
    ([name]) => `The checksum of ${name} is wrong: the file is damaged, and its words may be too.`,
  );
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
