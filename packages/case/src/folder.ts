import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { CaseError, codeOf, told, unreadable, unwritable } from './case-error.js';
import { removeAbandonedLocks } from './lock.js';
import { expectPlain, isNothing, readPlain } from './read-file.js';
import { removeAbandonedTemporaries } from './temporary.js';
import { removeIfEmpty, syncFolders } from './folders.js';

/** Where a name leads. */
export interface Place {
  /** With links followed. */
  readonly path: string;
  /** Of the plain file that stands there; null: there is none. */
  readonly stats: Stats | null;
}

/**
 * A folder whose files are read and written. Nothing outside of it is, wherever links in it lead, and
 * nothing but plain files.
 */
export class Folder {
  /** Real path. */
  readonly path: string;

  /**
   * What writers who were killed left in it, and in its folder `sources`, is removed.
   * @param place as the user named it
   * @param shown how it is called in messages
   * @throws CaseError where there is no such folder
   */
  constructor(
    place: string,
    readonly shown: string = place,
  ) {
    try {
      this.path = realpathSync(place);
      if (!statSync(this.path).isDirectory())
        throw new CaseError('not-found', `${shown} is not a folder`);
    } catch (error) {
      if (isNothing(error)) throw new CaseError('not-found', `there is no folder ${shown}`);
      throw unreadable(shown, error);
    }
    for (const name of ['.', 'sources']) this.#tidy(name);
  }

  /** Whether files can be written here at all. */
  get writable(): boolean {
    try {
      accessSync(this.path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /** A file's name in messages. */
  nameOf(name: string): string {
    return path.join(this.shown, name);
  }

  /**
   * The bytes of a file; null: there is none.
   * @param most larger files are refused unread
   * @throws CaseError where it leads out of the folder, is no plain file, too large, or cannot be read
   */
  read(name: string, most: number): Buffer | null {
    try {
      const { path: place, stats } = this.find(name);
      return stats === null ? null : readPlain(place, this.nameOf(name), most);
    } catch (error) {
      if (isNothing(error)) return null;
      throw unreadable(this.nameOf(name), error);
    }
  }

  /** Whether anything has that name, be it a link that leads nowhere. */
  has(name: string): boolean {
    return lstatSync(path.join(this.path, name), { throwIfNoEntry: false }) !== undefined;
  }

  /** The names in it, or in a folder in it; none where there is no such folder. */
  names(within = '.'): string[] {
    try {
      return readdirSync(this.#inside(within, realpathSync(path.join(this.path, within)))).sort();
    } catch (error) {
      if (isNothing(error)) return [];
      throw unreadable(this.nameOf(within), error);
    }
  }

  /**
   * Where a file may be written, as far as can be told without trying. What is write-protected stays so,
   * also where the one who writes may do everything.
   * @throws CaseError
   */
  writablePlace(name: string): Place {
    try {
      const found = this.find(name);
      if (found.stats !== null) {
        if ((found.stats.mode & 0o222) === 0)
          throw Object.assign(new Error('write-protected'), { code: 'EACCES' });
        accessSync(found.path, constants.W_OK);
      }
      return found;
    } catch (error) {
      throw unwritable(this.nameOf(name), error);
    }
  }

  /**
   * Where a file stands, or would be made.
   * @throws CaseError where that is outside, or no plain file; the system's error where its folder is gone
   */
  find(name: string): Place {
    const around = realpathSync(path.join(this.path, path.dirname(name)));
    const place = path.join(this.#inside(name, around), path.basename(name));
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (stats === undefined) return { path: place, stats: null };
    if (!stats.isSymbolicLink()) return { path: place, stats: this.#plain(name, stats) };
    const target = this.#inside(name, this.#targetOf(name, place));
    return { path: target, stats: this.#plain(name, statSync(target)) };
  }

  #targetOf(name: string, link: string): string {
    try {
      return realpathSync(link);
    } catch (error) {
      if (!isNothing(error)) throw error;
      throw new CaseError('outside', `${this.nameOf(name)} is a link that leads nowhere`);
    }
  }

  #inside(name: string, place: string): string {
    const root = this.path.endsWith(path.sep) ? this.path : this.path + path.sep;
    if (place === this.path || place.startsWith(root)) return place;
    throw new CaseError(
      'outside',
      `${this.nameOf(name)} leads out of the folder of the case`,
      'name the file that it leads to',
    );
  }

  #plain(name: string, stats: Stats): Stats {
    expectPlain(this.nameOf(name), stats);
    return stats;
  }

  #tidy(within: string): void {
    try {
      const place = this.#inside(within, realpathSync(path.join(this.path, within)));
      removeAbandonedTemporaries(place);
      removeAbandonedLocks(place);
    } catch {
      // What cannot be removed does no harm.
    }
  }
}

/**
 * Makes a folder, where it is not there yet, and fills it. Where that fails it is gone again.
 * @throws CaseError
 */
export function fillFolder<T>(place: string, fill: (folder: Folder) => T, shown = place): T {
  let made: string | undefined;
  try {
    made = mkdirSync(place, { recursive: true });
  } catch (error) {
    throw codeOf(error) === 'EEXIST'
      ? new CaseError('unwritable', `${shown} is a file, not a folder`)
      : told('unwritable', `the folder ${shown} cannot be made`, error);
  }
  try {
    const folder = new Folder(place, shown);
    const filled = fill(folder);
    if (made !== undefined) syncFolders([path.dirname(folder.path)], `${place} is`);
    return filled;
  } catch (error) {
    if (made !== undefined) removeIfEmpty(place);
    throw error;
  }
}

/** What stands at a place that the user named; null: nothing. */
export function kindOf(place: string, shown = place): 'file' | 'folder' | 'other' | null {
  try {
    const stats = statSync(place);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isNothing(error)) return null;
    throw unreadable(shown, error);
  }
}
