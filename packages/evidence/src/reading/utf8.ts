import { decodeAs } from './encodings.js';

/** How much of a file is UTF-8. */
export interface Utf8Share {
  /** Letters of more than one byte. */
  readonly letters: number;
  /** Bytes that belong to none. */
  readonly strays: number;
  /** The first of them; -1 where there is none. */
  readonly first: number;
}

export function utf8Share(bytes: Uint8Array): Utf8Share {
  let letters = 0;
  let strays = 0;
  let first = -1;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 1) letters++;
    else if (length === 0) {
      strays++;
      if (first < 0) first = i;
    }
    i += length || 1;
  }
  return { letters, strays, first };
}

/** Runs of valid UTF-8 as they are, every other byte as Windows-1252. */
export function decodeMixed(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    // A mark in the middle is a letter, not the mark of a file.
    if (i > from) parts.push(decodeAs(bytes.subarray(from, i), 'utf-8'));
    let end = i + 1;
    while (end < bytes.length && sequenceLength(bytes, end) === 0) end++;
    parts.push(decodeAs(bytes.subarray(i, end), 'windows-1252'));
    from = i = end;
  }
  if (from < bytes.length) parts.push(decodeAs(bytes.subarray(from), 'utf-8'));
  return parts.join('');
}

/** Where the last letter begins, if the file ends inside it. */
export function cutLetter(bytes: Uint8Array): number | null {
  for (let i = bytes.length - 1; i >= Math.max(0, bytes.length - 3); i--) {
    const byte = bytes[i];
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return i + length > bytes.length ? i : null;
    }
    if ((byte & 0xc0) !== 0x80) return null;
  }
  return null;
}

/** Length of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i];
  if (lead < 0x80) return 1;
  const next = bytes[i + 1] ?? 0;
  const follows = (k: number): boolean => (bytes[i + k] & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}
