import type { Database, Row } from './database.js';
import { SweepError } from './sweep-error.js';

/** Of the tables below. A change of them is a new number. */
const TABLES = 1;

const CREATE = `
CREATE SCHEMA IF NOT EXISTS standoff;
CREATE TABLE IF NOT EXISTS standoff.tables (version int PRIMARY KEY);
CREATE TABLE IF NOT EXISTS standoff.sweep (
  name text PRIMARY KEY,
  question text NOT NULL,
  situation text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL,
  payload bytea NOT NULL,
  items bigint NOT NULL,
  size int NOT NULL,
  chunks int NOT NULL,
  cancelled boolean NOT NULL DEFAULT false,
  begun timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS standoff.part (
  sweep text NOT NULL REFERENCES standoff.sweep ON DELETE CASCADE,
  chunk int NOT NULL,
  part bytea NOT NULL,
  worker text NOT NULL,
  milliseconds int NOT NULL,
  PRIMARY KEY (sweep, chunk)
);
CREATE TABLE IF NOT EXISTS standoff.aside (
  sweep text NOT NULL REFERENCES standoff.sweep ON DELETE CASCADE,
  chunk int NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (sweep, chunk)
);
INSERT INTO standoff.tables SELECT ${TABLES} WHERE NOT EXISTS (SELECT FROM standoff.tables);
`;

/** A sweep as it is kept, without its payload. */
export interface Kept {
  readonly name: string;
  readonly question: string;
  /** The title of the situation. */
  readonly situation: string;
  /** Of standoff, that began it. */
  readonly version: string;
  /** Of the payload. */
  readonly hash: string;
  readonly items: number;
  /** Items a chunk. */
  readonly size: number;
  readonly chunks: number;
  readonly cancelled: boolean;
  /** Chunks that are done, and those set aside. */
  readonly done: number;
  readonly aside: number;
  /** By machine and process how many chunks it did. */
  readonly workers: Readonly<Record<string, number>>;
}

const KEPT = `
SELECT name, question, situation, version, hash, items, size, chunks, cancelled,
  (SELECT count(*) FROM standoff.part WHERE sweep = name) AS done,
  (SELECT count(*) FROM standoff.aside a WHERE a.sweep = name
     AND NOT EXISTS (SELECT FROM standoff.part p WHERE p.sweep = a.sweep AND p.chunk = a.chunk)) AS aside,
  (SELECT coalesce(json_object_agg(worker, chunks), '{}') FROM
     (SELECT worker, count(*) AS chunks FROM standoff.part WHERE sweep = name GROUP BY worker) w) AS workers
FROM standoff.sweep`;

/** What a sweep consists of and what was done of it, in tables. */
export class Store {
  constructor(readonly database: Database) {}

  /** Makes the tables where there are none. @throws SweepError where they are of another version. */
  async open(): Promise<void> {
    // Several may come at once; whoever is later finds them made.
    await this.database.executeSql(CREATE).catch(() => this.database.executeSql(CREATE));
    const { rows } = await this.database.executeSql('SELECT version FROM standoff.tables');
    const [{ version }] = rows as unknown as { readonly version: number }[];
    if (version !== TABLES)
      throw new SweepError(
        'tables',
        `the sweeps at ${this.database.place.shown} are kept in tables of version ${version}, and this standoff knows version ${TABLES}`,
        version > TABLES
          ? 'install the newer standoff that made them, or keep sweeps in another database'
          : 'keep sweeps in another database, or remove the old ones: DROP SCHEMA standoff CASCADE',
      );
  }

