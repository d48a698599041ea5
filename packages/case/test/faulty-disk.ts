import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

/**
 * What happens at a call that changes the file system: the process is killed (in the midst of it, where
 * it writes), the system refuses it, once or from then on, or writes go through by halves.
 */
export type Fault = 'kill' | 'halves' | `${'ENOSPC' | 'EIO' | 'EROFS'}${'' | ' for good'}`;

/** Thrown where the process would be gone. Nothing that is called after it does anything. */
class Killed extends Error {}

type Call = (...args: unknown[]) => unknown;
const disk = fs as unknown as Record<string, Call>;

/** By name or by descriptor. Those that are not used are there so that they are noticed once they are. */
const CHANGING =
  'write writev fsync fdatasync fchmod fchown ftruncate futimes close rename link symlink unlink mkdir mkdtemp rmdir rm cp copyFile writeFile appendFile truncate chmod chown lchown utimes lutimes'
    .split(' ')
    .map((name) => `${name}Sync`);

/** Replaces calls of the file system, for all who have imported them, and gives a function that ends it. */
export function patched(calls: Readonly<Record<string, Call>>): () => void {
  const real = Object.fromEntries(Object.keys(calls).map((name) => [name, disk[name]]));
  Object.assign(disk, calls);
  syncBuiltinESMExports();
  return () => {
    Object.assign(disk, real);
    syncBuiltinESMExports();
  };
}

/**
 * Runs something with a fault at one of the calls that change what lies in a folder.
 * @param at which, counted from 0; null: no fault
 * @returns the calls that there were
 */
export async function withFault(
  folder: string,
  fault: Fault,
  at: number | null,
  run: () => unknown,
): Promise<{ readonly calls: readonly string[]; readonly error: unknown }> {
  const calls: string[] = [];
  const open = new Set<unknown>();
  const lasting = fault === 'kill' || fault === 'halves' || fault.endsWith('for good');
  const within = (place: unknown): boolean =>
    typeof place === 'string' && !path.relative(folder, path.resolve(place)).startsWith('..');
  const changes = (name: string, [first, second]: readonly unknown[]): boolean =>
    name === 'openSync'
      ? within(first) && !isReading(second)
      : typeof first === 'number'
        ? open.has(first)
        : within(first) || within(second);

  const counted =
    (name: string, real: Call): Call =>
    (...args) => {
      const now = changes(name, args) ? calls.push(name) - 1 : -1;
      if (at !== null && (lasting ? now >= at : now === at)) fail(name, real, args, now === at);
      const written = fault === 'halves' && at !== null && name === 'writeSync';
      const result = written ? real(args[0], ...firstHalf(args)) : real(...args);
      if (name === 'openSync' && within(args[0])) open.add(result);
      if (name === 'closeSync') open.delete(args[0]);
      return result;
    };
  const fail = (name: string, real: Call, args: readonly unknown[], first: boolean): void => {
    if (fault === 'halves') return;
    if (fault !== 'kill') throw systemError(fault.split(' ')[0]);
    if (first && name === 'writeSync') real(args[0], ...firstHalf(args));
    throw new Killed();
  };

  const unpatch = patched(
    Object.fromEntries(['openSync', ...CHANGING].map((name) => [name, counted(name, disk[name])])),
  );
  let error: unknown = null;
  try {
    await run();
  } catch (thrown) {
    error = thrown;
  } finally {
    unpatch();
    for (const handle of open) fs.closeSync(handle as number);
  }
  return { calls, error };
}

function isReading(flags: unknown = 'r'): boolean {
  return typeof flags === 'number' ? (flags & 3) === fs.constants.O_RDONLY : flags === 'r';
}

/** Of what was to be written. */
function firstHalf([, bytes, offset]: readonly unknown[]): [Uint8Array, number, number] {
  const from = typeof offset === 'number' ? offset : 0;
  const all = bytes as Uint8Array;
  return [all, from, Math.max(1, Math.floor((all.length - from) / 2))];
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: a fault of the test`), { code });
}

/** All files below a folder with what they hold; links with where they lead. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const found = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry): [string, string] => {
      const place = path.join(entry.parentPath, entry.name);
      const held = entry.isSymbolicLink()
        ? fs.readlinkSync(place)
        : fs.readFileSync(place, 'latin1');
      return [path.relative(folder, place), held];
    });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
