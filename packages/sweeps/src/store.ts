import type { Database, Row } from './database.js';
import { SweepError } from './sweep-error.js';

/** Of the tables below. A change of them is a new number. */
const TABLES = 2;

const MARK = `
CREATE SCHEMA IF NOT EXISTS standoff;
CREATE TABLE IF NOT EXISTS standoff.tables (version int PRIMARY KEY);
INSERT INTO standoff.tables SELECT ${TABLES} WHERE NOT EXISTS (SELECT FROM standoff.tables);
`;

const CREATE = `
CREATE TABLE IF NOT EXISTS standoff.sweep (
  name text PRIMARY KEY,
  question text NOT NULL,
  situation text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL,
  payload bytea NOT NULL,
  items bigint NOT NULL,
  each double precision NOT NULL,
  cut bigint NOT NULL DEFAULT 0,
  cancelled boolean NOT NULL DEFAULT false,
  begun timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS standoff.chunk (
  sweep text NOT NULL REFERENCES standoff.sweep ON DELETE CASCADE,
  first bigint NOT NULL,
  upto bigint NOT NULL,
  PRIMARY KEY (sweep, first)
);
CREATE TABLE IF NOT EXISTS standoff.part (
  sweep text NOT NULL,
  first bigint NOT NULL,
  part bytea NOT NULL,
  worker text NOT NULL,
  milliseconds int NOT NULL,
  PRIMARY KEY (sweep, first),
  FOREIGN KEY (sweep, first) REFERENCES standoff.chunk ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS standoff.aside (
  sweep text NOT NULL,
  first bigint NOT NULL,
  why text NOT NULL,
  PRIMARY KEY (sweep, first),
  FOREIGN KEY (sweep, first) REFERENCES standoff.chunk ON DELETE CASCADE
);
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
  /** Milliseconds an item, as whoever began it measured. */
  readonly each: number;
  /** The first item that no chunk has been made of yet; at the end `items` or more. */
  readonly cut: number;
  /** Chunks so far. */
  readonly chunks: number;
  readonly cancelled: boolean;
  /** Chunks that are done, and those set aside. */
  readonly done: number;
  readonly aside: number;
  /** Items of chunks that are done, and of those set aside. */
  readonly itemsDone: number;
  readonly itemsAside: number;
  /** By machine and process how many chunks it did. */
  readonly workers: Readonly<Record<string, number>>;
}

/** Items that are gone through together, by whoever takes them; it is told by its first item. */
export interface Chunk {
  readonly first: number;
  /** The item behind the last. */
  readonly upto: number;
}

/** What came of the first items of a chunk, up to `upto`. */
export interface Done {
  readonly part: Buffer;
  readonly upto: number;
  readonly worker: string;
  readonly milliseconds: number;
}

const KEPT = `
SELECT name, question, situation, version, hash, items, each, cut, cancelled, c.*,
  (SELECT coalesce(json_object_agg(worker, chunks), '{}') FROM
     (SELECT worker, count(*) AS chunks FROM standoff.part WHERE sweep = name GROUP BY worker) w) AS workers
