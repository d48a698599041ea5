import { linkSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { CaseError, codeOf, unwritable } from './case-error.js';
import type { Folder } from './folder.js';
import { removeIfEmpty, syncFolders } from './folders.js';
import { whileLocked } from './lock.js';
import { versionOf } from './read-file.js';
import { removeTemporary, writeTemporary, type Access } from './temporary.js';

/** A file to be written. */
export interface Write {
  /** From the folder. */
  readonly name: string;
  /** A text takes over the byte order mark and the Windows line ends of what it replaces. */
  readonly content: string | Uint8Array;
  /**
   * The version that it is made from; null: there is none. Somebody else's is left as it is. Left out:
   * whatever stands there is replaced.
   */
  readonly basedOn?: string | null;
  /** What it replaces is kept beside it, as `undoName` says. */
  readonly undo?: true;
  /** Of a file that is made; as usual where it is left out. */
  readonly mode?: number;
}

/** The name under which the text before is kept. */
export function undoName(name: string): string {
  return `${name}.before`;
}

/** No file of a case is larger. */
const MOST_BYTES = 250_000_000;

/** A write with what it meets. */
interface Planned {
  readonly name: string;
  readonly place: string;
  readonly isNew: boolean;
  readonly bytes: Uint8Array;
  readonly access: Access | undefined;
  readonly basedOn: string | null | undefined;
}

interface Staged extends Planned {
  readonly temporary: string;
}

/**
 * Writes files, each in one step: it is the old or the new one at any time. All are made ready before
 * the first takes its place, so that a full disk leaves all as they were.
 * @returns their versions
 * @throws CaseError
 */
export function writeFiles(folder: Folder, ...writes: readonly Write[]): string[] {
  const made: string[] = [];
  const staged: Staged[] = [];
  const done: Staged[] = [];
  const each = <T extends { readonly name: string }>(all: readonly T[], work: (one: T) => void) => {
    for (const one of all)
      try {
        work(one);
      } catch (error) {
        throw afterOthers(unwritable(folder.nameOf(one.name), error), folder, done);
      }
  };
  try {
    const planned: Planned[] = [];
    each(writes, (write) => {
      makeFolderOf(folder, write.name, made);
      planned.push(...plan(folder, write));
    });
    each(planned, (one) => {
      const temporary = writeTemporary(path.dirname(one.place), one.bytes, one.access);
      staged.push({ ...one, temporary });
    });
    whileLocked(folder.path, folder.nameOf(writes[0].name), (expectHeld) => {
      each(staged, (one) => expectUnchanged(folder, one));
      expectHeld();
      each(staged, (one) => {
        put(folder, one);
        done.push(one);
      });
    });
    const around = new Set([folder.path, ...done.map((one) => path.dirname(one.place))]);
    syncFolders(around, namesOf(folder, done));
    return writes.map(({ name }) => versionOf(done.find((one) => one.name === name)!.bytes));
  } finally {
    for (const one of staged) if (one.isNew || !done.includes(one)) removeTemporary(one.temporary);
    if (done.length === 0) made.forEach(removeIfEmpty);
  }
}

/** The file itself, and before it the copy of what it replaces where one is asked for. */
function plan(folder: Folder, { name, content, basedOn, undo, mode }: Write): Planned[] {
  const { path: place, stats } = folder.writablePlace(name);
  const before = basedOn === undefined || stats === null ? null : folder.read(name, MOST_BYTES);
  expectVersion(folder, name, before && versionOf(before), basedOn);
  const bytes = typeof content === 'string' ? likeBefore(content, before) : content;
  const access = stats ?? (mode === undefined ? undefined : { mode });
  const planned = { name, place, isNew: stats === null, bytes, access, basedOn };
  if (undo === undefined || before === null) return [planned];
  const [copy] = plan(folder, { name: undoName(name), content: before });
  if (path.basename(copy.place) !== path.basename(undoName(name)))
    throw new CaseError('outside', `${folder.nameOf(copy.name)} is a link`, 'move it away');
  return [{ ...copy, access }, planned];
}

/** With the byte order mark and the line ends of what stood there. */
function likeBefore(text: string, before: Buffer | null): Buffer {
  if (before === null) return Buffer.from(text);
  const marked = before.subarray(0, 3).equals(Buffer.from('\uFEFF'));
  const lines = before.toString('latin1');
  const windows = lines.includes('\r\n') && !/(^|[^\r])\n/.test(lines) && !text.includes('\r');
  return Buffer.from((marked ? '\uFEFF' : '') + (windows ? text.replaceAll('\n', '\r\n') : text));
}

function expectVersion(
  folder: Folder,
  name: string,
  version: string | null,
  basedOn: string | null | undefined,
): void {
  if (basedOn === undefined || version === basedOn) return;
  if (basedOn === null) throw exists(folder, name);
  throw new CaseError(
    'changed',
    `${folder.nameOf(name)} was ${version === null ? 'removed' : 'changed'} by another program meanwhile; nothing is written over it`,
    'run the command again: it reads what is there now',
  );
}

function exists(folder: Folder, name: string): CaseError {
  return new CaseError('exists', `${folder.nameOf(name)} exists already and is left as it is`);
}

function expectUnchanged(folder: Folder, { name, place, basedOn }: Staged): void {
  if (basedOn === undefined) return;
  const bytes = folder.find(name).path === place ? folder.read(name, MOST_BYTES) : null;
  expectVersion(folder, name, bytes && versionOf(bytes), basedOn);
}

/** A new file never takes the place of one that somebody made meanwhile. */
function put(folder: Folder, { name, place, isNew, temporary }: Staged): void {
  if (!isNew) {
    renameSync(temporary, place);
    return;
  }
  try {
    linkSync(temporary, place);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') throw exists(folder, name);
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error;
    // A file system without links.
    if (lstatSync(place, { throwIfNoEntry: false })) throw exists(folder, name);
    renameSync(temporary, place);
  }
}

function makeFolderOf(folder: Folder, name: string, made: string[]): void {
  const around = path.dirname(name);
  if (around === '.' || folder.has(around)) return;
  const place = path.join(folder.path, around);
  mkdirSync(place);
  made.push(place);
}

function afterOthers(error: CaseError, folder: Folder, done: readonly Staged[]): CaseError {
  if (done.length === 0) return error;
  const { code, message, hint, system } = error;
  return new CaseError(
    code,
    `${message}; ${namesOf(folder, done)} written before it`,
    hint,
    system,
  );
}

function namesOf(folder: Folder, done: readonly Staged[]): string {
  return `${done.map(({ name }) => folder.nameOf(name)).join(', ')} ${done.length === 1 ? 'is' : 'are'}`;
}
