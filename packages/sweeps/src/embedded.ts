import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { SweepError } from './sweep-error.js';

/** Longer names of sockets are refused by some systems. */
const LONGEST_SOCKET = 100;
/** More processes than these had better ask a server. */
const MOST_CONNECTIONS = 64;
/** So often it is looked whether another process has opened the folder. */
const PAUSE = 100;
const TRIES = 300;

/** The name that a client of PostgreSQL looks for in a folder. */
function socketIn(folder: string): string {
  return path.join(folder, '.s.PGSQL.5432');
}

/**
 * Sees to it that the embedded server in a folder runs, in this process or in another. Only one process
 * can have its files open: that one serves the others, over a socket in the folder.
 * @returns what ends it; does nothing where another process has it
 * @throws SweepError
 */
export async function embeddedIn(folder: string): Promise<() => Promise<void>> {
  const socket = socketIn(folder);
  if (Buffer.byteLength(socket) > LONGEST_SOCKET)
    throw new SweepError(
      'place',
      `the name of the folder is too long: ${folder}`,
      'use a shorter one',
    );
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { message } = error as Error;
    throw new SweepError('place', `the folder cannot be made: ${message}`);
  }
  const lock = path.join(folder, 'server.pid');
  for (let k = 0; k < TRIES; k++) {
    if (await answers(socket)) return async () => undefined;
    if (taken(lock)) {
      try {
        return await serve(folder, socket, lock);
      } catch (error) {
        rmSync(lock, { force: true });
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new SweepError(
    'no-database',
    `process ${holderOf(lock) ?? '?'} has the sweeps in ${folder}, and does not answer`,
    'end it and try again',
  );
}

async function serve(folder: string, socket: string, lock: string): Promise<() => Promise<void>> {
  const { db, server } = await started(folder, socket);
  return async () => {
    await server.stop();
    await db.close();
    rmSync(socket, { force: true });
    rmSync(lock, { force: true });
  };
}

async function started(
  folder: string,
  socket: string,
): Promise<{ readonly db: PGlite; readonly server: PGLiteSocketServer }> {
  const { PGlite: Embedded, PGLiteSocketServer: Server } = await installed();
  let db: PGlite;
  try {
    db = await Embedded.create(path.join(folder, 'data'));
  } catch (error) {
    throw new SweepError(
      'no-database',
      `the database in ${folder} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      'where its disk is not full, keep sweeps in another folder',
    );
  }
  rmSync(socket, { force: true });
  const server = new Server({ db, path: socket, maxConnections: MOST_CONNECTIONS });
  await server.start();
  return { db, server };
}

/** The embedded server is 27 MB that few need: it is installed by those who do. */
async function installed() {
  try {
    const [{ PGlite }, { PGLiteSocketServer }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite-socket'),
    ]);
    return { PGlite, PGLiteSocketServer };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new SweepError(
      'no-pglite',
      'the embedded database is not installed',
      'npm install @electric-sql/pglite @electric-sql/pglite-socket beside standoff, or name a PostgreSQL server',
    );
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const tried = createConnection(socket);
    tried.once('connect', () => {
      tried.destroy();
      resolve(true);
    });
    tried.once('error', () => resolve(false));
  });
}

/** Whether this process has it now: nobody had, or whoever had it has ended. */
function taken(lock: string): boolean {
  const holder = holderOf(lock);
  if (holder !== null && !runs(holder)) rmSync(lock, { force: true });
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new SweepError('place', `the folder cannot be written: ${(error as Error).message}`);
  }
}

function holderOf(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8')) || null;
  } catch {
    return null;
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