  async add(
    sweep: Omit<Kept, 'cancelled' | 'done' | 'aside' | 'workers'>,
    payload: Buffer,
  ): Promise<void> {
    const { name, question, situation, version, hash, items, size, chunks } = sweep;
    await this.database.executeSql(
      `INSERT INTO standoff.sweep (name, question, situation, version, hash, payload, items, size, chunks)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [name, question, situation, version, hash, payload, items, size, chunks],
    );
  }

  /** Those that are kept, the last begun first. */
  async all(): Promise<Kept[]> {
    const { rows } = await this.database.executeSql(`${KEPT} ORDER BY begun DESC, name`);
    return rows.map(keptOf);
  }

  async named(name: string): Promise<Kept | null> {
    const { rows } = await this.database.executeSql(`${KEPT} WHERE name = $1`, [name]);
    return rows.length === 0 ? null : keptOf(rows[0]);
  }

  async payload(name: string): Promise<Buffer | null> {
    const { rows } = await this.database.executeSql(
      'SELECT payload FROM standoff.sweep WHERE name = $1',
      [name],
    );
    return rows.length === 0 ? null : (rows[0]['payload'] as Buffer);
  }

  async setCancelled(name: string, cancelled: boolean): Promise<void> {
    await this.database.executeSql('UPDATE standoff.sweep SET cancelled = $2 WHERE name = $1', [
      name,
      cancelled,
    ]);
  }

  async remove(name: string): Promise<void> {
    await this.database.executeSql('DELETE FROM standoff.sweep WHERE name = $1', [name]);
  }

  /** Kept once: whoever is later came to the same. A sweep that was removed meanwhile keeps nothing. */
  async keepPart(
    sweep: string,
    chunk: number,
    done: { readonly part: Buffer; readonly worker: string; readonly milliseconds: number },
  ): Promise<void> {
    await this.database.executeSql(
      `INSERT INTO standoff.part SELECT name, $2, $3, $4, $5 FROM standoff.sweep WHERE name = $1
       ON CONFLICT DO NOTHING`,
      [sweep, chunk, done.part, done.worker, Math.round(done.milliseconds)],
    );
  }

  async isDone(sweep: string, chunk: number): Promise<boolean> {
    const { rows } = await this.database.executeSql(
      'SELECT FROM standoff.part WHERE sweep = $1 AND chunk = $2',
      [sweep, chunk],
    );
    return rows.length > 0;
  }

  async setAside(sweep: string, chunk: number, why: string): Promise<void> {
    await this.database.executeSql(
      `INSERT INTO standoff.aside SELECT name, $2, $3 FROM standoff.sweep WHERE name = $1
       ON CONFLICT DO NOTHING`,
      [sweep, chunk, why],
    );
  }

  /** Chunks set aside are tried again. */
  async forgetAside(sweep: string): Promise<void> {
    await this.database.executeSql('DELETE FROM standoff.aside WHERE sweep = $1', [sweep]);
  }

  /** The chunks that are not done, the first first, and why each was set aside; null: it was not. */
  async missing(sweep: string): Promise<{ readonly chunk: number; readonly why: string | null }[]> {
    const { rows } = await this.database.executeSql(
      `SELECT c AS chunk, why FROM standoff.sweep s CROSS JOIN generate_series(0, s.chunks - 1) c
       LEFT JOIN standoff.aside a ON a.sweep = s.name AND a.chunk = c
       WHERE s.name = $1 AND NOT EXISTS (SELECT FROM standoff.part p WHERE p.sweep = s.name AND p.chunk = c)
       ORDER BY c`,
      [sweep],
    );
    return rows as unknown as { readonly chunk: number; readonly why: string | null }[];
  }

  /** The parts, some at a time: there may be more than memory holds. */
  async *parts(sweep: string): AsyncGenerator<Buffer> {
    const AT_ONCE = 32;
    for (let after = -1; ;) {
      const { rows } = await this.database.executeSql(
        'SELECT chunk, part FROM standoff.part WHERE sweep = $1 AND chunk > $2 ORDER BY chunk LIMIT $3',
        [sweep, after, AT_ONCE],
      );
      for (const { part } of rows) yield part as Buffer;
      if (rows.length < AT_ONCE) return;
      after = rows.at(-1)!['chunk'] as number;
    }
  }
}

function keptOf(row: Row): Kept {
  return {
    ...(row as unknown as Kept),
    // Long whole numbers come as digits.
    items: Number(row['items']),
    done: Number(row['done']),
    aside: Number(row['aside']),
  };
}
