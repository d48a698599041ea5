// A PostgreSQL server of one's own for the time, in a folder of its own: for `npm run sweeps` and the tests of sweeps.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Of the user that owns everything there. */
export const PASSWORD = 'swept';

const root = process.getuid?.() === 0;

/** The folder of the server's programs: of the newest on Debian, or where `pg_ctl` is found; null: none is here. */
export function postgresHere() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  const programs = ['initdb', 'pg_ctl', 'postgres'];
  return (
    folders.find((folder) => programs.every((one) => existsSync(path.join(folder, one)))) ?? null
  );
}

/**
 * Starts a server with a database `postgres` of the user `group`. It lets nobody in without the password. It does
 * not run as root: there as the user `postgres`, who comes with it.
 */
export function startPostgres() {
  const programs = postgresHere();
  if (programs === null) throw new Error('no PostgreSQL here: apt-get install postgresql');
  const port = 54_000 + (process.pid % 10_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
  const data = path.join(folder, 'data');
  const secret = path.join(folder, 'secret');
  writeFileSync(secret, `${PASSWORD}\n`);
  if (root) {
    chmodSync(folder, 0o755);
    execFileSync('chown', ['-R', 'postgres', folder]);
  }
  const run = (program, ...args) => {
    const own = path.join(programs, program);
    // What went wrong stands in the error. Nobody waits for what the server itself would say.
    const how = {
      cwd: folder,
      stdio: ['ignore', 'ignore', program === 'initdb' ? 'pipe' : 'ignore'],
    };
    if (!root) return execFileSync(own, args, how);
    const as = ['--reuid=postgres', '--regid=postgres', '--clear-groups'];
    return execFileSync('setpriv', [...as, own, ...args], how);
  };
  const control = (...how) => {
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
    run('pg_ctl', '-D', data, '-o', options, '-l', path.join(folder, 'log'), '-w', ...how);
  };
  run(
    'initdb',
    '-D',
    data,
    '-A',
    'scram-sha-256',
    '-U',
    'group',
    `--pwfile=${secret}`,
    '--no-sync',
  );
  control('start');
  const place = `127.0.0.1:${port}/postgres`;
  return {
    /** Without the password, which stands in PGPASSWORD then, and with it. */
    url: `postgres://group@${place}`,
    urlWithPassword: `postgres://group:${PASSWORD}@${place}`,
    /** Who is connected is ended; what is committed is kept. */
    restart: () => control('restart', '-m', 'fast'),
    /** Ends it, and takes the folder away. */
    remove: () => {
      if (existsSync(path.join(data, 'postmaster.pid'))) control('stop', '-m', 'immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
