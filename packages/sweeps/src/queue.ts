import { createHash } from 'node:crypto';
import type PgBoss from 'pg-boss';
import type { Database } from './database.js';
import type { Store } from './store.js';
import { SweepError } from './sweep-error.js';

/** The tables of pg-boss 10. */
const BOSS_TABLES = 24;
const SCHEMA = 'standoff_queue';
/** Chunks that failed for the last time. */
const ASIDE = 'standoff-aside';
/** So often a chunk is tried again. */
const RETRIES = 2;
/** Jobs inserted at once. */
const AT_ONCE = 1000;
/** A chunk fetched by somebody who does not come back is given to another after so many seconds. */
const PATIENCE = 60;

/** A chunk that waits, by its first item. */
interface Waiting {
  readonly sweep: string;
  readonly first: number;
}

/** A chunk that somebody works on. */
export interface Fetched {
  readonly id: string;
  readonly first: number;
}

/**
 * The chunks of sweeps that wait for somebody: a queue of pg-boss for each sweep. It counts tries and
 * hands a chunk to another where whoever had it does not come back. Nothing is lost with it: what is done
 * stands in the store, and what is missing there can be put into the queue anew.
 */
export class Queue {
  private constructor(
    readonly boss: PgBoss,
    readonly store: Store,
  ) {}

  static async open(database: Database, store: Store): Promise<Queue> {
    const { default: Boss } = await import('pg-boss');
    const boss = new Boss({
      db: database,
      schema: SCHEMA,
      supervise: false,
      schedule: false,
    });
    boss.on('error', () => undefined);
    await boss.start();
    const version = await boss.schemaVersion();
    if (version !== BOSS_TABLES)
      throw new SweepError(
        'tables',
        `the queue at ${database.place.shown} is kept in tables of version ${version.valueOf()}, and this standoff knows version ${BOSS_TABLES}`,
        'install the newer standoff that made them, or keep sweeps in another database',
      );
    await boss.createQueue(ASIDE, { name: ASIDE });
    return new Queue(boss, store);
  }

  /** A queue for a sweep, with nothing in it. */
  async begin(sweep: string): Promise<void> {
    const name = queueOf(sweep);
    await this.boss.createQueue(name, { name });
    await this.boss.purgeQueue(name);
  }

  /** Puts chunks into the queue of a sweep, by their first items. */
  async add(sweep: string, chunks: readonly number[], seconds = PATIENCE): Promise<void> {
    for (let k = 0; k < chunks.length; k += AT_ONCE)
      await this.boss.insert(
        chunks.slice(k, k + AT_ONCE).map((first) => ({
          name: queueOf(sweep),
          data: { sweep, first } satisfies Waiting,
          retryLimit: RETRIES,
          retryDelay: 0,
          expireInSeconds: Math.ceil(Math.max(seconds, 1)),
          deadLetter: ASIDE,
        })),
      );
  }

  /** A chunk to work on; null: none waits. By whatever clock: it may have been set back. */
  async fetch(sweep: string): Promise<Fetched | null> {
    const [job] = await this.boss.fetch<Waiting>(queueOf(sweep), {
      batchSize: 1,
      ignoreStartAfter: true,
    });
    return (job as typeof job | undefined) ? { id: job.id, first: job.data.first } : null;
  }

  async complete(sweep: string, { id }: Fetched): Promise<void> {
    await this.boss.complete(queueOf(sweep), id);
  }

  async fail(sweep: string, { id }: Fetched, message: string): Promise<void> {
    await this.boss.fail(queueOf(sweep), id, { message });
  }

  /** Gives back what nobody came back with, and sets aside what failed for the last time. */
  async tidy(): Promise<void> {
    await this.boss.expire();
    for (;;) {
      const failed = await this.boss.fetch<Waiting>(ASIDE, {
        batchSize: 100,
        includeMetadata: true,
      });
      if (failed.length === 0) return;
      for (const { data, output } of failed)
        await this.store.setAside(data.sweep, data.first, whyOf(output));
      await this.boss.complete(
        ASIDE,
        failed.map(({ id }) => id),
      );
    }
  }

  /** How many wait or are worked on. */
  async left(sweep: string): Promise<number> {
    return this.boss.getQueueSize(queueOf(sweep), { before: 'completed' });
  }

  async remove(sweep: string): Promise<void> {
    const name = queueOf(sweep);
    // pg-boss deletes no queue that has jobs, and purges none that somebody works on.
    await this.store.database.executeSql(`DELETE FROM ${SCHEMA}.job WHERE name = $1`, [name]);
    await this.boss.deleteQueue(name);
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: false });
  }
}

/** Names of sweeps are people's, those of queues letters and digits. */
function queueOf(sweep: string): string {
  return `sweep-${createHash('sha256').update(sweep).digest('hex').slice(0, 24)}`;
}

function whyOf(output: unknown): string {
  const { message, value } = (output ?? {}) as {
    readonly message?: string;
    readonly value?: { readonly message?: string };
  };
  if (message !== undefined) return message;
  return value?.message?.includes('timeout')
    ? 'whoever worked on it did not come back, three times'
    : (value?.message ?? 'it failed');
}
