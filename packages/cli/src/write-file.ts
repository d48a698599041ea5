import {
  closeSync,
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
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const { mode } = statSync(file);
    const handle = openSync(temporary, 'wx', mode);
    try {
      fchmodSync(handle, mode);
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
