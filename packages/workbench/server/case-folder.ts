import { createHash } from 'node:crypto';
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import { placeInside, readInside } from './inside.js';
import { Refusal } from './refusal.js';
import { putFile, removeLeftovers, WriteError } from './write-file.js';

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

const BYTE_ORDER_MARK = '\uFEFF';

/** The folder of one situation. Nothing outside of it is read or written, nor by any other name. */
export class CaseFolder {
  /** Real path. */
  readonly folder: string;
  /** The file's name in the folder. */
  readonly situation: string;
  /** What to call the case: the folder's name. */
  readonly name: string;
  /** Tells cases of one name apart. */
  readonly id: string;

  /**
   * Files that writers who were killed left there are removed.
   * @param file the path of the situation
   * @throws Refusal where it is a symbolic link out of its folder
   */
  constructor(file: string) {
    this.folder = realpathSync(path.dirname(file));
    this.situation = path.basename(file);
    placeInside(this.folder, this.situation);
    this.name = path.basename(this.folder) || this.situation;
    this.id = createHash('sha256')
      .update(path.join(this.folder, this.situation))
      .digest('hex')
      .slice(0, 32);
    removeLeftovers(this.folder);
    removeLeftovers(path.join(this.folder, 'sources'));
  }

  /** Whether files can be saved here at all. */
  get writable(): boolean {
    try {
      accessSync(this.folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * A file; null: there is none.
   * @throws Refusal where it may not be read or is no text
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
      throw new Refusal(422, `${this.#fileOf(name)} is not UTF-8`);
    }
  }

  /** The hash of a file's bytes; null: there is none that may be read. */
  version(name: FileName): string | null {
    try {
      const bytes = this.#bytes(name);
      return bytes === null ? null : versionOf(bytes);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  /**
   * Replaces a file in one step, if it is still the version that the text is based on (null: there is
   * none). A byte order mark is kept.
   * @throws Refusal where it cannot be written
   */
  save(name: FileName, text: string, basedOn: string | null): SaveResult {
    // From reading to renaming nothing else runs in this process.
    const before = this.#bytes(name);
    const version = before === null ? null : versionOf(before);
    if (version !== basedOn)
      return { saved: false, present: before === null ? null : this.read(name) };
    const mark = before !== null && before.subarray(0, 3).equals(Buffer.from(BYTE_ORDER_MARK));
    const bytes = Buffer.from(mark ? BYTE_ORDER_MARK + text : text);
    this.write(this.#fileOf(name), bytes);
    return { saved: true, version: versionOf(bytes) };
  }

  /**
   * Writes a file in one step.
   * @param name from the folder
   * @throws Refusal where it cannot be written
   */
  write(name: string, bytes: Uint8Array): void {
    const within = path.dirname(name);
    if (within !== '.') placeInside(this.folder, within);
    placeInside(this.folder, name);
    try {
      putFile(path.join(this.folder, name), bytes);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      throw new Refusal(403, error.message.replaceAll(this.folder + path.sep, ''));
    }
  }

  /** The place of a file that may be watched. */
  fileOf(name: FileName): string {
    return path.join(this.folder, this.#fileOf(name));
  }

  #fileOf(name: FileName): string {
    return name === 'situation' ? this.situation : name;
  }

  #bytes(name: FileName): Buffer | null {
    return readInside(this.folder, this.#fileOf(name), mostBytes(name));
  }
}

export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
