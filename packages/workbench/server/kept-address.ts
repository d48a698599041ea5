import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Folder, readFile, writeFiles } from '@standoff/case';

/** Where a case was served: a page that is open finds it there again. */
interface KeptAddress {
  readonly port: number;
  /** 256 random bits, which page and server know each other by. */
  readonly key: string;
}

/** The folder in which a user's programs keep what they need the next time. */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment['XDG_STATE_HOME'];
  return path.join(
    base !== undefined && path.isAbsolute(base) ? base : path.join(homedir(), '.local', 'state'),
    'standoff',
  );
}

/** The address that a case had; null: it had none, or it is not known any more. */
export function keptAddress(folder: string, id: string): KeptAddress | null {
  try {
    const file = path.join(folder, nameOf(id));
    // What others can read is no secret any more.
    if ((lstatSync(file).mode & 0o777) !== 0o600) {
      rmSync(file);
      return null;
    }
    const { port, key } = JSON.parse(String(readFile(file, 1_000))) as KeptAddress;
    const fine =
      Number.isInteger(port) &&
      port > 0 &&
      port < 65_536 &&
      typeof key === 'string' &&
      /^[\w-]{43}$/.test(key);
    return fine ? { port, key } : null;
  } catch {
    return null;
  }
}

/** Keeps an address where only the user can read it. Where that is not possible it is not kept. */
export function keepAddress(folder: string, id: string, address: KeptAddress): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFiles(new Folder(folder), {
      name: nameOf(id),
      content: `${JSON.stringify(address)}\n`,
      mode: 0o600,
    });
  } catch {
    // The next server has another address; pages that are open now will not find it by themselves.
  }
}

function nameOf(id: string): string {
  return `open-${id}.json`;
}
