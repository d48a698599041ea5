import { createHash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { CaseError, codeOf, unwritable } from './case-error.js';
import { isAbandoned, newMark, processOf } from './owner.js';

/** A lock is a link that leads nowhere: made in one step, with the mark of who holds it as its target. */
const LOCK = '.standoff-lock';

/** A lock is held for some thousandths of a second; so long it is waited for. */
const TRIES = 200;
const PAUSE = 5;

interface Holder {
  /** Empty where the file system has no links: then only its age tells whether it is abandoned. */
  readonly mark: string;
  readonly since: number;
}

/**
 * Does something in a folder while nobody else does who asks for it.
 * @param name what is to be written, for messages
 * @param work is given a function that throws where the lock was lost, as by a machine that slept
 * @throws CaseError where somebody else holds the lock
 */
export function whileLocked<T>(
  folder: string,
  name: string,
  work: (expectHeld: () => void) => T,
): T {
  const lock = path.join(folder, LOCK);
  const mark = take(lock, name);
  try {
    return work(() => {
      if (!isHeld(lock, mark)) throw busy(name, null);
    });
  } finally {
    release(lock, mark);
  }
}

/** Removes the locks in a folder that nobody holds any more. */
export function removeAbandonedLocks(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(LOCK)) continue;
    const lock = path.join(folder, name);
    const holder = holderOf(lock);
    if (holder !== null && isAbandoned(holder.mark, holder.since)) breakOpen(lock, holder, name);
  }
}

/** The mark under which it is held. */
function take(lock: string, name: string): string {
  const mark = newMark();
  let holder: Holder | null = null;
  for (let k = 0; k < TRIES; k++) {
    if (make(lock, mark)) return mark;
    holder = holderOf(lock);
    if (holder === null) continue;
    if (isAbandoned(holder.mark, holder.since)) breakOpen(lock, holder, name);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  throw busy(name, holder);
}

function make(lock: string, mark: string): boolean {
  try {
    symlinkSync(mark, lock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw unwritable(lock, error);
  }
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unwritable(lock, error);
  }
}

/**
 * Takes away a lock that nobody holds. Two who find it abandoned must not take away the one that a
 * third has made since: it is done under a lock for this lock alone, by whoever finds it there still.
 */
function breakOpen(lock: string, { mark }: Holder, name: string): void {
  const key = `${lock}-${createHash('sha256').update(mark).digest('hex').slice(0, 8)}`;
  const own = take(key, name);
  try {
    const now = holderOf(lock);
    if (now?.mark === mark && isAbandoned(mark, now.since)) unlinkSync(lock);
  } catch (error) {
    // Its holder was late, and let go of it himself.
    if (codeOf(error) !== 'ENOENT') throw unwritable(lock, error);
  } finally {
    release(key, own);
  }
}

function release(lock: string, mark: string): void {
  try {
    if (isHeld(lock, mark)) unlinkSync(lock);
  } catch {
    // It is found abandoned by whoever comes next.
  }
}

function isHeld(lock: string, mark: string): boolean {
  const holder = holderOf(lock);
  return holder !== null && (holder.mark === mark || holder.mark === '');
}

/** Null: nobody holds it, or it changed hands at this moment. */
function holderOf(lock: string): Holder | null {
  try {
    const mark = markIn(lock);
    const since = lstatSync(lock).mtimeMs;
    return markIn(lock) === mark ? { mark, since } : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unwritable(lock, error);
  }
}

function markIn(lock: string): string {
  try {
    return readlinkSync(lock);
  } catch (error) {
    // No link.
    if (codeOf(error) === 'EINVAL') return '';
    throw error;
  }
}

function busy(name: string, holder: Holder | null): CaseError {
  const pid = holder && processOf(holder.mark);
  return new CaseError(
    'busy',
    `${name} is being written by another program${pid === null ? '' : ` (process ${pid})`} and is left as it is`,
    'try again in a moment',
  );
}
