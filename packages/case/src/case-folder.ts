import { createHash } from 'node:crypto';
import path from 'node:path';
import { CaseError } from './case-error.js';
import { Folder } from './folder.js';
import { writeFiles } from './write.js';
import { versionOf } from './read-file.js';

/** The files that pages may read and write, by the names that they know them by. */
export const FILE_NAMES = [
  'situation',
  'annotations.json',
  'sources.json',
  'suggestions.json',
  'variants.json',
] as const;
export type FileName = (typeof FILE_NAMES)[number];

/** The most that a file may have, in bytes. */
export function mostBytes(name: FileName): number {
  return name === 'situation' ? 5_000_000 : 50_000_000;
}

/** A file as it is: its text, and a hash of its bytes. */
export interface FileState {
  readonly text: string;
  readonly version: string;
}

export type SaveResult =
  | { readonly saved: true; readonly version: string }
  /** Somebody else changed the file; what stands there now, null: it is gone. */
  | { readonly saved: false; readonly present: FileState | null };

/** One situation with the files beside it, by the names that pages know them by. */
export class CaseFolder {
  readonly files: Folder;
  /** The file's name in the folder. */
  readonly situation: string;
  /** What to call the case: the folder's name. */
  readonly name: string;
  /** Tells cases of one name apart. */
  readonly id: string;

  /**
   * @param file the path of the situation
   * @throws CaseError where it is a link out of its folder, or no plain file
   */
  constructor(file: string) {
    this.files = new Folder(path.dirname(file), '');
    this.situation = path.basename(file);
    this.files.find(this.situation);
    this.name = path.basename(this.files.path) || this.situation;
    this.id = createHash('sha256')
      .update(path.join(this.files.path, this.situation))
      .digest('hex')
      .slice(0, 32);
  }

  /**
   * A file; null: there is none.
   * @throws CaseError where it may not be read or is no text
   */
  read(name: FileName): FileState | null {
    const bytes = this.#bytes(name);
    if (bytes === null) return null;
    try {
      return {
        text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
        version: versionOf(bytes),
      };
    } catch {
      throw new CaseError('not-text', `${this.#fileOf(name)} is not UTF-8`);
    }
  }

  /** The hash of a file's bytes; null: there is none that may be read. */
  version(name: FileName): string | null {
    try {
      const bytes = this.#bytes(name);
      return bytes === null ? null : versionOf(bytes);
    } catch (error) {
      if (error instanceof CaseError) return null;
      throw error;
    }
  }

  /**
   * Replaces a file in one step, if it is still the version that the text is based on (null: there is
   * none).
   * @throws CaseError where it cannot be written
   */
  save(name: FileName, text: string, basedOn: string | null): SaveResult {
    try {
      const [version] = writeFiles(this.files, {
        name: this.#fileOf(name),
        content: text,
        basedOn,
      });
      return { saved: true, version: version };
    } catch (error) {
      if (!(error instanceof CaseError) || (error.code !== 'changed' && error.code !== 'exists'))
        throw error;
      const present = this.read(name);
      // As where the answer to a save was lost, and it is asked for again.
      if (present?.text === text) return { saved: true, version: present.version };
      return { saved: false, present };
    }
  }

  /** The place of a file that may be watched. */
  fileOf(name: FileName): string {
    return path.join(this.files.path, this.#fileOf(name));
  }

  #fileOf(name: FileName): string {
    return name === 'situation' ? this.situation : name;
  }

  #bytes(name: FileName): Buffer | null {
    return this.files.read(this.#fileOf(name), mostBytes(name));
  }
}
