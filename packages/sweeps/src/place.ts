import path from 'node:path';
import { SweepError } from './sweep-error.js';

/** Where sweeps are kept: a PostgreSQL server, or the embedded one in a folder. */
export type Place =
  | { readonly kind: 'postgres'; readonly url: string; readonly shown: string }
  | { readonly kind: 'pglite'; readonly folder: string; readonly shown: string };

const FORMS =
  'write postgres://USER@HOST/DATABASE, the password in PGPASSWORD or ~/.pgpass, or pglite:FOLDER';

/**
 * "postgres://…" or "pglite:FOLDER".
 * @param cwd from where a folder is meant
 * @throws SweepError 'place'
 */
export function placeOf(text: string, cwd: string): Place {
  if (text.startsWith('pglite:')) {
    const folder = text.slice('pglite:'.length).replace(/^\/\/(?=\/)/, '');
    if (folder.trim() === '') throw new SweepError('place', 'pglite: names no folder', FORMS);
    return { kind: 'pglite', folder: path.resolve(cwd, folder), shown: `pglite:${folder}` };
  }
  if (!/^postgres(ql)?:\/\//.test(text))
    // What it is may hold a password: it is not repeated.
    throw new SweepError('place', 'sweeps are kept on PostgreSQL or in a folder', FORMS);
  try {
    const { protocol, username, host, pathname } = new URL(text);
    const user = username === '' ? '' : `${username}@`;
    return { kind: 'postgres', url: text, shown: `${protocol}//${user}${host}${pathname}` };
  } catch {
    throw new SweepError('place', 'the address of the database cannot be read', FORMS);
  }
}
