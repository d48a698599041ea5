import { lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { putFile } from './write-file.js';

/** Where a case was served: a page that is open finds it there again. */
export interface KeptAddress {
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
    const file = fileOf(folder, id);
    // What others can read is no secret any more.
    if ((lstatSync(file).mode & 0o777) !== 0o600) {
      rmSync(file);
      return null;
    }
    const { port, key } = JSON.parse(readFileSync(file, 'utf8')) as KeptAddress;
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
    putFile(fileOf(folder, id), `${JSON.stringify(address)}\n`, 0o600);
  } catch {
    // The next server has another address; pages that are open now will not find it by themselves.
  }
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `open-${id}.json`);
}
