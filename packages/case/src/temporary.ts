import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { codeOf } from './case-error.js';
import { isAbandoned, newMark } from './owner.js';

/** `.standoff.MARK.tmp`: short, so that it can be made wherever the file itself can. */
const TEMPORARY = /^\..+\.(\d+-[0-9a-f]{8}(?:-[0-9a-f]{8})?)\.tmp$/;

/** Who may do what with a file. */
export interface Access {
  readonly mode: number;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Writes bytes to a temporary file and syncs it.
 * @param access as usual where it is left out
 * @returns its path
 */
export function writeTemporary(folder: string, bytes: Uint8Array, access?: Access): string {
  const temporary = path.join(folder, `.standoff.${newMark()}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', access === undefined ? 0o666 : 0o600);
    try {
      if (access !== undefined) giveAccess(handle, access);
      for (let at = 0; at < bytes.length;) {
        const written = writeSync(handle, bytes, at);
        if (written === 0) throw Object.assign(new Error('nothing written'), { code: 'EIO' });
        at += written;
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return temporary;
  } catch (error) {
    removeTemporary(temporary);
    throw error;
  }
}

export function removeTemporary(temporary: string): void {
  try {
    unlinkSync(temporary);
  } catch {
    // It is gone, or is found abandoned by whoever comes next.
  }
}

/** Removes the temporary files in a folder that nobody writes any more. */
export function removeAbandonedTemporaries(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, mark] = TEMPORARY.exec(name) ?? [];
    if (mark === undefined) continue;
    const temporary = path.join(folder, name);
    const stats = lstatSync(temporary, { throwIfNoEntry: false });
    if (stats && isAbandoned(mark, stats.mtimeMs)) removeTemporary(temporary);
  }
}

/** The owner first: to be given away takes rights from a file. */
function giveAccess(handle: number, { mode, uid, gid }: Access): void {
  const now = fstatSync(handle);
  if (uid !== undefined && gid !== undefined && (uid !== now.uid || gid !== now.gid))
    try {
      fchownSync(handle, uid, gid);
    } catch (error) {
      if (codeOf(error) !== 'EPERM') throw error;
      keepGroup(handle, now.uid, gid);
    }
  fchmodSync(handle, mode & 0o7777);
}

/** Only the system's administrator can give a file away; but whoever shares it by its group still does. */
function keepGroup(handle: number, uid: number, gid: number): void {
  try {
    fchownSync(handle, uid, gid);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}