FROM standoff.sweep, LATERAL (
  SELECT count(*) AS chunks, count(p.first) AS done,
    count(a.first) FILTER (WHERE p.first IS NULL) AS aside,
    coalesce(sum(k.upto - k.first) FILTER (WHERE p.first IS NOT NULL), 0) AS "itemsDone",
    coalesce(sum(k.upto - k.first) FILTER (WHERE p.first IS NULL AND a.first IS NOT NULL), 0) AS "itemsAside"
  FROM standoff.chunk k
    LEFT JOIN standoff.part p ON p.sweep = k.sweep AND p.first = k.first
    LEFT JOIN standoff.aside a ON a.sweep = k.sweep AND a.first = k.first
  WHERE k.sweep = name
) c`;

/** What a sweep consists of and what was done of it, in tables. */
export class Store {
  constructor(readonly database: Database) {}

  /** Makes the tables where there are none. @throws SweepError where they are of another version. */
  async make(): Promise<void> {
    await this.#make(MARK);
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
    await this.#make(CREATE);
  }

  /** Several may come at once; whoever is later finds them made. */
  async #make(tables: string): Promise<void> {
    await this.database.executeSql(tables).catch(() => this.database.executeSql(tables));
  }

  /** Where there is none of that name: with the items that whoever begins it has gone through. */
  async add(
    {
      name,
      question,
      situation,
      version,
      hash,
      items,
      each,
    }: Pick<Kept, 'name' | 'question' | 'situation' | 'version' | 'hash' | 'items' | 'each'>,
    payload: Buffer,
    { part, upto, worker, milliseconds }: Done,
  ): Promise<void> {
    await this.database.executeSql(
      `WITH added AS (
         INSERT INTO standoff.sweep (name, question, situation, version, hash, payload, items, each, cut)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING name, cut
       ), begun AS (
         INSERT INTO standoff.chunk SELECT name, 0, cut FROM added WHERE cut > 0 RETURNING sweep, first
       ) INSERT INTO standoff.part SELECT sweep, first, $10, $11, $12 FROM begun`,
      [
        name,
        question,
        situation,
        version,
        hash,
        payload,
        items,
        each,
        upto,
        part,
        worker,
        Math.round(milliseconds),
      ],
    );
  }

  /** Makes some more chunks of so many items. @returns the first item of each; none: all is cut. */
  async cut(sweep: string, size: number, count: number): Promise<number[]> {
    const { rows } = await this.database.executeSql(
      `WITH moved AS (
         UPDATE standoff.sweep SET cut = cut + $2::bigint * $3
         WHERE name = $1 AND cut < items AND NOT cancelled
         RETURNING cut - $2::bigint * $3 AS first, LEAST(cut, items) AS upto
       ) INSERT INTO standoff.chunk
         SELECT $1, k, LEAST(k + $2, upto) FROM moved, generate_series(first, upto - 1, $2::bigint) k
         RETURNING first`,
      [sweep, size, count],
    );
    return rows.map(({ first }) => Number(first)).sort((one, other) => one - other);
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

  /**
   * Kept once: whoever is later came to the same. A sweep that was removed meanwhile keeps nothing.
   * @returns the first item of the chunk that is made of the rest, where not all was gone through
   */
  async keepPart(
    sweep: string,
    first: number,
    { part, upto, worker, milliseconds }: Done,
  ): Promise<number | null> {
    const { rows } = await this.database.executeSql(
      `WITH kept AS (
         INSERT INTO standoff.part SELECT sweep, first, $4, $5, $6 FROM standoff.chunk
         WHERE sweep = $1 AND first = $2 AND upto >= $3 ON CONFLICT DO NOTHING RETURNING sweep, first
       ), longer AS (
         SELECT k.upto FROM standoff.chunk k JOIN kept USING (sweep, first) WHERE k.upto > $3
       ), shortened AS (
         UPDATE standoff.chunk SET upto = $3
         WHERE sweep = $1 AND first = $2 AND EXISTS (SELECT FROM longer)
       ) INSERT INTO standoff.chunk SELECT $1, $3, upto FROM longer RETURNING first`,
      [sweep, first, upto, part, worker, Math.round(milliseconds)],
    );
    return rows.length === 0 ? null : Number(rows[0]['first']);
  }

  /** A chunk that is still to be gone through; null: it is done, or was removed. */
  async open(sweep: string, first: number): Promise<Chunk | null> {
    const { rows } = await this.database.executeSql(
      `SELECT first, upto FROM standoff.chunk WHERE sweep = $1 AND first = $2
       AND NOT EXISTS (SELECT FROM standoff.part WHERE sweep = $1 AND first = $2)`,
      [sweep, first],
    );
    return rows.length === 0 ? null : chunkOf(rows[0]);
  }

  async setAside(sweep: string, first: number, why: string): Promise<void> {
    await this.database.executeSql(
      `INSERT INTO standoff.aside SELECT sweep, first, $3 FROM standoff.chunk
       WHERE sweep = $1 AND first = $2 ON CONFLICT DO NOTHING`,
      [sweep, first, why],
    );
  }

  /** Chunks set aside are tried again. */
  async forgetAside(sweep: string): Promise<void> {
    await this.database.executeSql('DELETE FROM standoff.aside WHERE sweep = $1', [sweep]);
  }

  /** The chunks that are not done, the first first, and why each was set aside; null: it was not. */
  async missing(sweep: string): Promise<(Chunk & { readonly why: string | null })[]> {
    const { rows } = await this.database.executeSql(
      `SELECT k.first, k.upto, why FROM standoff.chunk k LEFT JOIN standoff.aside a USING (sweep, first)
       WHERE sweep = $1 AND NOT EXISTS
         (SELECT FROM standoff.part p WHERE p.sweep = k.sweep AND p.first = k.first)
       ORDER BY k.first`,
      [sweep],
    );
    return rows.map((row) => ({ ...chunkOf(row), why: row['why'] as string | null }));
  }

  /** The parts, some at a time: there may be more than memory holds. */
  async *parts(sweep: string): AsyncGenerator<Buffer> {
    const AT_ONCE = 32;
    for (let after = -1; ;) {
      const { rows } = await this.database.executeSql(
        'SELECT first, part FROM standoff.part WHERE sweep = $1 AND first > $2 ORDER BY first LIMIT $3',
        [sweep, after, AT_ONCE],
      );
      for (const { part } of rows) yield part as Buffer;
      if (rows.length < AT_ONCE) return;
      after = Number(rows.at(-1)!['first']);
    }
  }
}

/** Columns that are whole numbers of any length. They come as digits. */
const COUNTS = ['items', 'cut', 'chunks', 'done', 'aside', 'itemsDone', 'itemsAside'] as const;

function keptOf(row: Row): Kept {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, Number(row[name])]));
  return { ...(row as unknown as Kept), ...counts };
}

function chunkOf({ first, upto }: Row): Chunk {
  return { first: Number(first), upto: Number(upto) };
}
