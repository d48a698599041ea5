import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.js';
import { codeOf } from './write-file.js';

/**
 * Where a name within a folder leads, with symbolic links followed; null: nothing is there.
 * @param folder a real path
 * @throws Refusal where it leads out of the folder
 */
export function placeInside(folder: string, name: string): string | null {
  let place: string;
  try {
    place = realpathSync(path.join(folder, name));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw unreadable(name, code);
  }
  if (!place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep))
    throw new Refusal(403, `${name} leads out of the folder of the case`);
  return place;
}

/**
 * The bytes of a file within a folder; null: there is none.
 * @param most larger files are refused unread
 * @throws Refusal where it leads out of the folder, is no plain file, too large, or cannot be read
 */
export function readInside(folder: string, name: string, most: number): Buffer | null {
  const place = placeInside(folder, name);
  if (place === null) return null;
  let handle: number;
  try {
    // Neither a link that has been put there since nor a pipe that nobody writes to.
    handle = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    throw unreadable(name, code);
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new Refusal(403, `${name} is not a plain file`);
    if (stats.size > most)
      throw new Refusal(413, `${name} is larger than ${most / 1e6} MB, the most that is read`);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unreadable(name: string, code: string | undefined): Refusal {
  return new Refusal(
    403,
    `${name} cannot be read: ${code === 'EACCES' ? 'permission denied' : (code ?? 'unknown')}`,
  );
}
