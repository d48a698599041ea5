import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which arguments of each function that changes something on the disk name what it changes. */
const CHANGING = {
  appendFile: [0],
  chmod: [0],
  chown: [0],
  copyFile: [1],
  cp: [1],
  link: [1],
  mkdir: [0],
  mkdtemp: [0],
  open: [0],
  rename: [0, 1],
  rm: [0],
  rmdir: [0],
  // The first is the text of the link, which need not be a place.
  symlink: [1],
  truncate: [0],
  unlink: [0],
  utimes: [0],
  writeFile: [0],
} as const;

type Function = (...args: unknown[]) => unknown;

/**
 * Tells of every change on the disk that this process asks for, whatever becomes of it.
 * @param seen told the path
 */
export function watchWrites(seen: (place: string) => void): void {
  for (const [name, changed] of Object.entries(CHANGING)) {
    const watched = (original: Function): Function =>
      function (this: unknown, ...args) {
        const reads = name === 'open' && !opensToWrite(args[1]);
        if (!reads)
          for (const place of changed.map((k) => placeOf(args[k]))) if (place !== null) seen(place);
        return original.apply(this, args);
      };
    for (const [holder, key] of [
      [fs, `${name}Sync`],
      [fs, name],
      [fs.promises, name],
    ] as unknown as [Record<string, Function>, string][])
      if (holder[key]) holder[key] = watched(holder[key]);
  }
  syncBuiltinESMExports();
}

function opensToWrite(flags: unknown): boolean {
  const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
  return typeof flags === 'number'
    ? (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) !== 0
    : typeof flags === 'string' && /[wa+]/.test(flags);
}

function placeOf(name: unknown): string | null {
  if (name instanceof URL) return fileURLToPath(name);
  return typeof name === 'string' ? path.resolve(name) : null;
}
