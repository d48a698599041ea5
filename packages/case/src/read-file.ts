import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { CaseError, codeOf, unreadable } from './case-error.js';

/**
 * The bytes of a plain file that the user named, wherever a link leads; null: there is none.
 * @param most larger files are refused unread
 * @throws CaseError where it is a folder, a pipe or a device, too large, or cannot be read
 */
export function readFile(file: string, most: number, shown = file): Buffer | null {
  try {
    // Devices can do something when they are opened.
    expectPlain(shown, statSync(file));
    return readPlain(file, shown, most, 0);
  } catch (error) {
    if (isNothing(error)) return null;
    throw unreadable(shown, error);
  }
}

/**
 * The bytes of a plain file; it neither waits for a pipe that took its place nor follows a link.
 * @param name for messages
 */
export function readPlain(
  place: string,
  name: string,
  most: number,
  follow: number = constants.O_NOFOLLOW,
): Buffer {
  const handle = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | follow);
  try {
    const stats = fstatSync(handle);
    expectPlain(name, stats);
    if (stats.size > most) throw tooLarge(name, most);
    return allOf(handle, stats.size, name, most);
  } finally {
    closeSync(handle);
  }
}

/** @throws CaseError */
export function expectPlain(name: string, stats: Stats): void {
  if (stats.isFile()) return;
  throw new CaseError(
    'not-a-file',
    stats.isDirectory()
      ? `${name} is not a file but a folder`
      : `${name} is not a plain file but a ${stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device'}`,
  );
}

export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the system says that there is no such file. */
export function isNothing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Files of the system have more than their size says, and others grow meanwhile. */
function allOf(handle: number, size: number, name: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(size - total, 0) + 4096);
    const read = readSync(handle, chunk);
    if (read === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    total += read;
    if (total > most) throw tooLarge(name, most);
    chunks.push(chunk.subarray(0, read));
  }
}

function tooLarge(name: string, most: number): CaseError {
  return new CaseError(
    'file-too-large',
    `${name} is larger than ${most / 1e6} MB, the most that is read`,
    'is it the right file?',
  );
}
