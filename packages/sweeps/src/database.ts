import type { Pool } from 'pg';
import { embeddedIn } from './embedded.js';
import type { Place } from './place.js';
import { SweepError } from './sweep-error.js';

/** A line of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Milliseconds between tries, doubling up to the last of them. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/** SQLSTATE classes and codes of Node that pass: a server that is restarted, a disk that is cleared. */
const PASSING =
  /^(08|57P|53|40|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)/;

/** The database that sweeps are kept in. What passes is waited for. */
export class Database {
  #pool: Pool | null = null;
  #end: () => Promise<void> = async () => undefined;
  #closed = false;

  /**
   * @param patience so many milliseconds it is waited for what passes.
   * @param waiting told once each time that it is waited, and why
   */
  private constructor(
    readonly place: Place,
    readonly patience: number,
    readonly waiting: (why: string) => void,
  ) {}

  /** @throws SweepError where there is none, or it lets nobody in: at once, nobody waits for a slip. */
  static async connect(
    place: Place,
    {
      patience = 120_000,
      waiting = () => undefined,
    }: {
      readonly patience?: number;
      readonly waiting?: (why: string) => void;
    } = {},
  ): Promise<Database> {
    const database = new Database(place, patience, waiting);
    try {
      await database.#open();
      await database.#pool!.query('SELECT 1');
      return database;
    } catch (error) {
      await database.close();
      throw database.#said(error);
    }
  }

  /** @throws SweepError; errors of the statement itself as they are. */
  async executeSql(text: string, values?: unknown[]): Promise<{ rows: Row[] }> {
    const started = performance.now();
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        await this.#open();
        return await this.#pool!.query<Row>(text, values);
      } catch (error) {
        if (this.#closed || !passes(error))
          throw error instanceof SweepError ? error : asSaid(error);
        const said = this.#said(error);
        if (performance.now() - started > this.patience) throw said;
        if (pause === FIRST_PAUSE) this.waiting(said.message);
        if (this.place.kind === 'pglite') await this.#leave();
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#leave();
  }

  async #open(): Promise<void> {
    if (this.#pool) return;
    const { place } = this;
    const { default: pg } = await import('pg');
    if (place.kind === 'pglite') this.#end = await embeddedIn(place.folder);
    this.#pool = new pg.Pool({
      ...(place.kind === 'pglite'
        ? { host: place.folder, port: 5432, user: 'postgres', database: 'postgres', max: 1 }
        : { connectionString: place.url, max: 4 }),
      application_name: 'standoff',
      connectionTimeoutMillis: 10_000,
    });
    // Of a connection that nobody uses at the moment: whoever asks next is told.
    this.#pool.on('error', () => undefined);
  }

  async #leave(): Promise<void> {
    const pool = this.#pool;
    const end = this.#end;
    this.#pool = null;
    this.#end = async () => undefined;
    await pool?.end().catch(() => undefined);
    await end().catch(() => undefined);
  }

  #said(error: unknown): SweepError {
    if (error instanceof SweepError) return error;
    const { shown } = this.place;
    const { code = '', message } = error as Error & { readonly code?: string };
    // The server asks for one, and none was given: the client says so before anything is sent.
    if (/^28/.test(code) || message.startsWith('SASL'))
      return new SweepError(
        'password',
        `the database at ${shown} does not let this user in`,
        'give the password in PGPASSWORD or ~/.pgpass',
      );
    if (code === '3D000')
      return new SweepError(
        'no-database',
        `there is no such database at ${shown}`,
        'createdb makes one',
      );
    if (code === '42501')
      return new SweepError(
        'no-rights',
        `this user may not make tables in the database at ${shown}`,
        'GRANT CREATE ON DATABASE … TO …, or let sweeps have a database of their own',
      );
    if (/^53/.test(code))
      return new SweepError(
        'full',
        `the database at ${shown} has no room left: ${message}`,
        'what was done is kept; make room, and begin the sweep again to go on',
      );
    return new SweepError(
      'no-database',
      `no database answers at ${shown}${code === '' ? '' : ` (${code})`}`,
      'what was done is kept; start it, and begin the sweep again to go on',
    );
  }
}

function passes(error: unknown): boolean {
  const { code = '', message = '' } = error as {
    readonly code?: string;
    readonly message?: string;
  };
  return (
    PASSING.test(code) ||
    /^(Connection terminated|timeout exceeded|Client has encountered)/.test(message)
  );
}

/** An error of a statement; a connection's own might hold what it was made with. */
function asSaid(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
