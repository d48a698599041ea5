import { closeSync, constants, fsyncSync, openSync, rmdirSync } from 'node:fs';
import { codeOf, told } from './case-error.js';

/**
 * Makes the system put the names in folders on the disk, where it can.
 * @param written what is in them now, such as "x is"
 * @throws CaseError
 */
export function syncFolders(places: Iterable<string>, written: string): void {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  try {
    for (const place of places) syncFolder(place);
  } catch (error) {
    throw told('unwritable', `${written} written, but the disk does not confirm it`, error);
  }
}

function syncFolder(place: string): void {
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
