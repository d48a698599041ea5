import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** A file that cannot be written; what stood there is as it was. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  constructor(
    readonly code: 'unwritable' | 'exists',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Replaces a file's content in one step: written to a temporary name in the same folder, synced,
 * renamed. The mode is kept; a symbolic link stays one. Whatever happens, the file is either the old
 * or the new one.
 * @throws WriteError
 */
export function replaceFile(name: string, content: string | Uint8Array): void {
  const file = realpathSync(name);
  inOneStep(name, file, content, statSync(file).mode);
}

/**
 * Creates a file, or replaces the one there is, in one step as `replaceFile` does.
 * @param mode of a file that is created; null: as usual
 * @throws WriteError
 */
export function putFile(
  name: string,
  content: string | Uint8Array,
  mode: number | null = null,
): void {
  if (existsSync(name)) replaceFile(name, content);
  else inOneStep(name, path.resolve(name), content, mode);
}

/** @param mode of the new file; null: as usual */
function inOneStep(
  name: string,
  file: string,
  content: string | Uint8Array,
  mode: number | null,
): void {
  // The number of the process, so that it is known whose it was; the rest, so that nobody else's is it.
  const own = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${own}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', mode ?? undefined);
    try {
      if (mode !== null) fchmodSync(handle, mode);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unwritable(name, error);
  }
}

/**
 * Creates a file; one that exists is left as it is.
 * @throws WriteError
 */
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
      ? new WriteError('exists', `${name} exists already and is left as it is`)
      : unwritable(name, error);
  }
}

/**
 * Removes what writers that were killed left behind in a folder: temporary files of processes that
 * are no more. One with this process's own number is of an earlier one.
 */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(name) ?? [];
    if (pid === undefined || (Number(pid) !== process.pid && runs(Number(pid)))) continue;
    try {
      rmSync(path.join(folder, name), { force: true });
    } catch {
      // In a folder that cannot be written to it stays, and does no harm.
    }
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function unwritable(name: string, error: unknown): WriteError {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
  };
  const code = codeOf(error) ?? String(error);
  return new WriteError('unwritable', `${name} cannot be written: ${reasons[code] ?? code}`);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
