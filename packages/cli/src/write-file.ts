import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { usage } from './failure.js';
import { codeOf } from './situation-file.js';

/**
 * Replaces a file's content in one step: written to a temporary name in the same folder, synced,
 * renamed. The mode is kept; a symbolic link stays one. Whatever happens, the file is either the old
 * or the new one.
 */
export function replaceFile(name: string, text: string): void {
  const file = realpathSync(name);
  inOneStep(name, file, text, statSync(file).mode);
}

/** Creates a file, or replaces the one there is, in one step as `replaceFile` does. */
export function putFile(name: string, text: string): void {
  if (existsSync(name)) replaceFile(name, text);
  else inOneStep(name, path.resolve(name), text, null);
}

/** @param mode of the file that is replaced; null: there is none. */
function inOneStep(name: string, file: string, text: string, mode: number | null): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', mode ?? undefined);
    try {
      if (mode !== null) fchmodSync(handle, mode);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw usage('unwritable', `${name} cannot be written: ${codeOf(error) ?? String(error)}`);
  }
}

/** Creates a file; one that exists is left as it is. */
export function createFile(name: string, text: string): void {
  try {
    const handle = openSync(name, 'wx');
    try {
      writeSync(handle, text);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw codeOf(error) === 'EEXIST'
      ? usage('exists', `${name} exists already and is left as it is`)
      : usage('unwritable', `${name} cannot be written: ${codeOf(error) ?? String(error)}`);
  }
}
