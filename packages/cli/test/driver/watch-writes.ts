import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many paths each function that changes something on the disk takes. */
const CHANGING = {
  appendFile: 1,
  chmod: 1,
  chown: 1,
  copyFile: 2,
  cp: 2,
  link: 2,
  mkdir: 1,
  mkdtemp: 1,
  open: 1,
  rename: 2,
  rm: 1,
  rmdir: 1,
  symlink: 2,
  truncate: 1,
  unlink: 1,
  utimes: 1,
  writeFile: 1,
} as const;

type Function = (...args: unknown[]) => unknown;

/**
 * Tells of every change on the disk that this process asks for, whatever becomes of it.
 * @param seen told the path
 */
export function watchWrites(seen: (place: string) => void): void {
  for (const [name, paths] of Object.entries(CHANGING)) {
    const watched = (original: Function): Function =>
      function (this: unknown, ...args) {
        const reads = name === 'open' && !opensToWrite(args[1]);
        if (!reads)
          for (const place of args.slice(0, paths)) if (placeOf(place)) seen(placeOf(place)!);
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
