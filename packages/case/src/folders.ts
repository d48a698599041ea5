import { closeSync, constants, fsyncSync, openSync, rmdirSync } from 'node:fs';
import { codeOf } from './case-error.js';

/** Makes the system put the names in a folder on the disk, where it can. */
export function syncFolder(place: string): void {
  if (process.platform === 'win32') return;
  try {
    const handle = openSync(place, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = codeOf(error);
    // It may be written to but not read, or be of a kind that is not synced.
    if (code !== 'EACCES' && code !== 'EINVAL') throw error;
  }
}

export function removeIfEmpty(place: string): void {
  try {
    rmdirSync(place);
  } catch {
    // Somebody has put something into it.
  }
}
