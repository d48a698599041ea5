import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { codeOf } from './case-error.js';

/** So long a lock or a temporary file is believed to be somebody's; writing takes far less. */
const LONGEST = 60_000;

/** Hosts that share a folder know nothing of each other's processes. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Earlier versions did not tell the host. */
const MARK = /^(\d+)-[0-9a-f]{8}(?:-([0-9a-f]{8}))?$/;

/** A word that nobody else has, which tells the process and the host that made it. */
export function newMark(): string {
  return `${process.pid}-${randomBytes(4).toString('hex')}-${HOST}`;
}

/** The process of a mark; null: it is none, or of another host. */
export function processOf(mark: string): number | null {
  const [, pid, host = HOST] = MARK.exec(mark) ?? [];
  return pid !== undefined && host === HOST ? Number(pid) : null;
}

/**
 * Whether nobody works any more at what bears a mark. Numbers of processes are given anew, and other
 * hosts cannot be asked: what is old is nobody's in any case.
 * @param written when it was, in milliseconds
 */
export function isAbandoned(mark: string, written: number): boolean {
  const pid = processOf(mark);
  return (pid !== null && !runs(pid)) || Math.abs(Date.now() - written) > LONGEST;
}

/** A process writes one thing after the other: what bears its own number is of an earlier one. */
function runs(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
