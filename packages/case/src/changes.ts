import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { CaseFolder, FileName } from './case-folder.js';
import { FILE_NAMES } from './case-folder.js';

/** Programs write in several steps: what they do is looked at once it has been quiet for so long. */
const QUIET = 60;
/** Where the system does not tell (a network disk, a folder that was replaced) one looks oneself. */
const LOOK = 2_000;

/** The versions of the files; null: there is none. */
export type Versions = Readonly<Record<FileName, string | null>>;

/** Notices when files of a case change, whoever changed them. */
export class Changes {
  #versions: Versions;
  #stamps: string;
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #looking: NodeJS.Timeout;
  readonly #listeners = new Set<(file: FileName, version: string | null) => void>();

  constructor(readonly folder: CaseFolder) {
    this.#versions = versionsOf(folder);
    this.#stamps = '';
    try {
      this.#watcher = watch(folder.files.path, { persistent: false }, () => this.#soon());
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // Too many are watched already: it is looked at from time to time all the same.
    }
    this.#looking = setInterval(() => void this.#glance(), LOOK);
    this.#looking.unref();
  }

  get versions(): Versions {
    return this.#versions;
  }

  /** Calls back for every file that changed, until the returned function is called. */
  subscribe(listener: (file: FileName, version: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Compares the files with what they were. */
  look(): void {
    const before = this.#versions;
    this.#versions = versionsOf(this.folder);
    for (const file of FILE_NAMES)
      if (this.#versions[file] !== before[file])
        for (const listener of this.#listeners) listener(file, this.#versions[file]);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
    this.#watcher?.close();
    this.#listeners.clear();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), QUIET);
  }

  /** Looks at the files where their dates, sizes or places are others than before. */
  async #glance(): Promise<void> {
    const stamps = await Promise.all(
      FILE_NAMES.map(async (name) => {
        const stats = await stat(this.folder.fileOf(name)).catch(() => null);
        return stats === null ? '-' : `${stats.ino} ${stats.mtimeMs} ${stats.size}`;
      }),
    );
    const all = stamps.join();
    if (all === this.#stamps) return;
    this.#stamps = all;
    this.look();
  }
}

function versionsOf(folder: CaseFolder): Versions {
  return Object.fromEntries(FILE_NAMES.map((name) => [name, folder.version(name)])) as Versions;
}
